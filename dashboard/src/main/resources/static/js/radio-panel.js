import { get, Problem } from "./api.js";
import { el } from "./dom.js";
import { fact } from "./fields.js";
import { fit, fittedField, removalForm } from "./fit-form.js";
import { headUnitForm } from "./head-unit-form.js";
import { lockoutWords, placeWords, stayWords, unitName } from "./radio-words.js";

/** The head unit of a vehicle, what to go by with it, and the ways to put one in or take it out. */
export class RadioPanel {
  /** @param {HTMLElement} panel @param {string} vehicle */
  constructor(panel, vehicle) {
    this.panel = panel;
    this.vehicle = vehicle;
  }

  async load() {
    try {
      this.show(await get(`/api/vehicles/${this.vehicle}/head-unit`));
    } catch (problem) {
      this.fault(problem);
    }
  }

  show({ fitted, fittings }) {
    const earlier = fittings.filter(({ removedOn }) => removedOn);
    this.panel.replaceChildren(...(fitted ? this.fitted(fitted) : this.none()), ...(earlier.length > 0 ? [el("div", {}, el("span", { class: "label", text: "Earlier" }),
      el("ol", { class: "lines" }, ...earlier.map((stay) => el("li", {}, el("a", { href: `/head-units/${stay.headUnit}`, text: [stay.headUnitName, stay.serial].filter(Boolean).join(" · ") }), el("span", { class: "muted num", text: ` · ${stayWords(stay)}` })))))] : []));
  }

  fitted(profile) {
    const facts = [
      ["Serial", profile.serial ?? "not read yet"], ["Kind", profile.profileName], ["Code kept", placeWords(profile) + (profile.codeKept ? " · also here, sealed" : "")],
      ["Digits", profile.digits], ["Lockout", profile.lockout && lockoutWords(profile.lockout)], ["Ignition while waiting", profile.ignitionWhileWaiting],
    ].filter(([, value]) => value !== null);
    return [el("a", { class: "button quiet option", href: `/head-units/${profile.headUnit}`, data: { testid: "fitted" } }, el("b", { class: "plate", text: unitName(profile) }), el("span", { class: "muted", text: "code, history, what to go by" })),
      el("dl", { class: "facts" }, ...facts.map(([word, value]) => fact(word, String(value)))), removalForm(profile.headUnit, "this car", () => this.load())];
  }

  none() {
    const day = fittedField();
    const query = el("input", { type: "search", name: "q", autocomplete: "off", placeholder: "CM 2158" });
    const found = el("ul", { class: "found" });
    query.addEventListener("input", () => this.search(query.value, found, day));
    // Small while it is empty: most who open the page want something else.
    return [el("p", { class: "muted", text: "None is entered. With one, a job knows digits, lockout and where the code lies." }),
      el("details", { data: { testid: "put-in" } }, el("summary", { text: "Enter the head unit" }), el("div", { class: "stack" }, day,
        el("label", { class: "field" }, el("span", { text: "One that is registered: serial number" }), query), found,
        el("details", {}, el("summary", { text: "A new head unit" }), headUnitForm((file) => this.put(file.headUnit.id, day), { vehicle: this.vehicle }))))];
  }

  async search(text, found, day) {
    if (text.trim() === "") return found.replaceChildren();
    const units = await get(`/api/head-units?q=${encodeURIComponent(text.trim())}`).catch(() => []);
    return found.replaceChildren(...units.map((unit) => el("li", {}, el("button", { type: "button", class: "quiet option", disabled: unit.vehicle !== null, on: { click: () => this.put(unit.id, day) } },
      el("b", { class: "plate", text: unit.serial ?? "no serial" }), el("span", { class: "muted", text: `${unitName(unit)}${unit.vehicle ? ` · in ${unit.vehicle.plate}` : ""}` })))));
  }

  async put(unit, day) {
    try {
      await fit(unit, this.vehicle, day.querySelector("input").value);
      await this.load();
    } catch (problem) {
      this.fault(problem);
    }
  }

  fault(problem) {
    const words = problem instanceof Problem && problem.violations.length > 0 ? problem.violations.map(({ field, message }) => `${field} ${message}`).join("; ") : problem.message;
    this.panel.append(el("p", { class: "fault", role: "alert", text: words }));
  }
}
