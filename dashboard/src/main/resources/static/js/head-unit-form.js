import { get, post, put } from "./api.js";
import { el } from "./dom.js";
import { choice, field, submit } from "./fields.js";
import { onSubmit } from "./form.js";
import { PLACES } from "./radio-words.js";

/**
 * The form that enters a head unit, or changes one that is there.
 * @param {(file: any) => void} done
 * @param {{unit?: any, vehicle?: string}} [about] the head unit to change; the vehicle whose kinds come first
 */
export function headUnitForm(done, { unit, vehicle } = {}) {
  const kinds = choice("profile", "Kind", {});
  const form = el("form", { class: "grid", id: unit ? "change-head-unit" : "enter-head-unit", data: { form: "head-unit" } },
    field("maker", "Maker", { value: unit?.maker, placeholder: "Clarion" }, "required"),
    field("model", "Model", { value: unit?.model }),
    field("serial", "Serial number", { value: unit?.serial, autocomplete: "off", autocapitalize: "characters" }),
    kinds,
    choice("codePlace", "The code is kept", PLACES, unit?.codePlace),
    field("codePlaceNote", "Where exactly", { value: unit?.codePlaceNote }, "not the code"),
    el("label", { class: "field across" }, el("span", { text: "Note" }), el("input", { name: "note", value: unit?.note })),
    unit ? submit("Save", "change-head-unit") : submit("Enter head unit", "enter-head-unit"));
  fillKinds(kinds.querySelector("select"), unit?.profile, vehicle);
  onSubmit(form, async (values) => {
    const { body } = await (unit ? put(`/api/head-units/${unit.id}`, values) : post("/api/head-units", values));
    if (!unit) form.reset();
    done(body);
  });
  return form;
}

/** Those that fit the car stand first; the best of them is chosen. */
async function fillKinds(select, chosen, vehicle) {
  const profiles = await get(`/api/profiles${vehicle ? `?vehicle=${vehicle}` : ""}`);
  select.replaceChildren(...profiles.map(({ id, name, fit }) => el("option", { value: id, text: fit > 0 ? `${name} · fits this car` : name, selected: id === chosen })));
}
