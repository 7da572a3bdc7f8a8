import { AlarmCard, AlarmList } from "../alarms.js";
import { get } from "../api.js";
import { BayState, voltLevel } from "../bay-state.js";
import { LiveChart } from "../chart-live.js";
import { serverNow, setServerTime } from "../clock.js";
import { role, setIcon, setText } from "../dom.js";
import { eventEntry } from "../event-entry.js";
import { Figures } from "../figures.js";
import { ago, volts } from "../format.js";
import { Gauge } from "../gauge.js";
import { JobPanel } from "../job-panel.js";
import { connect, eachFrame } from "../live.js";
import { KeptCode } from "../kept-code.js";
import { Procedure } from "../procedure.js";
import { startShell } from "../shell.js";
import { soundFor } from "../sound.js";
import { Trail } from "../trail.js";
import { trust } from "../words.js";
import { WaveformDialog } from "../waveform.js";

// Fewer are only on their way: the bay sends its windows in batches.
const BEHIND_RECORDS = 50;
/** The newest; the vehicle's page has all. */
const EVENTS_LISTED = 12;

const main = document.querySelector("main");
const bay = main.dataset.bay;
const state = new BayState(bay);
const trail = new Trail(["onboard", "backup"]);
/** @type {Map<string, import("../contract.js").SupplyEvent>} those of the last minute and of the job */
const events = new Map();

startShell({ sound: true });
const gauge = new Gauge(role("gauge"));
const chart = new LiveChart(role("chart"), trail, () => [...events.values()], serverNow);
const banner = new AlarmCard("banner", takeAlarm);
const alarms = new AlarmList(role("alarms"), takeAlarm);
const jobPanel = new JobPanel(bay, takeJob);
const procedure = new Procedure(bay, takeJob);
const keptCode = new KeptCode(role("kept-code"));
const waveforms = new WaveformDialog();
let loudId;
const figures = new Figures(bay, (loaded) => takeEvents(loaded));
banner.node.dataset.testid = "alarm-banner";
role("banner").append(banner.node);

const paint = eachFrame(() => {
  showReading();
  chart.draw();
});

connect(`/api/bays/${bay}/live`, {
  bay: takeSnapshot,
  window: (window) => {
    state.window(window, serverNow());
    trail.push(window);
    figures.window(window);
    paint();
  },
  event: (event) => {
    takeEvents([event]);
    figures.event(event);
    paint();
  },
  alarm: takeAlarm,
  job: takeJob,
  channel: (status) => {
    state.channels[status.channel] = status;
    paint();
  },
  agent: (agent) => {
    state.agent = agent;
    trail.setRate(agent.rateHertz);
    paint();
  },
}, { opened: fillTrail, lost: () => hear(false) });

setInterval(() => {
  banner.tick();
  alarms.tick();
  soundFor(state.alarms.values());
}, 100);
setInterval(() => {
  jobPanel.tick();
  procedure.tick();
  paint();
}, 500);

function takeSnapshot(snapshot) {
  setServerTime(snapshot.now);
  const jobBefore = state.job?.id;
  const first = !state.known;
  state.snapshot(snapshot, serverNow());
  if (state.agent) trail.setRate(state.agent.rateHertz);
  if (first || state.job?.id !== jobBefore) beginFigures();
  showAlarms();
  jobPanel.show(state);
  procedure.show(state.job);
  keptCode.show(state.job);
  paint();
}

/** Straight to the page, not with the next frame: a tab in the background has none, and it must sound there too. */
function takeAlarm(alarm) {
  state.alarm(alarm);
  showAlarms();
  paint();
}

function takeJob(job) {
  const before = state.job?.id;
  state.changeJob(job);
  if (state.job?.id !== before) beginFigures();
  jobPanel.show(state);
  procedure.show(state.job);
  keptCode.show(state.job);
  paint();
}

function takeEvents(taken) {
  for (const event of taken) events.set(event.id, event);
  const newest = [...events.values()].sort((a, b) => b.startedAt.localeCompare(a.startedAt)).slice(0, EVENTS_LISTED);
  role("events-panel").hidden = newest.length === 0;
  const open = (event) => waveforms.open(event);
  role("events").replaceChildren(...newest.map((event) => eventEntry(event, { tapped: open, waveform: open })));
}

function beginFigures() {
  figures.begin(state.job).then(paint, (problem) => setText(role("chart-note"), problem.message));
}

function hear(heard) {
  state.lost = !heard;
  paint();
}

async function fillTrail() {
  hear(true);
  const to = serverNow();
  const span = `from=${new Date(to - 60_000).toISOString()}&to=${new Date(to + 1000).toISOString()}&points=600`;
  try {
    trail.prepend(await Promise.all(trail.channels.map((channel) => get(`/api/bays/${bay}/history?channel=${channel}&${span}`))));
    paint();
  } catch (problem) {
    setText(role("chart-note"), problem.message);
  }
}

function showAlarms() {
  const ranked = state.ranked();
  const loud = ranked[0]?.priority === "critical" ? ranked[0] : undefined;
  banner.show(loud);
  if (loud && loud.id !== loudId) waveforms.close(); // nothing lies over an alarm that has just come
  loudId = loud?.id;
  const rest = loud ? ranked.slice(1) : ranked;
  const shelved = state.shelved();
  alarms.show([...rest, ...shelved, ...state.suppressed()]);
  const active = rest.length === 0 ? "" : `${rest.length}${loud ? " more" : " active"}`;
  setText(role("alarm-count"), [active, shelved.length > 0 ? `${shelved.length} shelved` : ""].filter(Boolean).join(" · "));
  setText(role("no-alarm"), rest.length > 0 ? "" : loud ? "No other alarm." : shelved.length > 0 ? "No alarm sounds." : "No alarm.");
  setText(role("announce"), loud ? `Critical alarm. ${banner.title.textContent}. ${banner.hint.textContent}` : "");
  soundFor(state.alarms.values());
}

function showReading() {
  const now = serverNow();
  const standing = state.standing(now);
  const newest = state.windows.onboard;
  main.dataset.level = standing.level;
  main.dataset.reading = newest ? voltLevel(newest.mean) : "";
  main.dataset.live = String(standing.live);
  setText(role("volts"), newest ? volts(newest.mean) : "–");
  showTrust("trust", state.channels.onboard);
  showTrust("figure-backup-trust", state.channels.backup);
  const age = newest && !standing.live ? `last value, ${ago(now - newest.t - 100)}` : "";
  setText(role("age"), age);
  setText(role("check"), standing.check);
  gauge.show(standing.live && standing.level !== "idle" ? newest.mean : null);
  const badge = role("state");
  badge.dataset.level = standing.level;
  setIcon(badge, standing.level);
  setText(badge.querySelector("span"), standing.word);
  showHead(standing.live);
  figures.show(state, standing.live && state.agent?.vehicle !== false);
}

function showTrust(name, status) {
  const words = trust(status);
  setText(role(name), words);
  role(name).dataset.level = status && (status.due || status.calibration === "coarse") ? "low" : "";
}

function showHead(live) {
  const { agent, lagMillis, job } = state;
  const online = state.online && !state.lost;
  setText(role("agent"), !state.known ? "" : state.lost ? "" : !online ? "Agent offline" : agent
    ? [`${Math.round(agent.rateHertz)} samples/s`, lagMillis === null ? "" : `${lagMillis} ms behind`, agent.pending >= BEHIND_RECORDS ? `${agent.pending} to catch up` : ""].filter(Boolean).join(" · ")
    : "Agent connected");
  role("agent").dataset.level = online ? "ok" : "offline";
  setText(role("reading-vehicle"), job?.vehicle ? `${job.vehicle.label} · ${job.vehicle.plate}` : !live ? "No live reading" : agent?.vehicle ? "Vehicle connected" : "No vehicle connected");
}
