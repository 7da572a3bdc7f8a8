// The server's clock as far as this browser knows it: ages are told by it, a tablet's own clock may be minutes off.
let offsetMillis = 0;

/** Takes the server's time from a message that has just arrived. @param {string} now ISO-8601 */
export function setServerTime(now) {
  const server = Date.parse(now);
  if (!Number.isNaN(server)) offsetMillis = server - Date.now();
}

/** Epoch milliseconds by the server's clock. */
export const serverNow = () => Date.now() + offsetMillis;

/** @param {string} iso @returns {number} milliseconds since then, never negative */
export const since = (iso) => Math.max(0, serverNow() - Date.parse(iso));
