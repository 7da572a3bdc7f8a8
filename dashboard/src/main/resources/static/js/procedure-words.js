// What the pages say of the steps, verdicts and reasons of a procedure. The words lie in words/, one file for each kind of job
// (docs/words.md): reports say the same. A new procedure adds its file there and its import here.

import { duration, volts } from "./format.js";
import alternator from "./words/alternator-check.js";
import swap from "./words/battery-swap.js";
import code from "./words/code-entry.js";
import relock from "./words/relock-watch.js";

const PROCEDURES = [swap, alternator, code, relock];
/** Of the kinds without steps, which show figures instead. */
const FIGURES = { "relock-watch": relock.figures };
const gathered = (part) => Object.assign({}, ...PROCEDURES.map((words) => words[part]));
const WORDS = { steps: gathered("steps"), notes: gathered("notes"), verdicts: gathered("verdicts"), reasons: gathered("reasons"), sources: gathered("sources") };

/** The names of the figures of a kind of job, in the order in which they are shown. @param {string} kind @returns {Record<string, string>} */
export const figureNames = (kind) => FIGURES[kind] ?? {};

/** @param {import("./contract.js").JobStep} step */
export const stepName = ({ id, words }) => WORDS.steps[id]?.name ?? words ?? id;
/** The step's own sentence where it stands beside the name. @param {import("./contract.js").JobStep} step */
export const stepWords = ({ id, words }) => (WORDS.steps[id] ? words ?? null : null);
/** What the button of a step says; null for one that is only measured. */
export const tapWord = (id) => (WORDS.steps[id]?.onlyMeasured || entryOf(id) ? null : WORDS.steps[id]?.tap ?? "Done");
export const entryOf = (id) => WORDS.steps[id]?.entry ?? null;
/** What to do in the step, while the work stands there. */
export const stepHint = (id) => WORDS.steps[id]?.hint ?? null;
/** The questions that the step answers, where its verdicts stand beside it. */
export const answersOf = (id) => WORDS.steps[id]?.answers ?? [];
export const maySkip = (id) => !WORDS.steps[id]?.needed;

/** What a step says beside its name. @param {import("./contract.js").JobStep} step @param {(at: string) => string} time */
export function stepNote(step, time) {
  const [name, figure] = Object.entries(step.figures ?? {})[0] ?? [];
  const value = figure === undefined ? "" : name.endsWith("Volts") ? ` ${volts(figure)} V` : name.endsWith("Amperes") ? ` ${volts(figure)} A` : "";
  const note = WORDS.notes[step.reason];
  switch (step.state) {
    case "done": return `${step.who ? (value ? "entered" : "ticked") : "measured"}${value} ${time(step.at)}${note ? `, ${note}` : ""}`;
    case "not-confirmed": return "not confirmed";
    case "skipped": return `left out ${time(step.at)}`;
    case "failed": return note ?? step.reason ?? "failed";
    default: return "";
  }
}

/** The headline of a verdict and what to do. @param {{about: string, word: string}} verdict */
export function verdictWords({ about, word }) {
  const [title, hint = ""] = WORDS.verdicts[`${about}:${word}`] ?? [word];
  return [title, hint];
}

/** A reason in words, with its figures, and what to do about it. @param {import("./contract.js").JobVerdict["evidence"][0]} evidence @returns {{text: string, remedy: string}} */
export function reasonWords({ about, outcome, reason, value, limit, unit, source }) {
  const [text, remedy = ""] = WORDS.reasons[`${about}:${reason}`] ?? [`${about}: ${reason}`];
  if (outcome === "not-measured" && (value ?? null) === null) return { text, remedy };
  const figure = (number) => (unit === "s" ? duration(number * 1000) : `${volts(number)} ${unit}`);
  if (about === "break" && reason === "none-seen") return { text: `${text}, as far as can be seen: from ${figure(limit)}`, remedy };
  const shown = [value === undefined || value === null ? "" : figure(value), limit === undefined || limit === null || about === "break" ? "" : `limit ${figure(limit)}${source ? ` (${WORDS.sources[source] ?? source})` : ""}`].filter(Boolean).join(", ");
  return { text: shown ? `${text}: ${shown}` : text, remedy };
}
