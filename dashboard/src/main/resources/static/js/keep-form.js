import { put } from "./api.js";
import { el } from "./dom.js";
import { onSubmit } from "./form.js";
import { dateTime } from "./format.js";

const LEVELS = [["windowDays", "Windows of 100 ms, days"], ["secondDays", "Seconds, days"], ["minuteDays", "Minutes and coarser, days"]];

/** How long levels are kept in words, and the form for who may decide. */
export function keepPanel(rule, manager, changed) {
  const said = rule.configured
    ? "The dashboard's configuration says so; it is changed there."
    : rule.enteredBy
      ? `Since ${dateTime(rule.enteredAt)}, by ${rule.enteredBy}.`
      : "As it comes; nobody has changed it.";
  const about = el("p", { class: "muted", data: { testid: "keep-rule" }, text: said });
  return manager && !rule.configured ? [form(rule.keep, changed), about] : [words(rule.keep), about];
}

const words = (keep) => el("dl", { class: "facts" }, ...LEVELS.map(([name, word]) =>
  el("div", {}, el("dt", { class: "label", text: word.replace(", days", "") }), el("dd", { text: keep[name] === null ? "for ever" : `${keep[name]} days` }))));

function form(keep, changed) {
  const node = el("form", { class: "stack", id: "keep", data: { form: "keep" }, autocomplete: "off" },
    ...LEVELS.map(([name, word]) => level(name, word, keep[name])),
    el("button", { type: "submit", class: "primary", data: { action: "keep" }, text: "Keep so" }));
  onSubmit(node, async ({ windowDays, secondDays, minuteDays }) => {
    const wanted = { windowDays: windowDays ?? null, secondDays: secondDays ?? null, minuteDays: minuteDays ?? null };
    const shorter = LEVELS.some(([name]) => wanted[name] !== null && (keep[name] === null || wanted[name] < keep[name]));
    if (shorter && !confirm("Keep it for a shorter time? What is older goes in the next minutes and cannot be brought back.")) return;
    await put("/api/storage/keep", wanted);
    await changed();
  });
  return node;
}

/** An empty field would be easily mistaken: for ever is a choice of its own, which puts the field out of use. */
function level(name, word, days) {
  const input = el("input", { name, inputmode: "numeric", value: days ?? "", disabled: days === null });
  const box = el("input", { type: "checkbox", checked: days === null, "aria-label": `${word.replace(", days", "")} for ever` });
  box.addEventListener("change", () => {
    input.disabled = box.checked;
    if (!box.checked) input.focus();
  });
  return el("div", { class: "days" }, el("label", { class: "field" }, el("span", { text: word }), input), el("label", { class: "choice" }, box, "for ever"));
}
