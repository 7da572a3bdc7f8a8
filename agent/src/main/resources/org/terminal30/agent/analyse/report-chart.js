"use strict";
// Draws the voltages as a vector picture: it prints sharply and follows the theme by itself.
const SVG = "http://www.w3.org/2000/svg";
const MARGIN = { left: 46, right: 14, top: 12, bottom: 26 };
const FONT_PIXELS = 13;
// On a wall the chart is read from across the workshop.
const WALL_WIDTH = 1800;
// A few floors instead of one for every minimum: a scale that crawls along with the voltage cannot be read.
const FLOOR_VOLTS = [11, 9, 6, -0.5];
const STEPS_SECONDS = [1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900,
  1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800];
// Which record names a place where several meet, the most telling first.
const TELLING = ["reversed", "interruption", "feed-lost", "backup-lost", "cranking", "critical", "surge", "dip", "low", "chattering"];
const SMALLEST_SPAN_MICROS = 2000;

/** "12.3", "6:41", "1:02:07.25": a moment of the recording, as exact as the step between two of them. */
function moment(micros, stepSeconds) {
  const decimals = Math.max(0, Math.ceil(-Math.log10(stepSeconds) - 1e-9));
  const total = Math.round(micros / 1e6 / stepSeconds) * stepSeconds;
  const two = (number, digits = 0) => number.toFixed(digits).padStart(digits ? digits + 3 : 2, "0");
  if (total < 60) return total.toFixed(decimals) + " s";
  const seconds = two(total % 60 >= 59.9999999 ? 0 : total % 60, decimals);
  const minutes = Math.floor((total + 1e-7) / 60);
  return minutes < 60 ? `${minutes}:${seconds}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${seconds}`;
}

class Chart {
  constructor(host, data) {
    this.host = host;
    this.data = data;
    this.channels = data.channels.map(({ steps, ...channel }) => {
      let at = 0;
      return { ...channel, at: Float64Array.from(steps, (step) => (at += step)) };
    });
    this.whole = this.span = [0, Math.max(data.micros, SMALLEST_SPAN_MICROS)];
    new ResizeObserver(() => this.draw()).observe(host);
  }

  /** Shows from one moment to another, in microseconds, as far as there is a recording. */
  show(from, to) {
    const length = Math.min(this.whole[1], Math.max(SMALLEST_SPAN_MICROS, to - from));
    const start = Math.min(Math.max(0, from), this.whole[1] - length);
    this.span = [start, start + length];
    this.draw();
  }

  /** @param factor below 1 shows less @param centre 0 left to 1 right, stays where it is */
  zoom(factor, centre = 0.5) {
    const [from, to] = this.span;
    const length = Math.max(SMALLEST_SPAN_MICROS, (to - from) * factor);
    const at = from + (to - from) * centre;
    this.show(at - length * centre, at + length * (1 - centre));
  }

  draw() {
    this.width = Math.max(200, this.host.clientWidth);
    this.height = Math.max(160, this.host.clientHeight);
    this.scale = this.width > WALL_WIDTH ? 1.5 : 1;
    const [left, right, top, bottom] = ["left", "right", "top", "bottom"].map((side) => MARGIN[side] * this.scale);
    const plot = { x0: left, x1: this.width - right, y0: top, y1: this.height - bottom };
    this.plot = plot;
    const shown = this.channels.map((channel) => this.columns(channel));
    const [low, high] = voltRange(shown);
    this.x = (micros) => plot.x0 + (micros - this.span[0]) / (this.span[1] - this.span[0]) * (plot.x1 - plot.x0);
    this.y = (volts) => plot.y1 - (volts - low) / (high - low) * (plot.y1 - plot.y0);
    const svg = element("svg", { viewBox: `0 0 ${this.width} ${this.height}`, "font-size": FONT_PIXELS * this.scale });
    const clip = element("clipPath", { id: "plot" }, svg);
    element("rect", { x: plot.x0, y: 0, width: plot.x1 - plot.x0, height: plot.y1 }, clip);
    this.axes(svg, low, high);
    const inside = element("g", { "clip-path": "url(#plot)" }, svg);
    this.gaps(inside);
    this.bands(inside);
    shown.forEach((columns, index) => this.trace(inside, this.channels[index], columns));
    this.limits(inside);
    this.marks(inside);
    this.overlay = element("g", { "clip-path": "url(#plot)" }, svg);
    this.host.replaceChildren(svg);
  }

  /** What is seen of a channel, at most one lowest, highest and mean value for each column of the screen. */
  columns({ at, min, max, mean }) {
    const [from, to] = this.span;
    const first = Math.max(0, search(at, from) - 1);
    const last = Math.min(at.length, search(at, to) + 1);
    const width = (to - from) / (this.plot.x1 - this.plot.x0);
    const columns = [];
    for (let i = first; i < last; i++) {
      const before = columns.at(-1);
      if (before && Math.floor(at[i] / width) === before.column && last - first > 2 * (this.plot.x1 - this.plot.x0)) {
        before.min = Math.min(before.min, min[i]);
        before.max = Math.max(before.max, max[i]);
        before.sum += mean[i];
        before.count++;
      } else {
        columns.push({ at: at[i], column: Math.floor(at[i] / width), min: min[i], max: max[i], sum: mean[i], count: 1 });
      }
    }
    return columns;
  }

  axes(svg, low, high) {
    const { x0, x1, y0, y1 } = this.plot;
    const volts = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20].find((step) => (high - low) / step <= Math.max(3, (y1 - y0) / (42 * this.scale)));
    for (let v = Math.ceil(low / volts) * volts; v <= high + 1e-9; v += volts) {
      line(svg, "grid", x0, x1, this.y(v), this.y(v));
      label(svg, "", x0 - 8, this.y(v) + 4 * this.scale, v.toFixed(1).replace("-0.0", "0.0").replace("-", "−"), "end");
    }
    const seconds = (this.span[1] - this.span[0]) / 1e6;
    const step = STEPS_SECONDS.find((each) => seconds / each <= Math.max(2, (x1 - x0) / (110 * this.scale))) ?? STEPS_SECONDS.at(-1);
    for (let t = Math.ceil(this.span[0] / 1e6 / step); t * step * 1e6 <= this.span[1]; t++) {
      const x = this.x(t * step * 1e6);
      line(svg, "grid", x, x, y1, y1 + 5);
      const anchor = x > x1 - 24 ? "end" : x < x0 + 16 ? "start" : "middle";
      label(svg, "", x, y1 + 20 * this.scale, moment(t * step * 1e6, step), anchor);
    }
    this.step = step;
  }

  gaps(svg) {
    const { y0, y1 } = this.plot;
    for (const [from, to] of this.data.gaps) {
      const gap = element("rect", { class: "gap", x: this.x(from), y: y0, width: Math.max(1, this.x(to) - this.x(from)), height: y1 - y0 }, svg);
      element("title", {}, gap).textContent = "no samples";
    }
  }

  bands(svg) {
    const { y0, y1 } = this.plot;
    for (const event of this.seen()) {
      const x = this.x(event.from);
      element("rect", { class: "band", "data-level": event.level, x, y: y0, width: Math.max(2, this.x(event.to) - x), height: y1 - y0 }, svg);
    }
  }

  seen() {
    return this.data.events.filter(({ from, to }) => to >= this.span[0] && from <= this.span[1]);
  }

  trace(svg, { id }, columns) {
    const group = element("g", { "data-trace": id }, svg);
    for (const run of this.runs(columns)) {
      const upper = run.map(({ at, max }) => this.point(at, max / 1000));
      const lower = run.map(({ at, min }) => this.point(at, min / 1000)).reverse();
      if (run.some(({ min, max }) => max > min)) element("path", { class: "spread", d: `M${upper.join("L")}L${lower.join("L")}Z` }, group);
      const mean = run.map(({ at, sum, count }) => this.point(at, sum / count / 1000));
      // A single sample between two gaps is a dot.
      element("path", { class: "mean", d: `M${mean.join("L")}${run.length === 1 ? "h1.5" : ""}` }, group);
    }
  }

  /** Cut where samples are missing. */
  runs(columns) {
    const runs = [];
    let gap = 0;
    for (const column of columns) {
      const before = runs.at(-1)?.at(-1);
      while (before && gap < this.data.gaps.length && this.data.gaps[gap][1] <= before.at) gap++;
      const cut = before && this.data.gaps[gap]?.[0] < column.at - 1 && this.data.gaps[gap][1] > before.at;
      if (before && !cut) runs.at(-1).push(column);
      else runs.push([column]);
    }
    return runs;
  }

  point(micros, volts) {
    return `${this.x(micros).toFixed(1)} ${this.y(volts).toFixed(1)}`;
  }

  limits(svg) {
    const { x0, x1, y0, y1 } = this.plot;
    for (const level of ["low", "critical"]) {
      const y = this.y(this.data[level]);
      if (y < y0 || y > y1) continue;
      line(svg, "limit", x0, x1, y, y).dataset.level = level;
      label(svg, "mark", x1 - 4, y - 5, `${this.data[level].toFixed(1)} V`, "end").dataset.level = level;
    }
  }

  /** A ring where each record is worst, and its name where that has room: the most telling one where several meet. */
  marks(svg) {
    const taken = [];
    const { x0, x1, y0, y1 } = this.plot;
    const byWord = (one, other) => TELLING.indexOf(one.kind) - TELLING.indexOf(other.kind);
    for (const event of this.seen().filter(({ volts }) => volts !== undefined).sort(byWord)) {
      const x = this.x(this.worst(event));
      const y = Math.min(y1 - 8, Math.max(y0 + 8, this.y(event.volts)));
      if (x < x0 - 1 || x > x1 + 1 || taken.some((other) => Math.hypot(x - other.x, y - other.y) < 8)) continue;
      element("circle", { class: "ring", "data-level": event.level, cx: x, cy: y, r: 6 }, svg);
      const text = `${event.name} ${event.volts.toFixed(2)} V`;
      const width = text.length * 7.4 * this.scale;
      const right = x + 12 + width < x1;
      // A name would be struck through by the line of a limit.
      const crossed = [this.data.low, this.data.critical].some((limit) => Math.abs(this.y(limit) - y) < 11 * this.scale);
      const box = { x, y, from: right ? x + 12 : x - 12 - width, to: right ? x + 12 + width : x - 12 };
      const free = box.from >= x0 && !taken.some((other) => box.from < other.to && other.from < box.to && Math.abs(y - other.y) < 18 * this.scale);
      if (free) label(svg, "mark", right ? box.from : box.to, y + (crossed ? 22 : 4) * this.scale, text, right ? "start" : "end").dataset.level = event.level;
      taken.push(free ? box : { x, y, from: x, to: x });
    }
  }

  /** When a record was at its lowest, or highest. */
  worst({ kind, channel, from, to }) {
    const { at, min, max } = this.channels.find(({ id }) => id === channel);
    let worst = Math.min(at.length - 1, search(at, from));
    for (let i = worst; i < at.length && at[i] <= to; i++) {
      if (kind === "surge" ? max[i] > max[worst] : min[i] < min[worst]) worst = i;
    }
    return Math.min(to, Math.max(from, at[worst]));
  }
}

function voltRange(shown) {
  let least = 12;
  let most = 13;
  for (const columns of shown) {
    for (const { min, max } of columns) {
      least = Math.min(least, min / 1000);
      most = Math.max(most, max / 1000);
    }
  }
  const low = FLOOR_VOLTS.find((floor) => floor <= least - 0.2) ?? Math.floor(least - 0.2);
  return [low, Math.ceil(Math.max(14, most + 0.2) * 2) / 2];
}

/** Index of the first moment that is not before the given one. */
function search(at, micros) {
  let from = 0;
  let to = at.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (at[middle] < micros) from = middle + 1;
    else to = middle;
  }
  return from;
}

function element(name, attributes, parent) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  parent?.append(made);
  return made;
}

function line(parent, style, x1, x2, y1, y2) {
  return element("line", { class: style, x1, x2, y1, y2 }, parent);
}

function label(parent, style, x, y, text, anchor) {
  const made = element("text", { class: style, x, y, "text-anchor": anchor }, parent);
  made.textContent = text;
  return made;
}
