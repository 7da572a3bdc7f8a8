import { get } from "../api.js";
import { BayState } from "../bay-state.js";
import { serverNow, setServerTime } from "../clock.js";
import { role } from "../dom.js";
import { connect, eachFrame } from "../live.js";
import { startShell } from "../shell.js";
import { soundFor } from "../sound.js";
import { Tile } from "../tile.js";

/** @type {Map<string, Tile>} by bay */
const tiles = new Map();
const grid = role("bays");

startShell({ sound: true });
const paint = eachFrame(() => tiles.forEach((tile) => tile.draw(serverNow())));
const allAlarms = () => [...tiles.values()].flatMap(({ state }) => [...state.alarms.values()]);

connect("/api/live", {
  bay: takeBay,
  window: (window) => change(window.bay, (tile) => tile.window(window, serverNow())),
  alarm: (alarm) => {
    change(alarm.bay, ({ state }) => state.alarm(alarm));
    soundFor(allAlarms());
  },
  job: (job) => change(job.bay, ({ state }) => state.changeJob(job)),
  agent: (agent) => change(agent.bay, ({ state }) => { state.agent = agent; }),
}, { opened: load, lost: () => hear(false) });

setInterval(() => {
  soundFor(allAlarms());
  paint();
}, 500);

function hear(heard) {
  tiles.forEach(({ state }) => { state.lost = !heard; });
  paint();
}

async function load() {
  hear(true);
  const bays = await get("/api/bays");
  bays.forEach(takeBay);
  arrange();
}

function takeBay(bay) {
  setServerTime(bay.now);
  if (!tiles.has(bay.bay)) {
    const tile = new Tile(new BayState(bay.bay));
    tiles.set(bay.bay, tile);
    grid.append(tile.node);
    arrange();
    tile.loadHistory(serverNow()).then(paint, () => tile.note("The last minute could not be loaded."));
  }
  tiles.get(bay.bay).state.snapshot(bay, serverNow());
  paint();
}

/** A few bays fill the screen, many scroll. */
function arrange() {
  const count = tiles.size;
  role("no-bays").hidden = count > 0;
  grid.dataset.count = count <= 2 ? String(count) : count <= 4 ? "4" : count <= 6 ? "6" : "many";
}

/** An event of a bay that is not on the wall yet comes before its snapshot, which will bring it. */
function change(bay, apply) {
  const tile = tiles.get(bay);
  if (!tile) return;
  apply(tile);
  paint();
}
