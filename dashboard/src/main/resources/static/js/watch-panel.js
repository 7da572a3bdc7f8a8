import { get, post } from "./api.js";
import { serverNow, since } from "./clock.js";
import { el, role, setText } from "./dom.js";
import { elapsed, sinceTime } from "./format.js";
import { vehicleForm } from "./vehicle-form.js";
import { searchVehicles, vehicleWords } from "./vehicle-search.js";
import { jobName } from "./words.js";

/** The right side of the bay: starts a job for a vehicle, or shows the one that runs and finishes it. */
export class WatchPanel {
  /** @param {string} bay @param {(job: import("./contract.js").Job) => void} changed */
  constructor(bay, changed) {
    this.bay = bay;
    this.changed = changed;
    this.vehicle = null;
    this.starter = role("start");
    this.runner = role("running");
    this.note = role("job-note");
    this.startButton = role("start-button");
    this.swapButton = role("swap-button");
    this.chosen = role("chosen");
    this.search = searchVehicles(role("search"), role("found"), (vehicle) => this.option(vehicle), (query) => this.nothing(query));
    role("new-vehicle").append(vehicleForm((vehicle) => this.choose(vehicle)));
    this.startButton.addEventListener("click", () => this.start("watch", this.startButton));
    this.swapButton.addEventListener("click", () => this.start("battery-swap", this.swapButton));
    role("finish-button").addEventListener("click", () => this.finish());
    role("other-vehicle").addEventListener("click", () => this.choose(null));
    this.search();
    this.choose(null);
    this.preselect(new URLSearchParams(location.search).get("vehicle"));
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
    this.allowStart();
    if (vehicle) {
      role("new-details").open = false;
      role("chosen-words").replaceChildren(...vehicleWords(vehicle));
      this.swapButton.focus();
    }
  }

  allowStart() {
    for (const button of [this.startButton, this.swapButton]) button.disabled = this.vehicle === null || !this.online;
  }

  async start(kind, button) {
    await this.order(button, `/api/bays/${this.bay}/job`, { kind, vehicle: this.vehicle.id });
  }

  async finish() {
    await this.order(role("finish-button"), `/api/bays/${this.bay}/job/finish`, { revision: this.job.revision });
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
    const changedJob = this.job?.id !== state.job?.id;
    this.job = state.job;
    this.online = state.online;
    this.starter.hidden = this.job !== null;
    this.runner.hidden = this.job === null;
    this.allowStart();
    setText(role("start-hint"), this.online ? "" : "The bay is offline: a job can be started when it is back.");
    if (changedJob) {
      setText(this.note, "");
      this.choose(null);
    }
    if (this.job) this.showJob(this.job);
    this.tick();
  }

  showJob({ kind, vehicle, startedAt }) {
    setText(role("finish-button"), `Finish ${jobName(kind).toLowerCase()}`);
    setText(role("job-kind"), `${jobName(kind)} · since ${sinceTime(startedAt, serverNow())}`);
    setText(role("job-plate"), vehicle?.plate ?? "");
    setText(role("job-vehicle"), vehicle?.label ?? "");
    const link = role("job-link");
    link.hidden = !vehicle;
    if (vehicle) link.href = `/vehicles/${vehicle.id}`;
  }

  tick() {
    if (this.job) setText(role("job-elapsed"), elapsed(since(this.job.startedAt)));
  }
}

