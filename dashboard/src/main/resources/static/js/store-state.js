import { el, role } from "./dom.js";
import { dateTime } from "./format.js";

const PAUSE_MILLIS = 15_000;

const headlines = {
  "catching-up": () => "The history is catching up.",
  unreachable: (since) => `The history cannot be reached since ${since}.`,
  refusing: (since) => `The history lets nobody in since ${since}: somebody has to mend that.`,
  full: (since) => `The history takes nothing more since ${since}.`,
};

/** Says at the head of a page how the store of the history is, as long as it is not well. */
export async function watchStore() {
  const state = await storeState();
  // The dashboard's own store lets nothing wait: there is nothing to watch.
  if (state && state.limitBytes === 0) return;
  if (state) show(state);
  setTimeout(watchStore, PAUSE_MILLIS);
}

/** @returns {Promise<import("./contract.js").StoreState|null>} null when nobody says: that is for others to tell */
async function storeState() {
  try {
    const response = await fetch("/api/history/state", { headers: { Accept: "application/json" } });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

function show({ state, since, words }) {
  const banner = role("store");
  const headline = headlines[state]?.(since && dateTime(Date.parse(since)));
  banner.hidden = !headline && words.length === 0;
  banner.dataset.state = state;
  const text = [headline ?? "The history is incomplete.", ...words];
  if (banner.dataset.text === text.join()) return;
  banner.dataset.text = text.join();
  banner.replaceChildren(el("b", { text: text[0] }), ...text.slice(1).map((sentence) => el("span", { text: sentence })));
}
