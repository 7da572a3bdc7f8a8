import { post } from "./api.js";
import { el } from "./dom.js";
import { onSubmit } from "./form.js";

const FIELDS = [
  ["plate", "Plate", "required", { autocomplete: "off", autocapitalize: "characters" }],
  ["make", "Make", "required", {}],
  ["model", "Model", "required", {}],
  ["generation", "Generation", "", {}],
  ["year", "Year", "", { inputmode: "numeric" }],
  ["vin", "VIN", "17 characters", { autocomplete: "off", autocapitalize: "characters" }],
];

/** How a vehicle is called in a line. @param {import("./contract.js").Vehicle} vehicle */
export const vehicleName = ({ make, model, generation }) => [make, model, generation].filter(Boolean).join(" ");

/**
 * The form that registers a vehicle.
 * @param {(vehicle: import("./contract.js").Vehicle) => void} registered
 */
export function vehicleForm(registered) {
  const form = el("form", { class: "grid", id: "register-vehicle", data: { form: "vehicle" } },
    ...FIELDS.map(([name, label, hint, attributes]) => el("label", { class: "field" },
      el("span", {}, label, hint ? el("em", { text: ` · ${hint}` }) : ""),
      el("input", { name, "aria-required": hint === "required" ? "true" : null, ...attributes }))),
    el("label", { class: "field across" }, el("span", { text: "Note" }), el("input", { name: "note" })),
    el("button", { type: "submit", class: "primary across", data: { action: "register-vehicle" }, text: "Register vehicle" }));
  onSubmit(form, async (values) => {
    const { body } = await post("/api/vehicles", values);
    form.reset();
    registered(body);
  });
  return form;
}
