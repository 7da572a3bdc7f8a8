import { svg } from "./dom.js";
import { volts } from "./format.js";

const FROM = 10;
const TO = 15.5;
const ZONES = [[10, 11.5, "critical"], [11.5, 12.5, "low"], [12.5, 14.4, "ok"], [14.4, 15.5, "low"]];
const MARKS = [[11.5, "critical"], [12.5, "low"], [13.8, ""], [14.4, ""]];

const y = (value) => 172 - (Math.min(TO, Math.max(FROM, value)) - FROM) * (164 / (TO - FROM));

/** The scale beside the big number: where in the good and bad zones the voltage stands. */
export class Gauge {
  /** @param {Element} host */
  constructor(host) {
    this.pointer = svg("path", { class: "pointer", d: "M 12 -12 L 43 0 L 12 12 Z" });
    this.picture = svg("svg", { viewBox: "0 -4 150 192", role: "img" },
      ...ZONES.map(([a, b, name]) => svg("rect", { class: `zone ${name}`, x: 50, y: y(b), width: 30, height: y(a) - y(b) })),
      ...MARKS.map(([value, name]) => svg("line", { class: `mark ${name}`, x1: 44, x2: 86, y1: y(value), y2: y(value) })),
      ...MARKS.map(([value]) => svg("text", { x: 95, y: y(value) + (value === 14.4 ? 1 : value === 13.8 ? 9 : 5) }, value.toFixed(1))),
      this.pointer);
    host.replaceChildren(this.picture);
  }

  /** @param {number|null} value volts; null hides the pointer: no live reading has no place on the scale */
  show(value) {
    this.pointer.style.display = value === null ? "none" : "";
    if (value !== null) this.pointer.style.transform = `translateY(${y(value)}px)`;
    const words = value === null ? "No live reading" : `${volts(value)} V`;
    this.picture.setAttribute("aria-label", `${words} on a scale with 11.5, 12.5, 13.8 and 14.4 V marked`);
  }
}
