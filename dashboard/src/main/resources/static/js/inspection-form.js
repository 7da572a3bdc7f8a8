import { get, post } from "./api.js";
import { el, role, setText } from "./dom.js";
import { dateTime } from "./format.js";
import { onSubmit } from "./form.js";
import { subjects } from "./words-diagnosis.js";

const WITH_A_FIGURE = "quiescent-load";

/**
 * The form for what somebody found out about the radio and its feed, and the list of what was found out.
 * @param {string} vehicle @param {() => void} entered
 */
export function startInspectionForm(vehicle, entered) {
  const form = document.getElementById("inspection");
  const path = `/api/vehicles/${vehicle}/inspections`;
  role("subject", form).append(...Object.entries(subjects).map(([value, { words }]) => el("option", { value, text: words })));
  role("subject", form).addEventListener("change", () => offer(form));
  offer(form);
  show(path);
  onSubmit(form, async ({ subject, found, milliamperes, note }) => {
    await post(path, { subject, found, milliamperes, note });
    form.elements.note.value = "";
    form.elements.milliamperes.value = "";
    await show(path);
    entered();
  });
}

function offer(form) {
  const subject = form.elements.subject.value;
  role("found", form).replaceChildren(...Object.entries(subjects[subject].found).map(([value, text]) => el("option", { value, text })));
  const load = role("load", form);
  load.hidden = subject !== WITH_A_FIGURE;
  load.querySelector("input").disabled = load.hidden;
}

async function show(path) {
  try {
    role("inspections").replaceChildren(...(await get(path)).map(entry));
  } catch (problem) {
    setText(role("diagnosis-fault"), problem.message);
  }
}

function entry({ subject, found, milliamperes, note, enteredBy, enteredAt }) {
  const known = subjects[subject];
  const words = milliamperes === undefined || milliamperes === null ? known?.found[found] ?? found : `${milliamperes} mA`;
  return el("li", { data: { testid: "inspection" } },
    el("span", { text: `${known?.words ?? subject}: ${words}` }),
    el("small", { class: "num", text: [dateTime(enteredAt), enteredBy, note].filter(Boolean).join(" · ") }));
}
