import { post } from "./api.js";
import { el } from "./dom.js";
import { submit } from "./fields.js";
import { onSubmit } from "./form.js";
import { dateTime } from "./format.js";
import { stayWords } from "./radio-words.js";

/**
 * The cars that a head unit was in; one that was entered wrong can be taken back, and stays on record below.
 * @param {HTMLElement} list @param {number} unit @param {{fittings: any[], corrections: any[]}} file @param {(file: any) => void} done
 */
export function showStays(list, unit, { fittings, corrections }, done) {
  list.replaceChildren(...(fittings.length === 0 ? [el("li", { class: "muted", text: "In no car yet." })] : fittings.map((stay) => entry(stay, unit, done))),
    ...corrections.map(({ plate, why, by, at }) => el("li", { class: "muted small", data: { testid: "correction" }, text: `Taken back: ${plate}, because “${why}” (${by}, ${dateTime(at)})` })));
}

function entry(stay, unit, done) {
  return el("li", { data: { testid: "stay" } },
    el("a", { href: `/vehicles/${stay.vehicle.id}` }, el("b", { text: stay.vehicle.plate }), ` ${stay.vehicle.label}`), el("span", { class: "muted num", text: ` · ${stayWords(stay)}` }),
    el("details", {}, el("summary", { text: "Entered wrong" }), takeBack(stay, unit, done)));
}

function takeBack(stay, unit, done) {
  const form = el("form", { class: "stack" }, el("label", { class: "field" }, el("span", { text: "What was wrong" }), el("input", { name: "why", autocomplete: "off" })), submit("Take this entry back", "take-back"));
  onSubmit(form, async ({ why }) => done((await post(`/api/head-units/${unit}/fittings/${stay.id}/take-back`, { why })).body));
  return form;
}
