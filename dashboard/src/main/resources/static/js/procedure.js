import { post } from "./api.js";
import { serverNow } from "./clock.js";
import { choices, countdown, isHeld, isListed, isOn, waitReason } from "./code-steps.js";
import { el, icon, role, setText } from "./dom.js";
import { minuteTime } from "./format.js";
import { figureRows } from "./procedure-figures.js";
import { answersOf, entryOf, maySkip, reasonWords, stepHint, stepName, stepNote, stepWords, tapWord, verdictWords } from "./procedure-words.js";

export const SIGNS = { green: "ok", amber: "low", red: "critical", white: "idle" };
const LEFT_OUT = "left out at the bay";

/** The verdict and the steps of a job that has some. */
export class Procedure {
  /** @param {string} bay @param {(job: import("./contract.js").Job) => void} changed */
  constructor(bay, changed) {
    this.bay = bay;
    this.changed = changed;
    this.verdict = role("verdict");
    this.panel = role("procedure");
    this.list = role("steps");
    this.note = role("step-note");
    this.figures = role("job-figures");
  }

  /** @param {import("./contract.js").Job|null} job */
  show(job) {
    const progress = job?.progress ?? null;
    this.panel.hidden = progress === null;
    const verdict = progress?.verdicts.find(({ about }) => about === progress.question);
    this.verdict.hidden = !verdict;
    this.progress = progress;
    if (!progress || job.revision === this.shown) return;
    this.shown = job.revision;
    if (verdict) this.showVerdict(verdict);
    const steps = listedSteps(progress);
    // Where there are steps, they show their figures.
    this.figures.replaceChildren(...(steps.length === 0 ? figureRows(job) : []));
    const current = steps.find((step) => isOpen(step) && !isHeld(progress, step))?.id;
    this.list.replaceChildren(...steps.map((step) => this.step(step, step.id === current || isOn(progress, step))));
    this.tick();
  }

  /** The time of a lockout runs while nothing is told. */
  tick() {
    const runs = countdown(this.progress, serverNow());
    const node = this.verdict.querySelector(".countdown");
    if (!runs || !node) return;
    setText(node.firstChild, runs.time);
    setText(node.lastChild, runs.note);
  }

  showVerdict(verdict) {
    const [title, hint] = verdictWords(verdict);
    this.verdict.dataset.tint = verdict.tint;
    this.verdict.dataset.word = verdict.word;
    const reasons = verdict.evidence.map((one) => this.reason(one, verdict));
    this.verdict.replaceChildren(
      el("div", { class: "verdict-head" }, icon(SIGNS[verdict.tint]), el("h2", { text: title })),
      ...(countdown(this.progress, serverNow()) ? [el("p", { class: "countdown", data: { testid: "countdown" } }, el("span", { class: "num" }), el("small"))] : []),
      ...(hint ? [el("p", { class: "verdict-hint", text: hint })] : []),
      el("ul", { class: "reasons" }, ...reasons),
    );
  }

  reason(one, verdict) {
    const { text, remedy } = waitReason(verdict, one) ?? reasonWords(one);
    return el("li", { data: { outcome: one.outcome } }, el("span", { class: "reason", text }), ...(remedy && one.outcome !== "proven" ? [el("span", { class: "remedy", text: remedy })] : []));
  }

  /** What was found in a step, under it. */
  answers(step) {
    const found = answersOf(step.id).flatMap((about) => this.progress.verdicts.filter((verdict) => verdict.about === about));
    return found.map((verdict) => el("div", { class: "answer", data: { tint: verdict.tint, testid: `answer-${verdict.about}` } },
      el("strong", { text: verdictWords(verdict)[0] }), el("ul", { class: "reasons" }, ...verdict.evidence.map((one) => this.reason(one, verdict)))));
  }

  step(step, isCurrent) {
    const open = isOpen(step);
    const parts = [el("span", { class: "ring", "aria-hidden": "true" }), el("span", { class: "step-name", text: stepName(step) }, ...(stepWords(step) ? [el("small", { text: stepWords(step) })] : [])),
      el("span", { class: "step-note", text: stepNote(step, minuteTime) || (isCurrent && step.how === "measured" ? "watching…" : "") })];
    const row = el("li", { class: "step", data: { testid: `step-${step.id}`, state: step.state, current: isCurrent ? "true" : "false" } }, ...parts);
    if (isCurrent && stepHint(step.id)) row.append(el("p", { class: "step-hint", text: stepHint(step.id) }));
    row.append(...this.answers(step));
    if (open && isCurrent) row.append(this.actions(step));
    else if (open && step.how === "tapped" && !isHeld(this.progress, step)) row.append(el("button", { type: "button", class: "quiet tick", text: "Done", on: { click: () => this.say(step.id, {}) } }));
    return row;
  }

  actions(step) {
    const say = (body) => () => this.say(step.id, body);
    const entry = entryOf(step.id);
    const tap = tapWord(step.id);
    const nodes = this.chosen(step);
    if (entry) {
      const input = el("input", { type: "text", inputmode: entry.text ? "text" : "decimal", placeholder: entry.placeholder, "aria-label": `${stepName(step)}, ${entry.unit}` });
      const send = () => this.say(step.id, { value: input.value });
      input.addEventListener("keydown", (event) => event.key === "Enter" && send());
      nodes.push(input, el("span", { class: "unit", text: entry.unit }), el("button", { type: "button", class: "primary", text: "Enter", on: { click: send } }));
    } else if (tap) {
      nodes.push(el("button", { type: "button", class: "primary", data: { action: "tick-step" }, text: tap, on: { click: say({}) } }));
    }
    if (step.state === "failed" && step.id === "battery-out") {
      nodes.push(el("button", { type: "button", class: "primary", text: "The clamp is back on", on: { click: () => this.say("disconnect", {}) } }));
    }
    if (maySkip(step.id)) nodes.push(el("button", { type: "button", class: "quiet", text: "Leave out", on: { click: say({ skip: LEFT_OUT }) } }));
    return el("div", { class: "step-actions" }, ...nodes);
  }

  /** What a step takes beside a tap: a button for each answer, and a number that few need. */
  chosen(step) {
    const asked = choices(this.progress, step);
    if (!asked) return [];
    const input = el("input", { type: "text", inputmode: "numeric", "aria-label": asked.number.label });
    const send = () => this.say(step.id, { value: input.value });
    input.addEventListener("keydown", (event) => event.key === "Enter" && send());
    return [...asked.buttons.map(({ text, body, primary, action }) => el("button", { type: "button", class: primary ? "primary" : "quiet", data: { action }, text, on: { click: () => this.say(step.id, body) } })),
      el("details", { class: "few" }, el("summary", { text: asked.number.label }), el("div", { class: "step-actions" }, input, el("button", { type: "button", class: "quiet", text: asked.number.send, on: { click: send } })))];
  }

  async say(step, body) {
    setText(this.note, "");
    try {
      const answer = await post(`/api/bays/${this.bay}/job/steps/${step}`, body);
      if (answer.status === 202) setText(this.note, "Sent. The bay has not confirmed it yet.");
      else this.changed(answer.body);
    } catch (problem) {
      setText(this.note, problem.message);
    }
  }
}

export const isOpen = (step) => step.state === "waiting" || step.state === "failed";

/** The steps that the work asks for as it stands. @param {import("./contract.js").JobProgress} progress */
export const listedSteps = (progress) => progress.steps.filter((step) => isListed(progress, step) && (step.id !== "headlights" || needsHeadlights(progress, step)));

function needsHeadlights(progress, step) {
  return step.state === "done" || progress.verdicts.some(({ about, word }) => about === "remove" && (word === "not-proven" || word === "do-not-remove"));
}
