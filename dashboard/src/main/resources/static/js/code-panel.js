import { post, put } from "./api.js";
import { el } from "./dom.js";
import { field, submit } from "./fields.js";
import { dateTime } from "./format.js";
import { onSubmit } from "./form.js";
import { placeWords } from "./radio-words.js";

/** How long a shown code stays on the screen. */
const SHOWN_MILLIS = 60_000;

/**
 * Where the code of a head unit is kept and, where the workshop keeps codes, the code: entered, shown for a minute, deleted.
 * @param {HTMLElement} panel @param {any} file of the head unit @param {(file?: any) => void} changed without a file: load it again
 */
export function showCode(panel, { headUnit, code, codeKeepingOn, reveals }, changed) {
  const path = `/api/head-units/${headUnit.id}/code`;
  const parts = [el("p", {}, el("span", { class: "label", text: "Kept" }), el("br"), el("b", { class: "plate", text: placeWords(headUnit) }))];
  if (code) parts.push(el("p", { class: "muted small", text: `The registry keeps it, sealed: given by ${code.keptBy}, ${dateTime(code.keptAt)}.` }));
  if (code && codeKeepingOn) parts.push(revealForm(path, changed));
  if (code && !codeKeepingOn) parts.push(el("p", { class: "warn", text: "Codes are no longer kept in this workshop: this one can only be deleted." }));
  if (codeKeepingOn) parts.push(keepDetails(path, code, changed));
  if (!codeKeepingOn && !code) parts.push(el("p", { class: "muted small", text: "The registry keeps no codes. A manager can turn it on." }));
  if (code) parts.push(el("button", { type: "button", class: "quiet", data: { action: "delete-code" }, text: "Delete the code", on: { click: () => remove(path, panel, changed) } }));
  if (reveals.length > 0) {
    parts.push(el("div", {}, el("span", { class: "label", text: "Who was shown it" }), el("ol", { class: "lines", data: { testid: "reveals" } },
      ...reveals.map(({ who, why, at }) => el("li", {}, el("b", { text: who }), el("span", { class: "muted num", text: ` · ${dateTime(at)}` }), el("div", { text: why }))))));
  }
  panel.replaceChildren(...parts);
}

/** Asks why, and shows the code for a minute. @param {string} path of the head unit's code @param {() => void} changed when it is hidden again */
export function revealForm(path, changed) {
  const form = el("form", { class: "stack", id: "reveal", data: { form: "reveal" } },
    field("reason", "Why do you need it?", { autocomplete: "off", placeholder: "Battery was swapped" }, "stays on record with your name"),
    submit("Show the code for a minute", "reveal-code"));
  onSubmit(form, async (values) => {
    const { body } = await post(`${path}/reveal`, values);
    form.replaceChildren(el("p", { class: "code num", data: { testid: "code" }, role: "status", text: body.code }),
      el("button", { type: "button", class: "primary", text: "Done, hide it", on: { click: () => changed() } }));
    setTimeout(() => form.isConnected && changed(), SHOWN_MILLIS);
  });
  return form;
}

function keepDetails(path, code, changed) {
  const form = el("form", { class: "stack", id: "keep", data: { form: "keep-code" }, autocomplete: "off" },
    field("code", "Code", { autocomplete: "off", pattern: "[0-9]*", type: "tel" }, "as it stands on the card"), submit("Keep it", "keep-code"));
  onSubmit(form, async (values) => changed((await put(path, values)).body));
  return el("details", {}, el("summary", { text: code ? "Another code" : "Keep the code here" }), form);
}

async function remove(path, panel, changed) {
  if (!confirm("Delete the code? It cannot be brought back.")) return;
  try {
    changed((await post(`${path}/delete`)).body);
  } catch (problem) {
    panel.append(el("p", { class: "fault", role: "alert", text: problem.message }));
  }
}
