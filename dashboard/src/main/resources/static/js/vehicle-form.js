import { post, put } from "./api.js";
import { el } from "./dom.js";
import { choice, field, submit } from "./fields.js";
import { onSubmit } from "./form.js";
import { BATTERIES } from "./radio-words.js";

const FIELDS = [
  ["plate", "Plate", "required", { autocomplete: "off", autocapitalize: "characters" }],
  ["make", "Make", "required", {}],
  ["model", "Model", "required", {}],
  ["generation", "Generation", "", {}],
  ["year", "Year", "", { inputmode: "numeric" }],
  ["vin", "VIN", "17 characters", { autocomplete: "off", autocapitalize: "characters" }],
];
const BATTERY_FIELDS = [
  ["batteryAmpHours", "Battery, Ah", "", { inputmode: "numeric" }],
  ["batteryFittedOn", "Battery fitted", "2023, 2023-05 or 2023-05-17", { autocomplete: "off" }],
];

/** How a vehicle is called in a line. @param {import("./contract.js").Vehicle} vehicle */
export const vehicleName = ({ make, model, generation }) => [make, model, generation].filter(Boolean).join(" ");

/**
 * The form that registers a vehicle, or changes one that is there.
 * @param {(vehicle: import("./contract.js").Vehicle) => void} done
 * @param {import("./contract.js").Vehicle} [vehicle] the one to change
 */
export function vehicleForm(done, vehicle) {
  const input = ([name, label, hint, attributes]) => field(name, label,
    { "aria-required": hint === "required" ? "true" : null, value: vehicle?.[name], ...attributes }, hint);
  const asOnCar = el("label", { class: "choice across", hidden: true }, el("input", { type: "checkbox", name: "vinAsOnCar" }), "I looked again: the VIN stands so on the car");
  const form = el("form", { class: "grid", id: vehicle ? "change-vehicle" : "register-vehicle", data: { form: "vehicle" } },
    ...FIELDS.map(input), asOnCar,
    choice("batteryType", "Battery", { "": "Not known", ...BATTERIES }, vehicle?.batteryType ?? ""),
    ...BATTERY_FIELDS.map(input),
    el("label", { class: "field across" }, el("span", { text: "Note" }), el("input", { name: "note", value: vehicle?.note })),
    vehicle ? submit("Save", "change-vehicle") : submit("Register vehicle", "register-vehicle"));
  onSubmit(form, async (values) => {
    try {
      const { body } = await (vehicle ? put(`/api/vehicles/${vehicle.id}`, values) : post("/api/vehicles", values));
      if (!vehicle) form.reset();
      asOnCar.hidden = true;
      done(body);
    } catch (problem) {
      asOnCar.hidden = asOnCar.hidden && !problem.violations?.some(({ message }) => message.includes("vinAsOnCar"));
      throw problem;
    }
  });
  return form;
}
