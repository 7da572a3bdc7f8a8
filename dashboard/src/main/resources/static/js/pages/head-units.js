import { showKeeping } from "../code-keeping.js";
import { el, role } from "../dom.js";
import { headUnitForm } from "../head-unit-form.js";
import { unitName } from "../radio-words.js";
import { startShell } from "../shell.js";
import { searchList } from "../vehicle-search.js";

startShell();
role("register").append(headUnitForm(({ headUnit }) => location.assign(`/head-units/${headUnit.id}`)));
showKeeping(role("keeping"), document.querySelector("main").dataset.manager === "true");

const entry = (unit) => el("li", {}, el("a", { class: "button quiet option", href: `/head-units/${unit.id}`, data: { testid: "head-unit" } },
  el("b", { class: "plate num", text: unit.serial ?? "no serial yet" }), el("span", { class: "muted", text: `${unitName(unit)} · ${unit.vehicle ? unit.vehicle.plate : "in no car"}` })));
const nothing = (query) => el("li", { class: "muted", text: query === "" ? "No head unit is entered yet." : `No head unit matches “${query}”.` });
searchList("/api/head-units", role("search"), role("found"), entry, nothing)();
