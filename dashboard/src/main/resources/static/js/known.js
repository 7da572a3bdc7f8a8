import { put, post } from "./api.js";
import { el } from "./dom.js";
import { onSubmit } from "./form.js";

const ORIGINS = { workshop: "chosen by the workshop", "head-unit": "chosen for this head unit" };

/**
 * What to go by, point by point, with what the sources say; those who may, choose here.
 * @param {HTMLElement} list
 * @param {any[]} facts
 * @param {{path: string, back: string, backWord: string, origin: string, editable: boolean, done: (body: any) => void, failed: (problem: Error) => void}} options
 * `origin` is that of the choices that are made and taken back here
 */
export function showKnown(list, facts, options) {
  const open = new Set([...list.querySelectorAll("details[open]")].map((details) => details.dataset.fact));
  list.replaceChildren(...facts.map((fact) => article(fact, options, open.has(fact.fact))));
}

function article(fact, options, open) {
  const source = fact.source ? `${fact.origin === "shipped" ? "" : `${ORIGINS[fact.origin]}, `}source: ${fact.source}` : "";
  const who = fact.choice ? ` · ${fact.choice.by}` : "";
  const says = el("p", { class: fact.says ? "says num" : "says none", text: fact.says ?? "Nobody says anything." });
  const mark = el("span", { class: fact.origin === "shipped" ? "chip" : "chip own", data: { origin: fact.origin }, text: source + who });
  const left = el("div", {}, el("h3", { text: fact.title }), fact.source ? mark : "");
  return el("article", { data: { fact: fact.fact, testid: "fact" } }, left, el("div", {}, says, more(fact, options, open)));
}

function more(fact, options, open) {
  const others = fact.claims.length > 1 || fact.origin !== "shipped" ? `, ${fact.claims.length} claims` : "";
  if (!options.editable && others === "") return "";
  const details = el("details", { data: { fact: fact.fact }, open }, el("summary", { text: `${options.editable ? "Choose" : "Sources"}${others}` }),
    el("ul", { class: "claims" }, ...fact.claims.map((claim) => claimEntry(fact, claim, options))));
  if (options.editable) details.append(...editing(fact, options));
  return details;
}

function claimEntry(fact, claim, options) {
  const chosen = claim.says === fact.says && claim.source === fact.source;
  const words = el("span", { class: "text num" }, claim.says, el("span", { class: "muted small", text: ` · ${claim.source}${claim.note ? `, ${claim.note}` : ""}` }));
  const button = el("button", { type: "button", class: "quiet", text: "Use this", "aria-label": `Use ${claim.says}, source ${claim.source}`,
    on: { click: () => send(put(`${options.path}/facts/${fact.fact}`, { says: claim.says, source: claim.source }), options) } });
  return el("li", { data: { chosen } }, words, chosen ? el("span", { class: "muted small", text: "in use" }) : options.editable ? button : "");
}

function editing(fact, options) {
  const own = el("form", { class: "stack", id: `own-${fact.fact}` },
    el("label", { class: "field" }, el("span", {}, "Something else", el("em", { text: ` · ${fact.form}` })), el("textarea", { name: "says", rows: "3" }, fact.says ?? "")),
    el("label", { class: "field" }, el("span", { text: "Who says so" }), el("input", { name: "source", placeholder: "Own trial, May 2026" })),
    el("button", { type: "submit", text: "Use this" }));
  onSubmit(own, async (values) => options.done((await put(`${options.path}/facts/${fact.fact}`, values)).body));
  if (fact.origin !== options.origin) return [own];
  return [el("button", { type: "button", class: "quiet", data: { action: "back" }, text: options.backWord, on: { click: () => send(post(`${options.path}/facts/${fact.fact}/${options.back}`), options) } }), own];
}

async function send(request, { done, failed }) {
  try {
    done((await request).body);
  } catch (problem) {
    failed(problem);
  }
}
