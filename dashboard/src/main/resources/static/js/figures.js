import { get } from "./api.js";
import { serverNow, since } from "./clock.js";
import { role, setText } from "./dom.js";
import { duration, elapsed, volts } from "./format.js";

const POINTS = 300;

/** The strip under the chart: the worst since the job began, or of the last minute when there is none. */
export class Figures {
  /** @param {string} bay @param {(events: any[]) => void} loaded gets the events of the span */
  constructor(bay, loaded) {
    this.bay = bay;
    this.loaded = loaded;
    this.clear();
  }

  clear() {
    this.lowestVolts = null;
    /** @type {Map<string, number>} lengths by event */
    this.breaks = new Map();
  }

  /** Begins a span; loads what has happened in it already. @param {import("./contract.js").Job|null} job */
  async begin(job) {
    this.job = job;
    this.clear();
    const from = job?.startedAt ?? new Date(serverNow() - 60_000).toISOString();
    const to = Math.max(serverNow(), Date.parse(from) + 1000); // the bay's clock may be a little ahead
    const span = `from=${from}&to=${new Date(to).toISOString()}`;
    const [history, events] = await Promise.all([
      get(`/api/bays/${this.bay}/history?channel=onboard&points=${POINTS}&${span}`),
      get(`/api/bays/${this.bay}/events?${span}`),
    ]);
    for (const min of history.min) this.lower(min);
    events.forEach((event) => this.event(event));
    this.loaded(events);
  }

  /** @param {import("./contract.js").Window} window */
  window(window) {
    if (window.channel === "onboard") this.lower(window.min);
  }

  lower(value) {
    if (this.lowestVolts === null || value < this.lowestVolts) this.lowestVolts = value;
  }

  /** @param {import("./contract.js").SupplyEvent} event */
  event(event) {
    if (event.kind === "interruption" && (event.channel === "onboard" || event.channel === "radio")) {
      this.breaks.set(event.id, event.durationMillis);
    }
    if (event.channel === "onboard" && event.minVolts !== undefined && event.minVolts !== null) this.lower(event.minVolts);
  }

  /** @param {import("./bay-state.js").BayState} state @param {boolean} live */
  show(state, live) {
    const longest = Math.max(0, ...this.breaks.values());
    const feed = role("figure-feed");
    feed.dataset.level = !live ? "idle" : longest > 0 ? "critical" : "ok";
    setText(feed, longest > 0 ? `${this.breaks.size} ${this.breaks.size === 1 ? "break" : "breaks"}` : live ? "No break so far" : "Not watched");
    setText(role("figure-longest"), longest > 0 ? duration(longest) : "none");
    setText(role("figure-lowest"), this.lowestVolts === null ? "–" : `${volts(this.lowestVolts)} V`);
    setText(role("figure-time"), this.job ? elapsed(since(this.job.startedAt)) : "last 60 s");
    const backup = state.windows.backup;
    setText(role("figure-backup"), live && backup && serverNow() - backup.t < 3000 ? `${volts(backup.mean)} V` : "–");
  }
}
