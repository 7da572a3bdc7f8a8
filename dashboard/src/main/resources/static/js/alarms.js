import { post } from "./api.js";
import { serverNow, since } from "./clock.js";
import { el, icon, setText } from "./dom.js";
import { duration, volts } from "./format.js";
import { isSilenced } from "./sound.js";
import { advice, alarmState, alarmTitle } from "./words.js";

/** @import {Alarm} from "./contract.js" */

const ACTIONS = { acknowledge: "Acknowledge", silence: "Silence 30 s", reset: "Reset" };

/** One alarm with what may be done about it. Kept and updated while the alarm lives: a button never moves under a finger. */
export class AlarmCard {
  /** @param {string} className @param {(alarm: Alarm) => void} changed told what the server answered */
  constructor(className, changed) {
    this.changed = changed;
    this.title = el("b", { class: "alarm-title" });
    this.figures = el("span", { class: "alarm-figures num" });
    this.hint = el("span", { class: "alarm-hint" });
    this.note = el("span", { class: "alarm-note", role: "status" });
    this.buttons = Object.fromEntries(Object.entries(ACTIONS).map(([action, word]) => [action,
      el("button", { type: "button", data: { action }, text: word, on: { click: () => this.act(action) } })]));
    this.node = el("article", { class: className, hidden: true },
      icon("critical"),
      el("div", { class: "alarm-words" }, this.title, this.figures, this.hint, this.note),
      el("div", { class: "alarm-actions" }, ...Object.values(this.buttons)));
  }

  /** @param {Alarm|undefined} alarm nothing hides the card */
  show(alarm) {
    if (alarm?.id !== this.alarm?.id) setText(this.note, "");
    this.alarm = alarm;
    this.node.hidden = !alarm;
    if (!alarm) return;
    const { id, state, priority, condition, channel, kind } = alarm;
    Object.assign(this.node.dataset, { alarmId: id, state, priority, condition, channel, kind });
    this.node.querySelector("use").setAttribute("href", `/assets/icons.svg#${priority === "critical" ? "critical" : "low"}`);
    setText(this.title, alarmTitle(alarm));
    setText(this.hint, hint(alarm));
    for (const [action, button] of Object.entries(this.buttons)) button.hidden = !alarm.actions.includes(action);
    this.tick();
  }

  /** What runs with the clock: seconds without power, and how long it stays silent. */
  tick() {
    if (!this.alarm) return;
    setText(this.figures, figures(this.alarm));
  }

  async act(action) {
    const { id, revision } = this.alarm;
    const button = this.buttons[action];
    button.disabled = true;
    try {
      const { status, body } = await post(`/api/alarms/${encodeURIComponent(id)}/${action}`, { revision });
      setText(this.note, status === 202 ? "Sent. The bay has not confirmed it yet." : "");
      if (status === 200) this.changed(body);
    } catch (problem) {
      setText(this.note, problem.message);
    } finally {
      button.disabled = false;
    }
  }
}

/** @param {Alarm} alarm */
function hint(alarm) {
  const todo = alarm.condition ? advice(alarm.kind) : alarm.kind === "interruption" ? "Loss of memory cannot be excluded." : "";
  return [todo, alarmState(alarm)].filter(Boolean).join(" ");
}

/** @param {Alarm} alarm */
function figures(alarm) {
  const length = alarm.condition ? `${(since(alarm.openSince) / 1000).toFixed(1)} s` : duration(alarm.durationMillis);
  const lowest = alarm.minVolts === null || alarm.minVolts === undefined ? "" : ` · lowest ${volts(alarm.minVolts)} V`;
  const silent = isSilenced(alarm, serverNow()) ? ` · silent for ${Math.ceil((Date.parse(alarm.silencedUntil) - serverNow()) / 1000)} s` : "";
  return `${length}${lowest}${silent}`;
}

/** A list of alarms that keeps its cards. */
export class AlarmList {
  /** @param {HTMLElement} host @param {(alarm: Alarm) => void} changed */
  constructor(host, changed) {
    this.host = host;
    this.changed = changed;
    /** @type {Map<string, AlarmCard>} */
    this.cards = new Map();
  }

  /** @param {Alarm[]} alarms in the order to show */
  show(alarms) {
    const kept = new Set(alarms.map((alarm) => alarm.id));
    for (const [id, card] of this.cards) {
      if (kept.has(id)) continue;
      card.node.remove();
      this.cards.delete(id);
    }
    alarms.forEach((alarm, place) => this.place(alarm, place));
  }

  place(alarm, place) {
    let card = this.cards.get(alarm.id);
    if (!card) this.cards.set(alarm.id, card = new AlarmCard("alarm", this.changed));
    card.show(alarm);
    if (this.host.children[place] !== card.node) this.host.insertBefore(card.node, this.host.children[place] ?? null);
  }

  tick() {
    for (const card of this.cards.values()) card.tick();
  }
}
