import { el, role } from "../dom.js";
import { startShell } from "../shell.js";
import { vehicleForm } from "../vehicle-form.js";
import { searchVehicles, vehicleWords } from "../vehicle-search.js";

startShell();
role("register").append(vehicleForm((vehicle) => location.assign(`/vehicles/${vehicle.id}`)));

const entry = (vehicle) => el("li", {}, el("a", { class: "button quiet option", href: `/vehicles/${vehicle.id}`, data: { testid: "vehicle" } }, ...vehicleWords(vehicle)));
const nothing = (query) => el("li", { class: "muted", text: query === "" ? "No vehicle is registered yet." : `No vehicle matches “${query}”.` });
searchVehicles(role("search"), role("found"), entry, nothing)();
