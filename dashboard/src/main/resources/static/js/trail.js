/** @import {History, Window} from "./contract.js" */

const STEP_MILLIS = 100;

/**
 * The last minute of some channels in columns, as the chart takes them: one row a tenth of a second, nothing where
 * nothing was measured. Rows older than the span are dropped.
 */
export class Trail {
  /** @param {string[]} channels @param {number} spanMillis */
  constructor(channels, spanMillis = 60_000) {
    this.channels = channels;
    this.spanMillis = spanMillis;
    this.gapMillis = 250;
    /** @type {number[]} epoch ms */
    this.t = [];
    /** @type {Record<string, {min: (number|null)[], max: (number|null)[], mean: (number|null)[]}>} */
    this.columns = Object.fromEntries(channels.map((channel) => [channel, { min: [], max: [], mean: [] }]));
  }

  /** A slow source leaves rows empty between its windows; that is no gap. @param {number} rateHertz */
  setRate(rateHertz) {
    this.gapMillis = rateHertz > 0 ? Math.max(250, 3000 / rateHertz) : 250;
  }

  /** @param {Window} window */
  push(window) {
    const column = this.columns[window.channel];
    if (!column) return;
    const row = this.row(Math.floor(window.t / STEP_MILLIS) * STEP_MILLIS);
    if (row < 0) return;
    column.min[row] = window.min;
    column.max[row] = window.max;
    column.mean[row] = window.mean;
    this.drop();
  }

  /** Puts history before what is live already. @param {History[]} histories one a channel */
  prepend(histories) {
    const live = this.rows();
    this.clear();
    const past = histories.flatMap((history) => history.t.map((t, i) => (
      { channel: history.channel, t, min: history.min[i], max: history.max[i], mean: history.mean[i], n: 1 })));
    for (const window of [...past, ...live].sort((a, b) => a.t - b.t)) this.push(window);
  }

  /** @returns {Window[]} */
  rows() {
    return this.channels.flatMap((channel) => {
      const { min, max, mean } = this.columns[channel];
      return this.t.map((t, i) => ({ channel, t, min: min[i], max: max[i], mean: mean[i], n: 1 })).filter((w) => w.mean !== null);
    });
  }

  row(t) {
    const last = this.t.at(-1) ?? -Infinity;
    if (t > last) {
      if (Number.isFinite(last) && t - last > this.gapMillis) this.append(last + STEP_MILLIS);
      return this.append(t);
    }
    return this.t.lastIndexOf(t);
  }

  append(t) {
    this.t.push(t);
    for (const { min, max, mean } of Object.values(this.columns)) {
      min.push(null);
      max.push(null);
      mean.push(null);
    }
    return this.t.length - 1;
  }

  drop() {
    const oldest = this.t.at(-1) - this.spanMillis;
    let count = 0;
    while (this.t[count] < oldest) count++;
    if (count === 0) return;
    this.t.splice(0, count);
    for (const { min, max, mean } of Object.values(this.columns)) for (const list of [min, max, mean]) list.splice(0, count);
  }

  clear() {
    this.t.length = 0;
    for (const { min, max, mean } of Object.values(this.columns)) min.length = max.length = mean.length = 0;
  }
}
