import { post, Problem } from "./api.js";
import { el, role } from "./dom.js";
import { localInput } from "./format.js";
import { onSubmit } from "./form.js";
import { displayWords } from "./words.js";
import { beforeWords } from "./words-diagnosis.js";

/**
 * The form for "the radio locked": at an exact time, or somewhere between two.
 * @param {string} vehicle @param {(lock: any) => void} entered
 */
export function startLockForm(vehicle, entered) {
  const form = document.getElementById("lock");
  role("display", form).append(...Object.entries(displayWords).map(([value, text]) => el("option", { value, text })));
  role("before", form).append(...Object.entries(beforeWords).map(([value, text]) => el("option", { value, text })));
  form.elements.at.value = localInput(Date.now());
  form.addEventListener("change", (event) => {
    if (event.target.name === "known") showKnown(form, event.target.value);
  });
  onSubmit(form, async ({ at, from, to, display, before, note, known }) => {
    const time = known === "exact" ? { at } : { from, to };
    const missing = Object.keys(time).filter((field) => time[field] === null);
    if (missing.length > 0) throw new Problem(400, { violations: missing.map((field) => ({ field, message: "must be given" })) });
    const { body } = await post(`/api/vehicles/${vehicle}/locks`, { ...time, display, before, note });
    form.elements.note.value = "";
    entered(body);
  });
}

function showKnown(form, known) {
  for (const field of form.querySelectorAll("[data-known]")) {
    const wanted = field.dataset.known === known;
    field.hidden = !wanted;
    field.querySelector("input").disabled = !wanted;
  }
}
