import { Problem, get } from "../api.js";
import { el, role } from "../dom.js";
import { startShell } from "../shell.js";
import { vehicleForm } from "../vehicle-form.js";
import { searchVehicles, vehicleWords } from "../vehicle-search.js";

startShell();
role("register").append(vehicleForm((vehicle) => location.assign(`/vehicles/${vehicle.id}`)));

const entry = (vehicle) => el("li", {}, el("a", { class: "button quiet option", href: `/vehicles/${vehicle.id}`, data: { testid: "vehicle" } }, ...vehicleWords(vehicle)));
const nothing = (query) => el("li", { class: "muted", text: query === "" ? "No vehicle is registered yet." : `No vehicle matches “${query}”.` });
searchVehicles(role("search"), role("found"), entry, nothing)();

/** A number from a report leads to the report, too. */
const REPORT = /^\s*t30\W*\d{4}(\W*\w){12}\s*$/i;
role("search").addEventListener("input", async ({ target }) => {
  const typed = target.value;
  const line = role("report-found");
  line.replaceChildren();
  if (!REPORT.test(typed)) return;
  try {
    const { number, job } = await get(`/api/reports/${encodeURIComponent(typed.trim())}`);
    if (target.value === typed) line.replaceChildren(el("a", { class: "button quiet", href: `/jobs/${encodeURIComponent(job)}`, text: `Report ${number}`, data: { testid: "report" } }));
  } catch (problem) {
    if (target.value === typed) line.replaceChildren(el("span", { class: "fault", text: problem instanceof Problem && problem.violations[0] ? problem.violations[0].message : problem.message }));
  }
});
