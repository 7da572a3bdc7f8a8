import { el } from "./dom.js";

/** A field with its label. @param {Record<string, any>} attributes of the input */
export const field = (name, label, attributes = {}, hint = "") => el("label", { class: "field" },
  el("span", {}, label, hint ? el("em", { text: ` · ${hint}` }) : ""), el("input", { name, ...attributes }));

/** A field with a choice; the empty value comes first where there is one. @param {Record<string, string>} choices words by value */
export const choice = (name, label, choices, chosen = "") => el("label", { class: "field" }, el("span", { text: label }),
  el("select", { name }, ...Object.entries(choices).map(([value, text]) => el("option", { value, text, selected: value === chosen }))));

/** The button that sends a form. */
export const submit = (text, action) => el("button", { type: "submit", class: "primary across", data: { action }, text });

/** A word and what it stands for, in a list of facts. */
export const fact = (word, value) => el("div", {}, el("dt", { class: "label", text: word }), el("dd", { class: "num" }, value));
