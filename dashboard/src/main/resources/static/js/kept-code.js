import { get } from "./api.js";
import { revealForm } from "./code-panel.js";
import { el } from "./dom.js";
import { placeWords, unitName } from "./radio-words.js";

/** Where the code of the radio in front of the technician lies and, where the workshop keeps it, the code: for whoever types it in now. */
export class KeptCode {
  /** @param {HTMLElement} panel */
  constructor(panel) {
    this.panel = panel;
    this.body = panel.querySelector("[data-role=kept-code-body]");
  }

  /** @param {import("./contract.js").Job|null} job */
  show(job) {
    const vehicle = job?.kind === "code-entry" ? job.vehicle?.id : undefined;
    this.panel.hidden = vehicle === undefined;
    if (vehicle === this.vehicle) return;
    this.vehicle = vehicle;
    this.body.replaceChildren();
    if (vehicle !== undefined) this.load(vehicle);
  }

  async load(vehicle) {
    try {
      const { fitted } = await get(`/api/vehicles/${vehicle}/head-unit`);
      if (vehicle === this.vehicle) this.body.replaceChildren(...(fitted ? this.of(fitted, vehicle) : [el("p", { class: "muted" }, "The registry knows no radio of this car. ", el("a", { href: `/vehicles/${vehicle}`, text: "Enter it" }), ": then its lockouts are known here.")]));
    } catch (problem) {
      this.body.replaceChildren(el("p", { class: "fault", text: problem.message }));
    }
  }

  of(radio, vehicle) {
    const parts = [el("p", {}, el("b", { class: "plate", text: placeWords(radio) }), " ", el("a", { href: `/head-units/${radio.headUnit}`, text: unitName(radio) }))];
    if (radio.codeKept) parts.push(revealForm(`/api/head-units/${radio.headUnit}/code`, () => this.load(vehicle)));
    return parts;
  }
}
