import { post, put } from "./api.js";
import { el } from "./dom.js";
import { choice, field, submit } from "./fields.js";
import { volts } from "./format.js";
import { onSubmit } from "./form.js";
import { today } from "./radio-words.js";
import { DIODES } from "./saver-words.js";

const NUMBER = { inputmode: "decimal", autocomplete: "off" };

/**
 * The form that enters a saver, or changes one that is there.
 * @param {(file: any) => void} done
 * @param {import("./contract.js").Saver} [saver] the one to change
 */
export function saverForm(done, saver) {
  const number = (name, label, usual, hint) => field(name, label, { ...NUMBER, value: saver ? saver[name] : usual }, hint);
  const form = el("form", { class: "grid", id: saver ? `change-saver-${saver.id}` : "enter-saver", data: { form: "saver" } },
    field("name", "Name or number", { value: saver?.name, placeholder: "Saver 1", autocomplete: "off", "aria-required": "true" }),
    number("noLoadVolts", "Without load, V", "12.0", "measured"),
    number("ratingAmperes", "Rating, A", null, "if known"),
    choice("diode", "Blocking diode", DIODES, saver?.diode ?? "box"),
    number("diodeVolts", "Diode takes, V", null, "if measured"),
    number("holdFloorVolts", "Holds a car at, V", "10.5", "at the least"),
    el("label", { class: "field across" }, el("span", { text: "Remarks" }), el("input", { name: "remarks", value: saver?.remarks })),
    ...(saver ? [el("label", { class: "choice across" }, el("input", { type: "checkbox", name: "retired", checked: saver.retired }), "Retired: not offered any more")] : []),
    saver ? submit("Save", "change-saver") : submit("Enter saver", "enter-saver"));
  onSubmit(form, async (values) => {
    const { body } = await (saver ? put(`/api/savers/${saver.id}`, values) : post("/api/savers", values));
    if (!saver) form.reset();
    done(body);
  });
  return form;
}

/**
 * The form for what a saver held under a known load.
 * @param {(file: any) => void} done @param {{saver: import("./contract.js").Saver, testLimitVolts: number}} file
 */
export function loadTestForm(done, { saver, testLimitVolts }) {
  const form = el("form", { class: "grid", id: `test-saver-${saver.id}`, data: { form: "load-test" } },
    el("p", { class: "across muted", text: `A lamp of 21 W draws about 1.8 A. Measure at the end of the saver's lead; it has to hold ${volts(testLimitVolts)} V for 10 s.` }),
    field("amperes", "Load, A", { ...NUMBER, placeholder: "1.8" }),
    field("seconds", "For, s", { inputmode: "numeric", value: 10 }),
    field("heldVolts", "Held, V", NUMBER, "the least"),
    field("testedOn", "On", { type: "date", value: today() }),
    submit("Enter load test", "enter-load-test"));
  onSubmit(form, async (values) => done((await post(`/api/savers/${saver.id}/tests`, values)).body));
  return form;
}
