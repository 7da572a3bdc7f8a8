import { post } from "./api.js";
import { el } from "./dom.js";
import { field, submit } from "./fields.js";
import { onSubmit } from "./form.js";
import { today } from "./radio-words.js";

/**
 * The form that takes a head unit out of its car.
 * @param {number} unit @param {string} from the car in a word @param {(file: any) => void} done
 */
export function removalForm(unit, from, done) {
  const form = el("form", { class: "grid", id: "remove" }, field("removedOn", "Taken out on", { value: today(), autocomplete: "off" }, "2024, 2024-05 or the day"),
    submit(`Taken out of ${from}`, "remove-head-unit"));
  onSubmit(form, async (values) => done((await post(`/api/head-units/${unit}/remove`, values)).body));
  return el("details", {}, el("summary", { text: "Taken out" }), form);
}

/** Puts a head unit into a car; the day may be missing. @throws {import("./api.js").Problem} */
export const fit = async (unit, vehicle, fittedOn) => (await post(`/api/head-units/${unit}/fit`, { vehicle: Number(vehicle), fittedOn: fittedOn || null })).body;

/** The field for the day of fitting. */
export const fittedField = () => field("fittedOn", "Put in on", { autocomplete: "off" }, "empty: it was there before");
