import { CRITICAL_VOLTS, LOW_VOLTS } from "./bay-state.js";
import { serverNow } from "./clock.js";
import { joinChannels } from "./columns.js";
import { el, setText } from "./dom.js";
import { dateTime, duration, elapsed, volts } from "./format.js";
import { jobName, jobState } from "./jobs.js";
import { Sparkline } from "./sparkline.js";

const COURSE_POINTS = 150;

/** What was done where; a recording has no bay that anybody knows. */
export const visitName = ({ kind, bay }) => (kind === "imported-recording" ? jobName(kind) : `${jobName(kind)}, bay ${bay}`);

/** A row of the table of visits; the whole row opens the visit, its button is for the keyboard. */
export function visitRow(visit, open) {
  const end = visit.finishedAt ? Date.parse(visit.finishedAt) : null;
  const lowest = visit.lowestVolts ?? null;
  const length = end === null ? "running" : elapsed(end - Date.parse(visit.startedAt));
  const words = visit.state === "aborted" ? ` (${jobState(visit.state)})` : "";
  const cell = (label, ...children) => el("td", { class: "num", data: { label } }, ...children);
  return el("tr", {
    data: { testid: "visit", job: visit.job, state: visit.state, longestBreakMillis: visit.longestBreakMillis, lowestVolts: lowest ?? "" },
    on: { click: () => open(visit) },
  },
  el("td", { class: "num across", data: { label: "Date" } }, dateTime(visit.startedAt)),
  cell("Job", `${visitName(visit)}${words}`),
  cell("Length", length),
  el("td", { class: "course", data: { course: visit.job } }),
  cell("Lowest on-board", el("b", { class: voltLevel(lowest), text: lowest === null ? "–" : `${volts(lowest)} V` })),
  cell("Longest break", el("b", { class: visit.longestBreakMillis > 0 ? "bad" : "", text: visit.longestBreakMillis > 0 ? duration(visit.longestBreakMillis) : "none" })),
  cell("Alarms", String(visit.alarms)),
  el("td", {}, el("div", { class: "row" },
    el("button", { type: "button", class: "quiet", text: "Show", "aria-label": `Show the visit of ${dateTime(visit.startedAt)}` }),
    ...(end === null ? [] : [el("a", { class: "button quiet", href: `/jobs/${encodeURIComponent(visit.job)}`, text: "Report", data: { testid: "report" }, "aria-label": `Report of ${dateTime(visit.startedAt)}`, on: { click: (event) => event.stopPropagation() } })]))));
}

/**
 * Draws the course of each visit into its row once the row is on the screen; old visits that nobody scrolls to cost nothing.
 * @param {HTMLElement} rows
 * @param {import("./contract.js").Visit[]} visits
 * @param {(from: number, to: number, points: number) => Promise<import("./contract.js").History[]>} load on-board first
 */
export function drawCourses(rows, visits, load) {
  const byJob = new Map(visits.map((visit) => [visit.job, visit]));
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      drawCourse(target, byJob.get(target.dataset.course), load);
    }
  }, { rootMargin: "400px" });
  rows.querySelectorAll("[data-course]").forEach((cell) => observer.observe(cell));
}

async function drawCourse(cell, visit, load) {
  const from = Date.parse(visit.startedAt);
  const to = visit.finishedAt ? Date.parse(visit.finishedAt) : Math.max(serverNow(), from + 1000);
  try {
    const [seconds, min, max, mean] = joinChannels([(await load(from, to, COURSE_POINTS))[0]]);
    const t = seconds.map((second) => second * 1000);
    new Sparkline(cell).draw({ t, spanMillis: to - from, columns: { onboard: { min, max, mean } } }, "onboard", to);
  } catch (problem) {
    setText(cell, problem.message);
  }
}

const voltLevel = (value) => (value === null || value >= LOW_VOLTS ? "" : value < CRITICAL_VOLTS ? "bad" : "mild");
