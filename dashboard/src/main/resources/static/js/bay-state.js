/** @import {Alarm, Bay, ChannelStatus, Window} from "./contract.js" */

export const LOW_VOLTS = 12.5;
export const CRITICAL_VOLTS = 11.5;
const CHARGED_ABOVE_VOLTS = 15.0;
const FRESH_MILLIS = 1500;

/** What is known about one bay: the snapshot, kept up to date by the events of the live stream. Knows no DOM. */
export class BayState {
  constructor(bay) {
    this.bay = bay;
    this.known = false;
    /** The page itself hears nothing: what it shows says nothing about the bay. */
    this.lost = false;
    this.online = false;
    this.lagMillis = null;
    this.agent = null;
    this.job = null;
    /** @type {Record<string, Window>} */
    this.windows = {};
    /** @type {Record<string, ChannelStatus>} how each channel is measured */
    this.channels = {};
    /** @type {Map<string, Alarm>} */
    this.alarms = new Map();
    this.arrivedAt = -Infinity;
  }

  /** @param {Bay} bay @param {number} now epoch ms, as everywhere here */
  snapshot(bay, now) {
    this.known = true;
    this.online = bay.online;
    this.lagMillis = bay.lagMillis ?? null;
    this.agent = bay.agent ?? null;
    this.job = bay.job ?? null;
    this.windows = { ...bay.windows };
    this.channels = { ...bay.channels };
    this.alarms = new Map((bay.alarms ?? []).map((alarm) => [alarm.id, alarm]));
    const newest = this.windows.onboard;
    this.arrivedAt = newest ? Math.min(now, newest.t + 100 + (this.lagMillis ?? 0)) : -Infinity;
  }

  /** @param {Window} window */
  window(window, now) {
    const known = this.windows[window.channel];
    if (known && known.t > window.t) return;
    this.windows[window.channel] = window;
    if (window.channel === "onboard") {
      this.arrivedAt = now;
      this.lagMillis = Math.max(0, Math.round(now - window.t - 100));
    }
  }

  /** A repeat of an older transition changes nothing. @param {Alarm} alarm */
  alarm(alarm) {
    const known = this.alarms.get(alarm.id);
    if (known && known.revision > alarm.revision) return;
    if (alarm.state === "normal") this.alarms.delete(alarm.id);
    else this.alarms.set(alarm.id, alarm);
  }

  /** @param {import("./contract.js").Job} job */
  changeJob(job) {
    if (this.job?.id === job.id && this.job.revision > job.revision) return;
    this.job = job.state === "running" ? job : null;
  }

  /** The alarms that are neither shelved nor status only, the one that matters most first. @returns {Alarm[]} */
  ranked() {
    return this.inRank(({ state }) => state !== "shelved" && state !== "suppressed");
  }

  /** @returns {Alarm[]} those that somebody put away */
  shelved() {
    return this.inRank(({ state }) => state === "shelved");
  }

  /** @returns {Alarm[]} those that nobody has to answer in this phase */
  suppressed() {
    return this.inRank(({ state }) => state === "suppressed");
  }

  inRank(wanted) {
    return [...this.alarms.values()].filter(wanted).sort((a, b) => rank(b) - rank(a) || a.raisedAt.localeCompare(b.raisedAt));
  }

  /** Is the newest reading young enough to be called live? A slow meter gets three of its own intervals. */
  isFresh(now) {
    const interval = this.agent?.rateHertz > 0 ? 3000 / this.agent.rateHertz : 0;
    return now - this.arrivedAt <= Math.max(FRESH_MILLIS, interval);
  }

  /**
   * How the bay stands, in one level and a word.
   * @returns {{level: "ok"|"low"|"critical"|"idle"|"blind"|"offline", word: string, live: boolean, check: string}}
   */
  standing(now) {
    const state = (level, word, live, check = "") => ({ level, word, live, check });
    if (!this.known) return state("idle", "Connecting", false);
    if (this.lost) return state("offline", "Not live", false, "This page has lost the dashboard and cannot say how the bay stands: go and look.");
    if (!this.online) return state("offline", "Offline", false, "Is the bay's box switched on and on the network? It keeps measuring and catches up by itself.");
    if (this.agent && !this.agent.watching) {
      return state("blind", "Not watching", false, this.agent.trouble ?? "No sample comes through: check the front-end's cable.");
    }
    if (!this.isFresh(now)) return state("blind", "No fresh values", false, "The bay is connected but sends no voltages: check the front-end's cable and the network.");
    return { ...this.measured(state), check: this.agent?.trouble ?? "" };
  }

  measured(state) {
    const value = this.windows.onboard.mean;
    const alarm = this.ranked()[0];
    if (alarm?.priority === "critical") return state("critical", alarm.condition ? "Alarm" : "Was interrupted", true);
    if (this.agent?.vehicle === false) return state("idle", "No vehicle", true);
    const level = voltLevel(value);
    if (level !== "ok") return state(level, value > LOW_VOLTS ? "Above 15 V" : `Below ${level === "low" ? LOW_VOLTS : CRITICAL_VOLTS} V`, true);
    if (alarm) return state("low", "Alarm", true);
    return this.shelved().length > 0 ? state("low", "Alarm shelved", true) : state("ok", "On-board OK", true);
  }
}

/** @param {number} value volts @returns {"ok"|"low"|"critical"} */
export function voltLevel(value) {
  if (value < CRITICAL_VOLTS) return "critical";
  return value < LOW_VOLTS || value > CHARGED_ABOVE_VOLTS ? "low" : "ok";
}

const KIND_RANK = ["chattering", "not-watching", "surge", "low", "critical", "backup-lost", "reversed", "feed-lost", "interruption"];

/** The higher, the worse; -1 for what never raises an alarm. @param {string} kind of an event or an alarm */
export const kindRank = (kind) => KIND_RANK.indexOf(kind);

function rank(alarm) {
  return (alarm.priority === "critical" ? 100 : 0) + (alarm.condition ? 50 : 0) + kindRank(alarm.kind);
}
