import { el } from "./dom.js";
import { SHELF_REASONS } from "./words.js";

const MINUTES = [15, 5];
const LONGEST_REASON = 120;
let forms = 0;

/**
 * Asks for how long and why an alarm is put away. A reason is the second tap and does it; what no button says is typed.
 * @param {(minutes: number, why: string) => void} shelve
 * @param {() => void} close
 */
export function shelfForm(shelve, close) {
  const name = `shelf-minutes-${++forms}`;
  const times = MINUTES.map((minutes, place) => el("label", { class: "shelf-time" },
    el("input", { type: "radio", name, value: String(minutes), checked: place === 0 }), `${minutes} min`));
  const minutes = () => Number(form.querySelector("input[type=radio]:checked").value);
  const reasons = SHELF_REASONS.map((why) => el("button", {
    type: "button", data: { why }, text: why, on: { click: () => shelve(minutes(), why) },
  }));
  const typed = el("input", { type: "text", name: "why", maxlength: String(LONGEST_REASON), placeholder: "Another reason", "aria-label": "Another reason", required: true, autocomplete: "off" });
  const form = el("form", { class: "shelf", hidden: true, "aria-label": "Shelve the alarm" },
    el("div", { class: "shelf-head" }, el("span", { class: "shelf-title", text: "Shelve – why?" }), el("span", { class: "shelf-times", role: "radiogroup", "aria-label": "For how long" }, ...times)),
    el("div", { class: "shelf-reasons" }, ...reasons),
    el("div", { class: "shelf-own" }, typed, el("button", { type: "submit", text: "Shelve" }), el("button", { type: "button", class: "quiet", text: "Back", on: { click: close } })));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    shelve(minutes(), typed.value.trim());
  });
  return form;
}
