/** @import {History} from "./contract.js" */

/**
 * Histories of several channels as the columns of one chart: seconds, then min, max and mean of each channel. Where a
 * channel has no entry for more than one and a half steps there is a gap. Pure.
 * @param {History[]} histories
 * @returns {(number|null)[][]}
 */
export function joinChannels(histories) {
  const times = [...new Set(histories.flatMap(withGaps))].sort((a, b) => a - b);
  const columns = histories.flatMap((history) => {
    const at = new Map([...history.t.map((t, i) => [t, i]), ...alone(history)]);
    const breaks = new Set(gaps(history));
    return ["min", "max", "mean"].map((name) => times.map((t) => {
      const i = at.get(t);
      if (i !== undefined) return history[name][i];
      return breaks.has(t) ? null : undefined; // to uPlot null is a gap, undefined only another channel's time
    }));
  });
  const half = (histories[0]?.stepMillis ?? 0) / 2;
  return [times.map((t) => (t + half) / 1000), ...columns];
}

const withGaps = (history) => [...history.t, ...gaps(history), ...alone(history).map(([t]) => t)];

/**
 * A line needs two points: an entry with a gap on either side is drawn half a step long, or a dip there would not be seen.
 * @param {History} history @returns {[number, number][]} times and the entries that they repeat
 */
function alone({ t, stepMillis }) {
  const apart = (i) => i < 1 || i >= t.length || t[i] - t[i - 1] > 1.5 * stepMillis;
  return t.flatMap((at, i) => (apart(i) && apart(i + 1) ? [[at + stepMillis / 2, i]] : []));
}

/** @param {History} history @returns {number[]} one time inside each gap */
function gaps({ t, stepMillis }) {
  const result = [];
  for (let i = 1; i < t.length; i++) {
    if (t[i] - t[i - 1] > 1.5 * stepMillis) result.push(t[i - 1] + stepMillis);
  }
  return result;
}
