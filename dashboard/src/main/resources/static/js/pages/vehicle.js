import { get } from "../api.js";
import { HistoryChart } from "../chart-history.js";
import { showDiagnosis } from "../diagnosis.js";
import { el, role, setText } from "../dom.js";
import { eventEntry } from "../event-entry.js";
import { showExportLinks } from "../export-links.js";
import { dateTime, duration } from "../format.js";
import { startInspectionForm } from "../inspection-form.js";
import { jobName } from "../jobs.js";
import { startLockForm } from "../lock-form.js";
import { RadioPanel } from "../radio-panel.js";
import { batteryWords } from "../radio-words.js";
import { startRecordingForm } from "../recording-form.js";
import { startShell } from "../shell.js";
import { vehicleForm, vehicleName } from "../vehicle-form.js";
import { drawCourses, visitName, visitRow } from "../visits.js";
import { showWatchLinks } from "../watch-links.js";
import { WaveformDialog } from "../waveform.js";
import { displayWords } from "../words.js";
import { beforeWords } from "../words-diagnosis.js";

const id = document.querySelector("main").dataset.vehicle;
const path = `/api/vehicles/${id}`;
let vehicle = { visits: [], locks: [] };
/** @type {import("../contract.js").SupplyEvent[]} of the visit that is shown */
let events = [];

startShell();
const waveforms = new WaveformDialog();
const chart = new HistoryChart(role("chart"), loadHistory, {
  events: () => events,
  locks: () => vehicle.locks.map((lock) => ({ at: Date.parse(lock.from), word: `locked: ${lock.display}` })),
  shown: (stepMillis) => {
    setText(role("resolution"), `band = min…max of every ${duration(stepMillis)}`);
    setText(role("chart-note"), "");
    showExportLinks(role("exports"), path, ["onboard", "backup"], chart.span);
  },
  failed: (problem) => setText(role("chart-note"), problem.message),
});
startLockForm(id, (lock) => {
  vehicle.locks.unshift(lock);
  showLocks();
  showDiagnosis(id);
});
startRecordingForm(document.querySelector("#recording"), path, load);
startInspectionForm(id, () => showDiagnosis(id));
role("zoom").addEventListener("click", ({ target }) => {
  if (target.dataset.zoom === "all") chart.reset();
  else if (target.dataset.zoom) chart.zoom(target.dataset.zoom === "in" ? 0.5 : 2);
});
load();
new RadioPanel(role("radio"), id).load();
showDiagnosis(id);

async function load() {
  try {
    vehicle = await get(path);
  } catch (problem) {
    setText(role("fault"), problem.message);
    return;
  }
  showFacts();
  offerChange();
  showLocks();
  showWatchLinks(role("watch-links"), id);
  role("visits").replaceChildren(...vehicle.visits.map((visit) => visitRow(visit, open)));
  drawCourses(role("visits"), vehicle.visits, loadHistory);
  const visited = vehicle.visits.length > 0;
  if (vehicle.visitsMissing) setText(role("no-visits"), vehicle.visitsMissing);
  role("no-visits").hidden = visited;
  role("visit").hidden = role("visit-table").hidden = !visited;
  if (visited) open(vehicle.visits[0]);
}

function showFacts() {
  const { plate, make, model, generation, year, vin, note } = vehicle;
  document.title = `${plate} · Terminal 30`;
  setText(role("name"), `${vehicleName({ make, model, generation })} · ${plate}`);
  const facts = [["Year", year], ["VIN", vin], ["Battery", batteryWords(vehicle)], ["Note", note]];
  role("facts").replaceChildren(...facts.filter(([, value]) => value !== null && value !== undefined)
    .map(([word, value]) => el("div", {}, el("dt", { class: "label", text: word }), el("dd", { class: "num", text: String(value) }))));
}

function offerChange() {
  const change = role("change");
  change.querySelector("form")?.remove();
  change.append(vehicleForm((changed) => {
    vehicle = { ...vehicle, ...changed };
    change.open = false;
    showFacts();
  }, vehicle));
}

async function open(visit) {
  const from = Date.parse(visit.startedAt);
  const to = visit.finishedAt ? Date.parse(visit.finishedAt) : Math.max(Date.now(), from + 1000);
  setText(role("chart-title"), `${visitName(visit)} · ${dateTime(from)}`);
  for (const row of role("visits").children) row.setAttribute("aria-selected", String(row.dataset.job === visit.job));
  const loaded = chart.open(from, to);
  try {
    events = await get(`${path}/events?from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}`);
    showEvents();
  } catch (problem) {
    // Those of another visit, or none, would be a false answer.
    events = [];
    setText(role("event-count"), "");
    role("events").replaceChildren(el("li", { class: "muted", text: problem.message }));
  }
  await loaded;
}

function loadHistory(from, to, points) {
  return Promise.all(["onboard", "backup"].map((channel) => (
    get(`${path}/history?channel=${channel}&from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}&points=${points}`))));
}

function showEvents() {
  setText(role("event-count"), String(events.length));
  role("events").replaceChildren(...events.length === 0
    ? [el("li", { class: "muted", text: "Nothing happened: no dip, no break." })]
    : [...events].sort((a, b) => a.startedAt.localeCompare(b.startedAt)).map((event) => eventEntry(event, { tapped: focusOn, waveform: (it) => waveforms.open(it) })));
}

function focusOn({ startedAt, durationMillis }) {
  const start = Date.parse(startedAt);
  chart.focus(start, start + durationMillis);
}

function showLocks() {
  role("locks").replaceChildren(...vehicle.locks.length === 0
    ? [el("li", { class: "muted", text: "No lock entered yet." })]
    : vehicle.locks.map(({ from, to, display, before, note, enteredBy }) => el("li", { data: { testid: "lock" } },
      el("b", { text: displayWords[display] ?? display }),
      el("div", { class: "num", text: to && to !== from ? `between ${dateTime(from)} and ${dateTime(to)}` : dateTime(from) }),
      el("div", { class: "muted small", text: [before ? beforeWords[before] ?? before : "", note, enteredBy ? `entered by ${enteredBy}` : ""].filter(Boolean).join(" · ") }))));
}
