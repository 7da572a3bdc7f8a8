import { get } from "./api.js";
import { el, icon, role, setText } from "./dom.js";
import { dateTime } from "./format.js";
import { capital, riskWords, sourceWords, standingWords, strengthWords } from "./words-diagnosis.js";

/** Fetches and shows why the radio of a vehicle locks and how likely it is to. @param {string} vehicle */
export async function showDiagnosis(vehicle) {
  try {
    const diagnosis = await get(`/api/vehicles/${vehicle}/diagnosis`);
    setText(role("diagnosis-fault"), "");
    showRisk(diagnosis.risk);
    showCauses(diagnosis);
  } catch (problem) {
    setText(role("diagnosis-fault"), problem.message);
  }
}

/** @param {import("./contract.js").Diagnosis["risk"]} risk */
function showRisk({ level, reasons }) {
  const { words, colour } = riskWords[level];
  const state = role("risk-level");
  state.dataset.level = colour;
  state.replaceChildren(icon(colour || "idle"), el("span", { text: words }));
  role("risk-reasons").replaceChildren(...(reasons ?? []).map((reason) => el("li", {}, el("span", { text: reason.words }), provenance(reason))));
  role("risk").hidden = false;
}

/** @param {import("./contract.js").Diagnosis} diagnosis */
function showCauses({ cause, because, next, causes, seen }) {
  const named = causes.find((it) => it.cause === cause);
  setText(role("verdict"), named ? `Most likely: ${named.words}` : "Not enough evidence");
  setText(role("because"), because);
  setText(role("next"), next);
  role("next-box").hidden = false;
  setText(role("rests-on"), restsOn(seen));
  role("causes").replaceChildren(...causes.map((it) => causeEntry(it, it.cause === cause)));
}

function causeEntry({ cause, words, standing, arguments: found }, open) {
  return el("details", { class: "cause", open, data: { cause, standing } },
    el("summary", {}, el("span", { text: capital(words) }), el("span", { class: "standing", text: standingWords[standing] })),
    el("div", { class: "arguments" }, ...(found ?? []).length === 0
      ? [el("p", { class: "muted", text: "Nothing recorded speaks for or against it." })]
      : found.map(argument)));
}

function argument(it) {
  return el("div", { class: "argument", data: { strength: it.strength } },
    el("b", { text: strengthWords[it.strength] }),
    el("div", {}, el("span", { text: it.words }), provenance(it)));
}

function provenance({ at, limit, source }) {
  return el("small", { class: "num", text: [at ? dateTime(at) : "", limit ? `limit: ${limit}` : "", sourceWords(source)].filter(Boolean).join(" · ") });
}

function restsOn({ locks, watchedHours, radioWatchedHours, engineStarts }) {
  const count = (number, thing) => `${number} ${thing}${number === 1 ? "" : "s"}`;
  return `${count(locks, "lock")} · watched ${watchedHours} h, at the radio ${radioWatchedHours} h · ${count(engineStarts, "start")}`;
}
