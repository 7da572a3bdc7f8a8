import { AlarmList } from "../alarms.js";
import { get } from "../api.js";
import { BayState } from "../bay-state.js";
import { el, role, setText } from "../dom.js";
import { dateTime, duration, volts } from "../format.js";
import { connect } from "../live.js";
import { startShell } from "../shell.js";
import { soundFor } from "../sound.js";
import { alarmTitle } from "../words.js";

/** The alarms of all bays; a bay's state orders them and ignores repeats. */
const state = new BayState("");
const list = new AlarmList(role("alarms"), take);

startShell({ sound: true });
connect("/api/live", { alarm: take }, { opened: load });
setInterval(() => {
  list.tick();
  soundFor(state.alarms.values());
}, 200);

async function load() {
  try {
    const alarms = await get("/api/alarms?all=true");
    state.alarms.clear();
    alarms.forEach((alarm) => state.alarm(alarm));
    showPast(alarms.filter((alarm) => alarm.state === "normal"));
    show();
  } catch (problem) {
    setText(role("fault"), problem.message);
  }
}

function take(alarm) {
  state.alarm(alarm);
  show();
  if (alarm.state === "normal") load();
}

function show() {
  const ranked = state.ranked();
  const shelved = state.shelved();
  list.show([...ranked, ...shelved, ...state.suppressed()]);
  for (const [id, card] of list.cards) setText(card.title, `Bay ${state.alarms.get(id).bay} · ${alarmTitle(state.alarms.get(id))}`);
  role("no-alarm").hidden = ranked.length > 0;
  setText(role("alarm-count"), [ranked.length > 0 ? `${ranked.length} active` : "", shelved.length > 0 ? `${shelved.length} shelved` : ""].filter(Boolean).join(" · "));
  soundFor(state.alarms.values());
}

function showPast(alarms) {
  const none = el("tr", {}, el("td", { colspan: "6", class: "muted", text: "None yet." }));
  role("past").replaceChildren(...alarms.length === 0 ? [none] : alarms.map(pastRow));
}

function pastRow(alarm) {
  const cell = (label, text) => el("td", { class: "num", data: { label }, text });
  return el("tr", {},
    cell("Raised", dateTime(alarm.raisedAt)),
    el("td", { data: { label: "Bay" } }, el("a", { href: `/bays/${alarm.bay}`, text: `Bay ${alarm.bay}` })),
    el("td", { class: "across", data: { label: "Alarm" }, text: alarm.priority === "status" ? `${alarmTitle(alarm)} · status only` : alarmTitle(alarm) }),
    cell("Length", duration(alarm.durationMillis)),
    cell("Lowest", alarm.minVolts === null || alarm.minVolts === undefined ? "–" : `${volts(alarm.minVolts)} V`),
    cell("Acknowledged by", alarm.acknowledgedBy ?? "–"));
}
