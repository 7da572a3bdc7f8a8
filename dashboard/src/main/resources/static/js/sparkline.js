import { svg } from "./dom.js";
import { CRITICAL_VOLTS, LOW_VOLTS } from "./bay-state.js";

const WIDTH = 600;
const HEIGHT = 90;

/** The last minute in a line with its min…max band; as wide as its host. Height 90 units stand for 10.5 to 15 V, more when needed. */
export class Sparkline {
  constructor(host) {
    this.band = svg("path", { class: "band" });
    this.line = svg("path", { class: "line" });
    this.thresholds = [[LOW_VOLTS, "low"], [CRITICAL_VOLTS, "critical"]].map(([value, name]) => (
      { value, node: svg("line", { class: `threshold ${name}`, x1: 0, x2: WIDTH }) }));
    host.replaceChildren(svg("svg", { class: "sparkline", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
      ...this.thresholds.map(({ node }) => node), this.band, this.line));
  }

  /** @param {import("./trail.js").Trail} trail @param {string} channel @param {number} now epoch ms at the right edge */
  draw(trail, channel, now) {
    const { min, max, mean } = trail.columns[channel];
    const seen = (list) => list.filter((value) => value !== null);
    const bottom = Math.min(10.5, ...seen(min)) - 0.2;
    const top = Math.max(14, ...seen(max)) + 0.2;
    const y = (value) => (HEIGHT - 2 - ((value - bottom) / (top - bottom)) * (HEIGHT - 4)).toFixed(1);
    const x = (i) => (WIDTH - ((now - trail.t[i]) / trail.spanMillis) * WIDTH).toFixed(1);
    for (const { value, node } of this.thresholds) {
      node.setAttribute("y1", y(value));
      node.setAttribute("y2", y(value));
    }
    const { line, band } = paths(trail.t.length, x, y, min, max, mean);
    this.line.setAttribute("d", line);
    this.band.setAttribute("d", band);
  }
}

function paths(count, x, y, min, max, mean) {
  let line = "";
  let band = "";
  let drawing = false;
  for (let i = 0; i < count; i++) {
    if (mean[i] === null) {
      drawing = false;
      continue;
    }
    line += `${drawing ? "L" : "M"}${x(i)} ${y(mean[i])}`;
    band += `M${x(i)} ${y(max[i])}V${y(min[i])}`;
    drawing = true;
  }
  return { line, band };
}
