import { voltLevel } from "./bay-state.js";
import { get } from "./api.js";
import { el, icon, setIcon, setText } from "./dom.js";
import { ago, duration, elapsed, volts } from "./format.js";
import { serverNow, since } from "./clock.js";
import { countdown } from "./code-steps.js";
import { jobName } from "./jobs.js";
import { SIGNS } from "./procedure.js";
import { verdictWords } from "./procedure-words.js";
import { Sparkline } from "./sparkline.js";
import { Trail } from "./trail.js";
import { alarmTitle } from "./words.js";

/** One bay on the wall: to be read from five metres, so the number first, then a sign and a word, then the rest. */
export class Tile {
  /** @param {import("./bay-state.js").BayState} state */
  constructor(state) {
    this.state = state;
    this.trail = new Trail(["onboard"]);
    this.badge = el("span", { class: "state" }, icon("idle"), el("span"));
    this.volts = el("span", { class: "num" });
    this.age = el("p", { class: "age" });
    this.vehicle = el("p", { class: "vehicle" });
    this.job = el("p", { class: "muted num" });
    this.alarm = el("p", { class: "tile-alarm", role: "alert" });
    this.verdict = el("p", { class: "tile-verdict", data: { testid: "tile-verdict" }, hidden: true }, icon("idle"), el("span"));
    this.shelf = el("p", { class: "tile-shelf" }, icon("shelved"), el("span"));
    const spark = el("div", { class: "spark" });
    this.sparkline = new Sparkline(spark);
    this.node = el("a", { class: "tile panel", href: `/bays/${state.bay}`, data: { testid: "bay-tile", bay: state.bay } },
      el("div", { class: "between" }, el("h2", { text: `Bay ${state.bay}` }), this.badge),
      this.alarm, this.verdict, this.shelf,
      el("p", { class: "big" }, this.volts, el("small", { text: "V" })),
      this.age, spark,
      el("div", { class: "tile-foot" }, this.vehicle, this.job));
  }

  async loadHistory(now) {
    const span = `from=${new Date(now - 60_000).toISOString()}&to=${new Date(now).toISOString()}&points=600`;
    this.trail.prepend([await get(`/api/bays/${this.state.bay}/history?channel=onboard&${span}`)]);
  }

  window(window, now) {
    this.state.window(window, now);
    this.trail.push(window);
  }

  note(text) {
    this.node.title = text;
  }

  /** @param {number} now epoch ms */
  draw(now) {
    const { state } = this;
    const standing = state.standing(now);
    const newest = state.windows.onboard;
    this.node.dataset.level = standing.level;
    this.node.dataset.reading = newest ? voltLevel(newest.mean) : "";
    this.node.dataset.live = String(standing.live);
    this.badge.dataset.level = standing.level;
    setIcon(this.badge, standing.level);
    setText(this.badge.lastChild, standing.word);
    setText(this.volts, newest ? volts(newest.mean) : "–");
    setText(this.age, standing.live ? "" : newest ? `last value, ${ago(now - newest.t - 100)}. ${standing.check}` : standing.check);
    const vehicle = state.job?.vehicle;
    setText(this.vehicle, vehicle ? `${vehicle.plate} · ${vehicle.label}` : state.agent?.vehicle && standing.live ? "Vehicle connected" : "No vehicle");
    setText(this.job, state.job ? `${jobName(state.job.kind)} · ${elapsed(since(state.job.startedAt))}` : "No job");
    setText(this.alarm, alarmLine(state.ranked()));
    this.drawVerdict(standing.live ? state.job?.progress : null);
    const shelved = state.shelved();
    this.shelf.hidden = shelved.length === 0;
    setText(this.shelf.lastChild, shelfLine(shelved, now));
    if (state.agent) this.trail.setRate(state.agent.rateHertz);
    this.sparkline.draw(this.trail, "onboard", now);
  }

  /** What a procedure says where the work stands; nothing once nobody knows any more whether it still holds. */
  drawVerdict(progress) {
    const verdict = progress?.verdicts.find(({ about }) => about === progress.question);
    this.verdict.hidden = !verdict;
    if (!verdict) return;
    this.verdict.dataset.tint = verdict.tint;
    setIcon(this.verdict, SIGNS[verdict.tint]);
    const runs = countdown(progress, serverNow());
    setText(this.verdict.lastChild, runs ? `${verdictWords(verdict)[0]} · ${runs.time}` : verdictWords(verdict)[0]);
  }
}

function shelfLine(shelved, now) {
  if (shelved.length === 0) return "";
  const [first] = shelved;
  const more = shelved.length > 1 ? ` · ${shelved.length - 1} more` : "";
  return `Shelved: ${alarmTitle(first)} · wakes in ${elapsed(Date.parse(first.shelf.until) - now)}${more}`;
}

function alarmLine(ranked) {
  if (ranked.length === 0) return "";
  const [first] = ranked;
  const more = ranked.length > 1 ? ` · ${ranked.length - 1} more` : "";
  const often = first.count > 0 ? ` · ${first.count} times` : "";
  const lowest = first.minVolts === null || first.minVolts === undefined ? "" : ` · ${volts(first.minVolts)} V`;
  const length = first.condition ? "" : ` · ${duration(first.durationMillis)}`;
  return `${alarmTitle(first)}${often}${lowest}${length}${more}`;
}
