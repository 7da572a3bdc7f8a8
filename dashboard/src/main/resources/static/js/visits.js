import { CRITICAL_VOLTS, LOW_VOLTS } from "./bay-state.js";
import { el } from "./dom.js";
import { dateTime, duration, elapsed, volts } from "./format.js";
import { jobName, jobState } from "./words.js";

/** A row of the table of visits; the whole row opens the visit, its button is for the keyboard. */
export function visitRow(visit, open) {
  const end = visit.finishedAt ? Date.parse(visit.finishedAt) : null;
  const lowest = visit.lowestVolts ?? null;
  const length = end === null ? "running" : elapsed(end - Date.parse(visit.startedAt));
  const words = visit.state === "aborted" ? ` (${jobState(visit.state)})` : "";
  return el("tr", {
    data: { testid: "visit", job: visit.job, state: visit.state, longestBreakMillis: visit.longestBreakMillis, lowestVolts: lowest ?? "" },
    on: { click: () => open(visit) },
  },
  el("td", { class: "num", text: dateTime(visit.startedAt) }),
  el("td", { text: `${jobName(visit.kind)}, bay ${visit.bay}${words}` }),
  el("td", { class: "num", text: length }),
  el("td", { class: "num" }, el("b", { class: voltLevel(lowest), text: lowest === null ? "–" : `${volts(lowest)} V` })),
  el("td", { class: "num" }, el("b", { class: visit.longestBreakMillis > 0 ? "bad" : "", text: visit.longestBreakMillis > 0 ? duration(visit.longestBreakMillis) : "none" })),
  el("td", { class: "num", text: String(visit.alarms) }),
  el("td", {}, el("button", { type: "button", class: "quiet", text: "Show", "aria-label": `Show the visit of ${dateTime(visit.startedAt)}` })));
}

const voltLevel = (value) => (value === null || value >= LOW_VOLTS ? "" : value < CRITICAL_VOLTS ? "bad" : "mild");
