import { get } from "../api.js";
import { showCode } from "../code-panel.js";
import { el, role, setText } from "../dom.js";
import { fact, submit } from "../fields.js";
import { fit, fittedField, removalForm } from "../fit-form.js";
import { onSubmit } from "../form.js";
import { headUnitForm } from "../head-unit-form.js";
import { showKnown } from "../known.js";
import { unitName } from "../radio-words.js";
import { startShell } from "../shell.js";
import { showStays } from "../stays.js";
import { searchVehicles, vehicleWords } from "../vehicle-search.js";

const path = `/api/head-units/${document.querySelector("main").dataset.headUnit}`;

startShell();
load();

async function load() {
  try {
    show(await get(path));
  } catch (problem) {
    failed(problem);
  }
}

function show(file) {
  const { headUnit: unit, doubts, fittings, corrections, facts } = file;
  document.title = `${unit.serial ?? unitName(unit)} · Terminal 30`;
  setText(role("fault"), "");
  setText(role("name"), [unitName(unit), unit.serial].filter(Boolean).join(" · "));
  role("doubts").replaceChildren(...doubts.map((doubt) => el("li", { data: { testid: "doubt" }, text: doubt })));
  const known = [["Kind", unit.profileName], ["Serial number", unit.serial ?? "not read yet"], ["In", unit.vehicle && el("a", { href: `/vehicles/${unit.vehicle.id}`, text: `${unit.vehicle.plate} · ${unit.vehicle.label}` })], ["Note", unit.note]];
  role("facts").replaceChildren(...known.filter(([, value]) => value).map(([word, value]) => fact(word, value)));
  role("profile-link").href = `/profiles/${unit.profile}`;
  offerChange(unit);
  showCode(role("code"), file, (changed) => (changed ? show(changed) : load()));
  showMove(unit);
  showStays(role("fittings"), unit.id, { fittings, corrections }, show);
  showKnown(role("known"), facts, { path, back: "profile", backWord: "Back to the profile", origin: "head-unit", editable: true, done: show, failed });
}

function offerChange(unit) {
  const change = role("change");
  change.open = false;
  change.querySelector("form")?.remove();
  change.append(headUnitForm(show, { unit, vehicle: unit.vehicle?.id }));
}

function showMove(unit) {
  role("move").replaceChildren(unit.vehicle ? removalForm(unit.id, unit.vehicle.plate, show) : fittingForm(unit));
}

/** The car is chosen from a list: its number means nothing to a person. */
function fittingForm(unit) {
  const query = el("input", { type: "search", autocomplete: "off", placeholder: "A417KH" });
  const found = el("ul", { class: "found" });
  const chosen = el("input", { type: "hidden", name: "vehicle" });
  const form = el("form", { class: "stack", id: "fit" }, el("label", { class: "field" }, el("span", { text: "Car: plate, make or model" }), query, chosen), found, fittedField(), submit("Put into this car", "fit-head-unit"));
  const entry = (vehicle) => el("li", {}, el("button", { type: "button", class: "quiet option", on: { click: () => {
    chosen.value = vehicle.id;
    query.value = vehicle.plate;
    found.replaceChildren();
  } } }, ...vehicleWords(vehicle)));
  searchVehicles(query, found, entry, () => el("li", { class: "muted", text: "No vehicle matches." }));
  onSubmit(form, async ({ vehicle, fittedOn }) => show(await fit(unit.id, vehicle, fittedOn)));
  return el("details", {}, el("summary", { text: "Put into a car" }), form);
}

function failed(problem) {
  setText(role("fault"), problem.message);
}
