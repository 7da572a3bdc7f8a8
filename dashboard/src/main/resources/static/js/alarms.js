import { post } from "./api.js";
import { serverNow, since } from "./clock.js";
import { el, icon, setIcon, setText } from "./dom.js";
import { duration, elapsed, volts } from "./format.js";
import { shelfForm } from "./shelf.js";
import { isSilenced } from "./sound.js";
import { advice, alarmState, alarmTitle, chatterWords } from "./words.js";

/** @import {Alarm} from "./contract.js" */

const ACTIONS = { acknowledge: "Acknowledge", silence: "Silence 30 s", reset: "Reset", shelve: "Shelve", unshelve: "Wake it now" };

const SIGNS = { shelved: "shelved", suppressed: "status" };

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
      el("button", { type: "button", data: { action }, text: word, on: { click: () => (action === "shelve" ? this.askWhy(true) : this.act(action)) } })]));
    this.shelf = shelfForm((minutes, why) => this.act("shelve", { minutes, why }), () => this.askWhy(false));
    this.node = el("article", { class: className, hidden: true },
      icon("critical"),
      el("div", { class: "alarm-words" }, this.title, this.figures, this.hint, this.note),
      el("div", { class: "alarm-actions" }, ...Object.values(this.buttons)),
      this.shelf);
  }

  /** @param {Alarm|undefined} alarm nothing hides the card */
  show(alarm) {
    if (alarm?.id !== this.alarm?.id) setText(this.note, "");
    this.alarm = alarm;
    this.node.hidden = !alarm;
    if (!alarm) return;
    const { id, state, priority, condition, channel, kind } = alarm;
    Object.assign(this.node.dataset, { alarmId: id, state, priority, condition, channel, kind });
    setIcon(this.node, SIGNS[state] ?? (priority === "critical" ? "critical" : "low"));
    setText(this.title, alarmTitle(alarm));
    setText(this.hint, hint(alarm));
    for (const [action, button] of Object.entries(this.buttons)) button.hidden = !alarm.actions.includes(action);
    if (!alarm.actions.includes("shelve")) this.askWhy(false);
    this.tick();
  }

  /** @param {boolean} open whether the card asks why it is put away, in place of its buttons */
  askWhy(open) {
    if (this.shelf.hidden === !open) return;
    this.shelf.hidden = !open;
    this.node.classList.toggle("asks", open);
    if (open) this.shelf.querySelector("button").focus();
    else this.buttons.shelve.focus();
  }

  /** What runs with the clock: seconds without power, and how long it stays silent. */
  tick() {
    if (!this.alarm) return;
    setText(this.figures, figures(this.alarm));
  }

  /** @param {string} action @param {object} [how] what the action needs beside the revision that was seen */
  async act(action, how = {}) {
    const { id, revision } = this.alarm;
    const button = this.buttons[action];
    button.disabled = true;
    try {
      const { status, body } = await post(`/api/alarms/${encodeURIComponent(id)}/${action}`, { revision, ...how });
      setText(this.note, status === 202 ? "Sent. The bay has not confirmed it yet." : "");
      this.askWhy(false);
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
  const breaks = alarm.kind === "interruption" || alarm.kind === "feed-lost";
  const quiet = alarm.state === "shelved" || alarm.state === "suppressed";
  const todo = quiet ? "" : alarm.condition ? advice(alarm) : breaks ? "Loss of memory cannot be excluded." : "";
  return [todo, alarmState(alarm)].filter(Boolean).join(" ");
}

/** @param {Alarm} alarm */
function figures(alarm) {
  const length = alarm.condition ? running(since(alarm.openSince)) : duration(alarm.durationMillis);
  const lowest = alarm.minVolts === null || alarm.minVolts === undefined ? "" : `lowest ${volts(alarm.minVolts)}\u00a0V`;
  const silent = isSilenced(alarm, serverNow()) ? `silent for ${Math.ceil(until(alarm.silencedUntil) / 1000)} s` : "";
  const away = alarm.shelf ? `wakes in\u00a0${elapsed(until(alarm.shelf.until))}` : "";
  const gone = alarm.shelf && !alarm.condition ? "not present now" : "";
  return [alarm.count > 0 ? chatterWords(alarm.count, chattering(alarm)) : length, lowest, gone, silent, away].filter(Boolean).join(" · ");
}

/** How long it has been coming and going, in whole seconds. */
const chattering = ({ condition, openSince, durationMillis }) => {
  const millis = condition ? since(openSince) : durationMillis;
  return millis < 60_000 ? `${Math.max(1, Math.round(millis / 1000))} s` : elapsed(millis);
};

/** A length that grows while it is read: tenths only as long as they matter. */
const running = (millis) => (millis < 60_000 ? `${(millis / 1000).toFixed(1)} s` : elapsed(millis));

const until = (iso) => Math.max(0, Date.parse(iso) - serverNow());

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
