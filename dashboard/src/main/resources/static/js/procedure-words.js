// The words on the pages for the steps, verdicts and reasons of a procedure.

import { duration, volts } from "./format.js";

const STEPS = {
  "code-known": "Radio code known, and where it is kept",
  "radio-standby": "Radio in standby",
  "usb-out": "USB stick out",
  "bluetooth-off": "Bluetooth off",
  "witness-lamp": "Ignition off, one lamp on as a witness",
  "quiescent-load": "What the parked car draws",
  "backup-connected": "Backup supply on the car",
  disconnect: "Ready to disconnect",
  "battery-out": "Old battery out",
  "new-battery": "New battery measured, before it is clamped",
  "battery-in": "New battery in",
  headlights: "Headlights on, then the backup switched off",
  remove: "New battery carries the car",
  "backup-off": "Backup supply off the car",
  "engine-start": "Engine started",
  charging: "Alternator charges",
};
/** What the button of a step says; steps without one are only measured. */
const TAPS = {
  "backup-connected": "It is on", "battery-out": "It is out", "battery-in": "It is in", "backup-off": "It is off",
};
const ONLY_MEASURED = new Set(["disconnect", "remove"]);
const ENTRIES = {
  "quiescent-load": { unit: "A", placeholder: "0.4" },
  "new-battery": { unit: "V", placeholder: "12.7" },
};
const NOT_TO_SKIP = new Set(["backup-connected", "disconnect", "battery-out", "battery-in", "remove", "backup-off"]);

export const stepName = (id) => STEPS[id] ?? id;
export const tapWord = (id) => (ONLY_MEASURED.has(id) || ENTRIES[id] ? null : TAPS[id] ?? "Done");
export const entryOf = (id) => ENTRIES[id] ?? null;
export const maySkip = (id) => !NOT_TO_SKIP.has(id);

/** What a step says beside its name. @param {import("./contract.js").JobStep} step @param {(at: string) => string} time */
export function stepNote(step, time) {
  const [name, figure] = Object.entries(step.figures ?? {})[0] ?? [];
  const value = figure === undefined ? "" : name.endsWith("Volts") ? ` ${volts(figure)} V` : name.endsWith("Amperes") ? ` ${volts(figure)} A` : "";
  switch (step.state) {
    case "done": return `${step.who ? (value ? "entered" : "ticked") : "measured"}${value} ${time(step.at)}${step.reason === "under-load" ? ", under load" : step.reason === "before-verdict" ? ", before the verdict" : ""}`;
    case "not-confirmed": return "not confirmed";
    case "skipped": return `left out ${time(step.at)}`;
    case "failed": return FAILURES[step.reason] ?? step.reason ?? "failed";
    default: return "";
  }
}

const FAILURES = {
  "feed-lost": "the backup did not hold", undercharging: "charges too little", overcharging: "charges too much",
};

const VERDICTS = {
  "disconnect:waiting": ["Not yet", "Do not lift the clamp."],
  "disconnect:safe-to-disconnect": ["Safe to disconnect", "The backup holds the car: lift the clamp."],
  "disconnect:not-proven": ["Not proven", "Lift the clamp and keep it in your hand: the first 3 seconds are the test."],
  "disconnect:do-not-disconnect": ["Do not disconnect", ""],
  "lift:testing": ["Keep the clamp in your hand", "3 seconds are the test of the backup."],
  "lift:lost": ["Put the clamp back", "The backup does not hold the car."],
  "lift:held": ["Backup holds the car", "Change the battery. The lifted clamp is live."],
  "remove:waiting": ["Leave the backup on", "Whether the new battery carries the car is being measured."],
  "remove:safe-to-remove": ["Safe to remove the backup", "The new battery carries the car."],
  "remove:not-proven": ["Leave the backup on", "Not proven. Headlights on, then switch the backup off with its lead still on: that shows it."],
  "remove:do-not-remove": ["Do not remove the backup", "Switch it on again: the new battery does not carry the car. Check its clamps."],
  "memory:memory-kept": ["Memory kept", ""],
  "memory:memory-loss-not-excluded": ["Loss of memory cannot be excluded", ""],
  "memory:battery-never-out": ["The battery was not out", ""],
};

/** The headline of a verdict and what to do. @param {{about: string, word: string}} verdict */
export const verdictWords = ({ about, word }) => VERDICTS[`${about}:${word}`] ?? [word, ""];

const REASONS = {
  "alive:measured": ["Backup alive"],
  "alive:settling": ["Backup alive: has to hold for 10 s"],
  "alive:no-backup-channel": ["Backup's own voltage is not measured here"],
  "alive:not-seen-before": ["Backup was not seen alive before it was connected", "Take its lead off for 10 s and put it on again."],
  "alive:dead": ["Backup is dead", "Switch it on, check its fuse and its socket: some are dead with the key off."],
  "alive:sags": ["Backup sags", "Charge it or take another; look for a door or a lamp that draws too much."],
  "on-the-car:measured": ["Its lead is on the car"],
  "on-the-car:settling": ["Its lead is on the car: has to stay for 10 s"],
  "on-the-car:not-connected": ["Its lead is not on the car yet", "Connect the backup supply."],
  "on-the-car:no-lead-channel": ["Whether its lead is on the car is not measured here"],
  "on-the-car:lead-never-off": ["Its lead was not seen off", "Take it off for a moment and put it on again."],
  "on-the-car:lead-not-on-car": ["Its lead is not on the car", "Clean the contact; another point, or the clamps on the posts' cables."],
  "on-the-car:lead-reversed": ["Plus and minus of its lead are swapped", "Take it off at once and turn it round."],
  "enough:measured": ["It can carry the parked car"],
  "enough:entered": ["It can carry the parked car, by the figure entered"],
  "enough:load-unknown": ["What the parked car draws is not known", "Measure it with a clamp meter, or enter it."],
  "enough:rating-unknown": ["What the backup can deliver is not known", "Its rating belongs into the bay's configuration."],
  "enough:overload": ["The parked car draws more than the backup may deliver", "Door, lamp, ignition: switch off what draws. Or take a stronger supply."],
  "delivers:measured": ["It feeds the car"],
  "delivers:load-tested": ["It was proven under load today"],
  "delivers:settling": ["It feeds the car: has to for 10 s"],
  "delivers:no-current-channel": ["Its current is not measured here"],
  "delivers:load-unknown": ["How much it has to deliver is not known"],
  "delivers:car-above-saver": ["The car's battery stands above it: nothing flows yet"],
  "delivers:too-little": ["It delivers less than the car draws"],
  "delivers:feeds-nothing": ["It stands above the car and feeds nothing", "A blown fuse or a bad contact in its lead."],
  "lift:feed-lost": ["In the lift the car was not held", "Put the clamp back. Check the supply, then tell the bay that the clamp is back."],
  "watched:throughout": ["Watched throughout"],
  "watched:not-throughout": ["Not watched throughout"],
  "break:none-seen": ["No break"],
  "break:seen": ["Longest break"],
  "lowest:high-enough": ["Lowest voltage"],
  "lowest:too-low": ["Lowest voltage"],
  "lowest:nothing-seen": ["Nothing was measured"],
  "battery-carries:settling": ["Being measured"],
  "battery-carries:above-saver": ["The car stands above the backup"],
  "battery-carries:saver-unloaded": ["The backup delivers nothing, and the car stands above it"],
  "battery-carries:steady-without-saver": ["Steady under the headlights with the backup off"],
  "battery-carries:saver-holds-too": ["The backup may be what holds the car"],
  "battery-carries:not-shown": ["Not shown yet: switch the backup off, with its lead on the car"],
  "battery-carries:falls": ["Without the backup the voltage falls"],
};

/** A reason in words, with its figures, and what to do about it. @param {import("./contract.js").JobVerdict["evidence"][0]} evidence @returns {{text: string, remedy: string}} */
export function reasonWords({ about, outcome, reason, value, limit, unit }) {
  const [text, remedy = ""] = REASONS[`${about}:${reason}`] ?? [`${about}: ${reason}`];
  if (outcome === "not-measured") return { text, remedy };
  const figure = (number) => (unit === "s" ? duration(number * 1000) : `${volts(number)} ${unit}`);
  if (about === "break" && reason === "none-seen") return { text: `${text}, as far as can be seen: from ${figure(limit)}`, remedy };
  const shown = [value === undefined || value === null ? "" : figure(value), limit === undefined || limit === null || about === "break" ? "" : `limit ${figure(limit)}`].filter(Boolean).join(", ");
  return { text: shown ? `${text}: ${shown}` : text, remedy };
}
