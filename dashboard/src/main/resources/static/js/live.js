const LOST_AFTER_MILLIS = 3000;
const REOPEN_AFTER_MILLIS = 2000;

/**
 * Keeps a server-sent event stream open for as long as the page lives. The browser reconnects by itself after a network
 * error; after a refusal (restart, proxy) it gives up, then we open a new stream.
 * @param {string} url
 * @param {Record<string, (data: any) => void>} handlers by event name
 * @param {{opened?: () => void, lost?: () => void}} [states] `lost` comes after three seconds without a stream
 */
export function connect(url, handlers, states = {}) {
  let lostTimer;
  const open = () => {
    const source = new EventSource(url);
    source.onopen = () => {
      clearTimeout(lostTimer);
      lostTimer = undefined;
      showLost(false);
      states.opened?.();
    };
    source.onerror = () => {
      lostTimer ??= setTimeout(() => {
        showLost(true);
        states.lost?.();
      }, LOST_AFTER_MILLIS);
      if (source.readyState === EventSource.CLOSED) setTimeout(open, REOPEN_AFTER_MILLIS);
    };
    for (const [name, handle] of Object.entries(handlers)) {
      source.addEventListener(name, (message) => handle(JSON.parse(message.data)));
    }
    addEventListener("pagehide", () => source.close(), { once: true });
  };
  open();
}

function showLost(lost) {
  const bar = document.querySelector('[data-role="connection-lost"]');
  if (bar) bar.hidden = !lost;
}

/**
 * Paints at most once per frame, however many events arrive.
 * @param {() => void} paint
 * @returns {() => void} asks for a paint
 */
export function eachFrame(paint) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      paint();
    });
  };
}
