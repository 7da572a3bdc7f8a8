// How a code entry and its lockout look on the pages: which steps are listed, what is said of them, and the countdown.

import { serverNow } from "./clock.js";
import { duration, elapsed, sinceTime } from "./format.js";
import { reasonWords } from "./procedure-words.js";

const WAIT = "wait";
/** Evidence of a wait whose seconds count from its beginning. */
const MOMENTS = new Set(["power", "low", "critical"]);

const shown = (progress) => progress.verdicts.find(({ about }) => about === progress.question);

/** Steps of a lockout are listed when there is one. @param {import("./contract.js").JobProgress} progress */
export function isListed(progress, { id, state }) {
  if (id === "lockout") return progress.question === WAIT || state !== "waiting";
  if (id === "charger") return state !== "waiting" || (progress.question === WAIT && shown(progress)?.word === "charger-needed");
  return true;
}

/** The step that is on beside the first open one: the code may be answered whatever was not ticked. */
export function isOn(progress, { id }) {
  if (progress.question === WAIT) return id === "lockout" || id === "charger";
  return id === "code" && progress.question === "entry";
}

/** In a lockout nothing else is on. */
export const isHeld = (progress, step) => progress.question === WAIT && !isOn(progress, step);

/**
 * What may be said of a step beside a tap; null for steps of another kind.
 * @returns {{buttons: {text: string, body: object, primary?: boolean, action: string}[], number: {label: string, send: string}}|null}
 */
export function choices(progress, { id }) {
  if (id === "code") {
    return { buttons: [
      { text: "Accepted", body: { value: "accepted" }, primary: true, action: "code-accepted" },
      { text: "Refused", body: { value: "refused" }, action: "code-refused" },
      { text: "It is locked", body: { value: "locked" }, action: "code-locked" },
    ], number: { label: "Codes refused before", send: "Count them" } };
  }
  if (id !== "lockout") return null;
  const doubted = shown(progress)?.evidence.some(({ about, outcome }) => about === "power" && outcome === "failed");
  return { buttons: [
    { text: "It asks for its code", body: {}, primary: true, action: "lockout-over" },
    { text: "The time began anew", body: { value: "anew" }, action: "lockout-anew" },
    ...(doubted ? [{ text: "The time goes on", body: { value: "goes-on" }, action: "lockout-goes-on" }] : []),
  ], number: { label: "Minutes on its display", send: "Take them" } };
}

/** A reason of a wait, with times of day; null for any other. */
export function waitReason(verdict, evidence) {
  if (verdict.about !== WAIT) return null;
  const { text, remedy } = reasonWords({ ...evidence, value: null, limit: null });
  const figures = evidence.about === "lockout" ? lengthWords(evidence) : MOMENTS.has(evidence.about) ? momentWords(verdict, evidence) : "";
  return { text: figures ? `${text}: ${figures}` : text, remedy };
}

const known = (value) => value !== null && value !== undefined;
const minutes = (seconds) => (seconds >= 7200 ? `${Number((seconds / 3600).toFixed(1))} h` : `${Math.round(seconds / 60)} min`);

function lengthWords({ value, limit }) {
  if (!known(value)) return "";
  if (!known(limit)) return `${minutes(value)} or more`;
  return minutes(value) === minutes(limit) ? minutes(value) : `${minutes(value)} to ${minutes(limit)}`;
}

function momentWords({ since }, { about, value, limit }) {
  if (!known(value)) return "";
  const at = (seconds) => sinceTime(Date.parse(since) + seconds * 1000, serverNow());
  if (about === "power") return at(value);
  return known(limit) ? `between ${at(value)} and ${at(limit)}` : `not before ${at(value)}`;
}

/**
 * The time that runs in a lockout; null without one.
 * @param {import("./contract.js").JobProgress|null|undefined} progress @param {number} now epoch ms
 * @returns {{time: string, note: string}|null}
 */
export function countdown(progress, now) {
  const verdict = progress && shown(progress);
  if (verdict?.about !== WAIT || verdict.word === "permanent") return null;
  const begin = Date.parse(verdict.since);
  const { value, limit } = verdict.evidence.find(({ about }) => about === "lockout") ?? {};
  const passed = now - begin;
  const until = (seconds) => sinceTime(begin + seconds * 1000, now);
  if (!known(value)) return { time: elapsed(passed), note: `since ${sinceTime(begin, now)}` };
  if (passed < value * 1000) {
    const latest = !known(limit) ? " at the earliest" : minutes(limit) === minutes(value) ? "" : ` at the earliest, ${until(limit)} at the latest`;
    return { time: elapsed(value * 1000 - passed + 999), note: `until ${until(value)}${latest}` };
  }
  if (!known(limit)) return { time: `+${elapsed(passed - value * 1000)}`, note: `longer than ${duration(value * 1000)}; nobody knows how long` };
  if (passed < limit * 1000) return { time: elapsed(limit * 1000 - passed + 999), note: `until ${until(limit)} at the latest` };
  return { time: elapsed(0), note: `over since ${until(limit)}` };
}
