// The words on the pages for the kinds, states and channels of the wire.

import { day } from "./format.js";
import supply from "./words/supply.js";

const ADVICE = {
  low: "Lamp or door open? Charge the battery before going on.",
  critical: "Find the load and switch it off, or charge the battery.",
  interruption: "Put the clamp back now.",
  "feed-lost": "The feed is lost: seconds are left until the car forgets.",
  "backup-lost": "Put the backup supply's clamp back: nothing holds the car without it.",
  reversed: "Take the leads off: plus and minus are swapped.",
  surge: "Stop the engine or the charger.",
  "not-watching": "Nothing is measured. Check the front-end's cable and the sense lead.",
  chattering: "A contact is going on and off: check clamps and sense lead.",
};

export const channelName = (channel) => supply.channels[channel] ?? channel;
export const kindName = (kind) => supply.kinds[kind] ?? kind;

/** The reason of an event whose channel shows an open lead. */
const LEAD_OFF = "lead-off";
/** Words that a phase puts in place of those of the kind: `kind@phase`. */
const ADVICE_IN_PHASE = {
  "critical@armed": "Find the load and switch it off: door, lamp, ignition.",
  "critical@code-entry": "Stop entering the code: connect a charger first.",
  "low@code-entry": "Connect a charger before the code is entered.",
};

/** What to do about an alarm. @param {import("./contract.js").Alarm} alarm */
export const advice = ({ kind, phase, reason }) => reason === LEAD_OFF
  ? "Put the clamp or the sense lead back now: nobody can see which is off."
  : ADVICE_IN_PHASE[`${kind}@${phase}`] ?? ADVICE[kind] ?? "";

/** The headline of an alarm. @param {import("./contract.js").Alarm} alarm */
export function alarmTitle({ kind, channel, condition, phase, reason }) {
  const name = channelName(channel);
  if (reason === LEAD_OFF) return condition ? `${name}: feed or sense lead lost` : `${name}: feed or sense lead was lost`;
  if (kind === "critical" && phase === "armed") return `Backup sagging: ${name.toLowerCase()} below 11.5\u00a0V`;
  if (kind === "critical" && phase === "code-entry") return `Stop: ${name.toLowerCase()} below 11.5\u00a0V`;
  switch (kind) {
    case "low": return `${name} below 12.5\u00a0V`;
    case "critical": return `${name} below 11.5\u00a0V`;
    case "interruption": return condition ? `${name} supply interrupted` : `${name} supply was interrupted`;
    case "feed-lost": return condition ? "PUT THE CLAMP BACK" : `${name} feed was lost`;
    case "backup-lost": return condition ? "Backup supply lost" : "Backup supply was lost";
    case "not-watching": return `${name} not watched`;
    default: return `${name}: ${kindName(kind).toLowerCase()}`;
  }
}

/** What the alarm waits for, for the person in front of it. @param {import("./contract.js").Alarm} alarm */
export function alarmState({ state, condition, acknowledgedBy, shelf }) {
  const who = acknowledgedBy ? `Acknowledged by ${acknowledgedBy}` : "Acknowledged";
  switch (state) {
    case "unacknowledged": return "Waits to be acknowledged.";
    case "acknowledged": return `${who}; goes when the voltage is back.`;
    case "returned-unacknowledged": return "The voltage is back. Waits to be acknowledged.";
    case "latched-unacknowledged": return condition ? "Latched: stays until acknowledged and, once the voltage is back, reset." : "Latched: stays until acknowledged and reset.";
    case "latched-acknowledged": return condition ? `${who}. Latched: stays until the voltage is back and it is reset.` : `${who}. Latched: reset it when the cause is known.`;
    case "shelved": return `${shelf?.by ? `Shelved by ${shelf.by}` : "Shelved"}: ${shelf?.why ?? "no reason known"}.`;
    case "suppressed": return "Status only: nothing has to be answered now.";
    default: return "Over.";
  }
}

/** How often a chattering condition came and went, and in what time. */
export const chatterWords = (count, length) => `${count} times in ${length}`;

/** Why an alarm is shelved, most often first. */
export const SHELF_REASONS = ["Working on the leads", "Load is wanted", "Charging now", "Known fault"];

/** Is this alarm still asking somebody to take notice? */
export const isUnacknowledged = (alarm) => alarm.state.endsWith("unacknowledged");

export const displayWords = {
  CODE: "CODE – asks for the code", WAIT: "WAIT – counting down", LOCKED: "LOCKED", ERROR: "ERROR", OTHER: "Something else",
};

/**
 * How far the values of a channel can be trusted; empty while that is not known.
 * @param {import("./contract.js").ChannelStatus|undefined} status
 */
export function trust(status) {
  if (!status) return "";
  if (status.calibration === "coarse") return "coarse, ± 0.3 V";
  if (status.calibration === "uncalibrated") return "not calibrated";
  const since = `calibrated ${day(status.calibratedOn)}`;
  return status.due ? `${since}, more than a year ago` : since;
}
