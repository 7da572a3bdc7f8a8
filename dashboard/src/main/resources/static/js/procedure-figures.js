import { el } from "./dom.js";
import { duration, volts } from "./format.js";
import { figureNames } from "./procedure-words.js";

/** By the unit at the end of a figure's name. */
const UNITS = [
  [/MillivoltsPerHour$/, (value) => `${value.toFixed(1)}\u00a0mV/h`],
  [/Volts$/, (value) => `${volts(value)}\u00a0V`],
  [/Millis$/, (value) => duration(value)],
  [/Hours$/, hours],
];

function hours(value) {
  if (value < 1) return `${Math.round(value * 60)}\u00a0min`;
  return value < 48 ? `${value.toFixed(1)}\u00a0h` : `${(value / 24).toFixed(1)}\u00a0days`;
}

const unitOf = (name) => UNITS.find(([unit]) => unit.test(name))?.[1];

/** What a procedure without steps has measured, as rows of name and value; what was counted and never seen is left out. @param {import("./contract.js").Job} job */
export function figureRows({ kind, progress: { figures } }) {
  return Object.entries(figureNames(kind)).filter(([name]) => name in figures && (unitOf(name) || figures[name] !== 0))
    .flatMap(([name, words]) => [el("dt", { text: words }), el("dd", { class: "num", data: { figure: name }, text: (unitOf(name) ?? String)(figures[name]) })]);
}
