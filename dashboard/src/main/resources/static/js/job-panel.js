import { get, post } from "./api.js";
import { serverNow, since } from "./clock.js";
import { el, icon, role, setText } from "./dom.js";
import { elapsed, sinceTime } from "./format.js";
import { jobName, mainJob, otherJobs } from "./jobs.js";
import { isOpen, listedSteps } from "./procedure.js";
import { SaverChoice } from "./saver-choice.js";
import { vehicleForm } from "./vehicle-form.js";
import { searchVehicles, vehicleWords } from "./vehicle-search.js";
import { capital, riskWords } from "./words-diagnosis.js";

/** A second tap within this time finishes a job whose steps are not over. */
const SURE_MILLIS = 4000;

/** Starts a job for a vehicle, or shows the one that runs and finishes it. */
export class JobPanel {
  /** @param {string} bay @param {(job: import("./contract.js").Job) => void} changed */
  constructor(bay, changed) {
    this.bay = bay;
    this.changed = changed;
    this.vehicle = null;
    this.starter = role("start");
    this.runner = role("running");
    this.note = role("job-note");
    this.chosen = role("chosen");
    this.finishButton = role("finish-button");
    this.saver = new SaverChoice(role("saver-choice"), bay);
    this.search = searchVehicles(role("search"), role("found"), (vehicle) => this.option(vehicle), (query) => this.nothing(query));
    role("new-vehicle").append(vehicleForm((vehicle) => this.choose(vehicle)));
    this.starts = [this.startButton(mainJob, "primary"), ...otherJobs.map((job) => this.startButton(job, "quiet"))];
    role("starts").append(...this.starts);
    this.finishButton.addEventListener("click", () => this.finish());
    role("other-vehicle").addEventListener("click", () => this.choose(null));
    this.search();
    this.choose(null);
    this.preselect(new URLSearchParams(location.search).get("vehicle"));
  }

  startButton({ kind, name, hint }, look) {
    const button = el("button", { type: "button", class: look, data: { action: `start-${kind}` }, on: { click: () => this.start(kind, button) } },
      el("span", { text: name }), el("small", { text: hint }));
    return button;
  }

  /** The vehicle's own page links here with its number. @param {string|null} id */
  async preselect(id) {
    if (!/^\d+$/.test(id ?? "")) return;
    try {
      const vehicle = await get(`/api/vehicles/${id}`);
      if (!this.job) this.choose(vehicle);
    } catch (problem) {
      setText(this.note, problem.message);
    }
  }

  option(vehicle) {
    return el("li", {}, el("button", {
      type: "button", class: "option quiet", data: { testid: "vehicle-option", vehicleId: vehicle.id }, on: { click: () => this.choose(vehicle) },
    }, ...vehicleWords(vehicle)));
  }

  nothing(query) {
    return el("li", { class: "muted", text: query === "" ? "No vehicle is registered yet: register the first one below." : `No vehicle matches “${query}”: register it below.` });
  }

  choose(vehicle) {
    this.vehicle = vehicle;
    role("choose").hidden = vehicle !== null;
    this.chosen.hidden = vehicle === null;
    role("starts").hidden = vehicle === null;
    role("chosen-risk").hidden = true;
    role("saver-choice").hidden = true;
    this.allowStart();
    if (vehicle) {
      role("new-details").open = false;
      role("chosen-words").replaceChildren(...vehicleWords(vehicle));
      this.starts[0].focus();
      this.showRisk(vehicle);
      this.saver.load().catch((problem) => setText(this.note, problem.message));
    }
  }

  /** Before anybody touches the clamps: what is known of this car's radio and its feed. */
  async showRisk(vehicle) {
    let risk;
    try {
      ({ risk } = await get(`/api/vehicles/${vehicle.id}/diagnosis`));
    } catch (problem) {
      setText(this.note, problem.message);
      return;
    }
    if (this.vehicle !== vehicle || risk.level === "unknown") return;
    const { words, colour } = riskWords[risk.level];
    const line = role("chosen-risk");
    line.dataset.level = colour;
    line.replaceChildren(icon(colour || "ok"), el("span", {}, el("b", { text: words }), ...(risk.reasons ?? []).slice(0, 2).map((reason) => el("small", { text: capital(reason.words) }))));
    line.hidden = false;
  }

  allowStart() {
    for (const button of this.starts) button.disabled = this.vehicle === null || !this.online;
  }

  async start(kind, button) {
    await this.order(button, `/api/bays/${this.bay}/job`, { kind, vehicle: this.vehicle.id, saver: this.saver.chosen });
  }

  /** A glove finds the button by mistake: while steps are open it takes a second tap. */
  async finish() {
    if (hasOpenSteps(this.job) && !this.sure) {
      this.sure = setTimeout(() => this.notSure(), SURE_MILLIS);
      this.showFinish();
      return;
    }
    this.notSure();
    await this.order(this.finishButton, `/api/bays/${this.bay}/job/finish`, { revision: this.job.revision });
  }

  notSure() {
    clearTimeout(this.sure);
    this.sure = undefined;
    if (this.job) this.showFinish();
  }

  showFinish() {
    const name = jobName(this.job.kind).toLowerCase();
    setText(this.finishButton, this.sure ? "Steps are open: finish all the same" : `Finish ${name}`);
    this.finishButton.className = this.sure ? "sure" : hasOpenSteps(this.job) ? "quiet" : "primary";
  }

  async order(button, path, body) {
    button.disabled = true;
    setText(this.note, "");
    try {
      const answer = await post(path, body);
      if (answer.status === 202) setText(this.note, "Sent. The bay has not confirmed it yet.");
      else this.changed(answer.body);
    } catch (problem) {
      setText(this.note, problem.message);
    } finally {
      button.disabled = false;
      this.allowStart();
    }
  }

  /** @param {import("./bay-state.js").BayState} state */
  show(state) {
    const before = this.job;
    this.job = state.job;
    this.online = state.online;
    this.starter.hidden = this.job !== null;
    this.runner.hidden = this.job === null;
    this.allowStart();
    setText(role("start-hint"), this.online ? "" : "The bay is offline: a job can be started when it is back.");
    if (before?.id !== this.job?.id) {
      setText(this.note, "");
      this.choose(null);
      this.notSure();
      this.offerReport(before);
    }
    if (this.job) this.showJob(this.job);
    this.tick();
  }

  /** Of the job that has just ended here. @param {import("./contract.js").Job|null|undefined} ended */
  offerReport(ended) {
    const link = role("report-link");
    link.hidden = this.job !== null || !ended;
    if (ended) link.href = `/jobs/${encodeURIComponent(ended.id)}`;
  }

  showJob({ kind, vehicle, startedAt }) {
    this.showFinish();
    setText(role("job-kind"), `${jobName(kind)} · since ${sinceTime(startedAt, serverNow())}`);
    setText(role("job-plate"), vehicle?.plate ?? "");
    setText(role("job-vehicle"), vehicle?.label ?? "");
    for (const name of ["job-link", "lock-link"]) role(name).hidden = !vehicle;
    if (vehicle) {
      role("job-link").href = `/vehicles/${vehicle.id}`;
      role("lock-link").href = `/vehicles/${vehicle.id}#lock`;
    }
  }

  tick() {
    if (this.job) setText(role("job-elapsed"), elapsed(since(this.job.startedAt)));
  }
}

const hasOpenSteps = ({ progress }) => (progress ? listedSteps(progress).some(isOpen) : false);
