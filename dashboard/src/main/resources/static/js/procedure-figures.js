import { el } from "./dom.js";
import { duration, volts } from "./format.js";
import { figureName, figureOrder } from "./procedure-words.js";

/** By the unit at the end of a figure's name. */
const UNITS = [
  [/MillivoltsPerHour$/, (value) => `${value.toFixed(1)}\u00a0mV/h`],
  [/Volts$/, (value) => `${volts(value)}\u00a0V`],
  [/Millis$/, (value) => duration(value)],
  [/Hours$/, (value) => (value < 48 ? `${value.toFixed(1)}\u00a0h` : `${(value / 24).toFixed(1)}\u00a0days`)],
];

const written = (name, value) => UNITS.find(([unit]) => unit.test(name))?.[1](value) ?? String(value);

/** What a procedure without steps has measured, as rows of name and value. @param {Record<string, number>} figures */
export const figureRows = (figures) => Object.keys(figures).filter(figureName).sort((one, other) => figureOrder.indexOf(one) - figureOrder.indexOf(other))
  .flatMap((name) => [el("dt", { text: figureName(name) }), el("dd", { class: "num", data: { figure: name }, text: written(name, figures[name]) })]);
