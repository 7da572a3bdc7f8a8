// Numbers and times as people read them. Pure functions; times in the reader's own zone and locale.

const NOISE_VOLTS = 0.02;

/** "12.71"; "–" for nothing; "0.00" where a dead lead's noise reaches below zero, "−12.60" where plus and minus are swapped. */
export function volts(value, digits = 2) {
  if (value === null || value === undefined) return "–";
  const shown = value < 0 && value >= -NOISE_VOLTS ? 0 : value;
  return shown.toFixed(digits).replace("-", "−");
}

/** A length of time: "140 ms", "1.20 s", "43 s", "6:41", "1:02:07". */
export function duration(millis) {
  if (millis === null || millis === undefined) return "–";
  if (millis < 1000) return `${Math.round(millis)} ms`;
  if (millis < 10_000) return `${(millis / 1000).toFixed(2)} s`;
  if (millis < 60_000) return `${(millis / 1000).toFixed(1)} s`;
  return elapsed(millis);
}

/** A running time: "00:07", "06:41", "1:02:07". */
export function elapsed(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** How long ago: "just now", "43 s ago", "6 min ago", "3 h ago", "2 days ago". */
export function ago(millis) {
  if (millis < 5000) return "just now";
  if (millis < 90_000) return `${Math.round(millis / 1000)} s ago`;
  if (millis < 90 * 60_000) return `${Math.round(millis / 60_000)} min ago`;
  if (millis < 36 * 3_600_000) return `${Math.round(millis / 3_600_000)} h ago`;
  return `${Math.round(millis / 86_400_000)} days ago`;
}

const clockFormat = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const dateTimeFormat = new Intl.DateTimeFormat(undefined, {
  year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit",
});
const exactFormat = new Intl.DateTimeFormat(undefined, {
  month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 1,
});

/** @param {number|string|Date} at */
export const clockTime = (at) => clockFormat.format(new Date(at));
/** @param {number|string|Date} at */
export const dateTime = (at) => dateTimeFormat.format(new Date(at));
/** @param {number|string|Date} at */
export const exactTime = (at) => exactFormat.format(new Date(at));

const wholeDayFormat = new Intl.DateTimeFormat(undefined, { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" });

/** A day without an hour, which is the same day everywhere. @param {string} date such as "2026-05-01" */
export const day = (date) => wholeDayFormat.format(new Date(date));

const minuteFormat = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

/** "14:25". @param {number|string|Date} at */
export const minuteTime = (at) => minuteFormat.format(new Date(at));

const tenthFormat = new Intl.DateTimeFormat(undefined, { minute: "2-digit", second: "2-digit", fractionalSecondDigits: 1 });
const dayFormat = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric" });

/** The hour of today, with its date on any other day. @param {number|string|Date} at @param {number} now epoch ms */
export const sinceTime = (at, now) => (
  dayFormat.format(new Date(at)) === dayFormat.format(new Date(now)) ? minuteFormat : dateTimeFormat).format(new Date(at));

/** A mark on a time axis, no finer than the marks lie apart. @param {number} at epoch ms @param {number} stepSeconds */
export function axisTime(at, stepSeconds) {
  const format = stepSeconds < 1 ? tenthFormat : stepSeconds < 60 ? clockFormat : stepSeconds < 86_400 ? minuteFormat : dayFormat;
  return format.format(new Date(at));
}

/** A moment or a distance on a waveform: "−12.3 ms", "1.2004 s". */
export function precise(millis) {
  const text = Math.abs(millis) < 1000 ? `${millis.toFixed(1)} ms` : `${(millis / 1000).toFixed(4)} s`;
  return text.replace("-", "−");
}

/** A mark on an axis of seconds, no finer than the marks lie apart. */
export function secondsMark(seconds, step) {
  const text = step >= 1 ? `${Math.round(seconds)} s` : step >= 0.1 ? `${seconds.toFixed(1)} s` : `${(seconds * 1000).toFixed(step >= 0.001 ? 0 : 1)} ms`;
  return text.replace("-", "−");
}

/** A point in time as `<input type="datetime-local" step="1">` takes it, in the reader's zone. */
export function localInput(at) {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
