import { get, Problem } from "./api.js";
import { WaveformChart } from "./chart-waveform.js";
import { serverNow } from "./clock.js";
import { el, setText } from "./dom.js";
import { exactTime, precise, volts } from "./format.js";
import { channelName, kindName } from "./words.js";

/** As many as the server gives: then zooming needs no second question. */
const POINTS = 20_000;
/** After the start of an event: its capture lasts four seconds, and the way from the bay a moment. */
const ON_ITS_WAY_MILLIS = 8000;
const COMPLETE_MILLIS = 3500;
const RETRY_MILLIS = 1000;

const isMissing = (problem) => problem instanceof Problem && problem.status === 404;

/** Shows the full-rate recording of an event over the page. */
export class WaveformDialog {
  constructor() {
    this.asked = 0;
    this.title = el("h2", { id: "waveform-title" });
    this.when = el("span", { class: "muted num" });
    this.rate = el("span", { class: "label end num", data: { role: "waveform-rate" } });
    this.channel = el("span", { class: "label" });
    this.note = el("p", { class: "waveform-note", role: "status", data: { role: "waveform-note" } });
    this.host = el("div", { class: "chart", data: { role: "waveform-chart" } });
    this.readings = el("dl", { class: "readings num", data: { role: "readings" } });
    const tool = (text, label, act) => el("button", { type: "button", class: "quiet", text, "aria-label": label, on: { click: act } });
    this.shown = el("div", { class: "waveform-shown" },
      el("div", { class: "legend" }, this.channel, this.rate),
      this.host,
      el("div", { class: "between" }, this.readings, el("div", { class: "row" },
        tool("−", "Zoom out", () => this.chart.zoomAtCursors(2)), tool("+", "Zoom in", () => this.chart.zoomAtCursors(0.5)),
        tool("All", "Whole recording", () => this.chart.reset()))));
    this.node = el("dialog", { class: "waveform panel", "aria-labelledby": "waveform-title", data: { testid: "waveform" } },
      el("div", { class: "between waveform-head" }, el("div", {}, this.title, this.when),
        tool("Close", "Close the waveform", () => this.node.close())),
      this.note, this.shown);
    this.node.addEventListener("click", ({ target }) => { if (target === this.node) this.node.close(); });
    document.body.append(this.node);
  }

  close() {
    this.node.close();
  }

  /** @param {import("./contract.js").SupplyEvent} event */
  async open(event) {
    const mine = ++this.asked;
    setText(this.title, `${kindName(event.kind)} · ${channelName(event.channel)}`);
    setText(this.when, `${exactTime(event.startedAt)} · bay\u00a0${event.bay}`);
    this.say("Loading the recording…");
    if (!this.node.open) this.node.showModal();
    try {
      const waveform = await this.load(event, mine);
      if (mine === this.asked) this.show(waveform);
    } catch (problem) {
      if (mine === this.asked) this.say(isMissing(problem) ? "No full-rate recording of this event." : problem.message);
    }
  }

  /** The bay hands a recording on in pieces, the last one when it ends: of a new event the rest may be on its way. */
  async load({ id, startedAt }, mine) {
    for (;;) {
      const late = serverNow() - Date.parse(startedAt) > ON_ITS_WAY_MILLIS;
      try {
        const waveform = await get(`/api/events/${encodeURIComponent(id)}/waveform?points=${POINTS}`);
        if (late || waveform.t.at(-1) >= COMPLETE_MILLIS) return waveform;
      } catch (problem) {
        if (late || !isMissing(problem)) throw problem;
      }
      if (mine === this.asked) this.say("The recording is on its way from the bay…");
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLIS));
    }
  }

  say(words) {
    setText(this.note, words);
    this.shown.hidden = words !== "";
  }

  show(waveform) {
    this.say("");
    const backup = waveform.channel.startsWith("backup");
    this.channel.className = `label ${backup ? "backup" : "onboard"}`;
    setText(this.channel, `▬ ${channelName(waveform.channel)}`);
    const thinned = waveform.t.length < waveform.samples;
    setText(this.rate, `${Math.round(waveform.rateHertz)} samples/s · ${waveform.samples} samples${thinned ? ", shown by minima and maxima" : ""}`);
    this.unit = waveform.channel.endsWith("_current") ? "A" : "V";
    this.chart ??= new WaveformChart(this.host, (readings) => this.read(readings));
    this.chart.open(waveform);
  }

  /** @param {import("./cursors.js").Reading[]} readings of the two cursors */
  read([a, b]) {
    const entry = (name, key, first, second) => el("div", { data: { reading: key } },
      el("dt", { class: "label", text: name }), el("dd", {}, el("b", { text: first }), el("span", { text: second })));
    const value = (number) => `${volts(number, 3)} ${this.unit}`;
    const difference = a.value === null || b.value === null ? null : b.value - a.value;
    this.readings.replaceChildren(
      entry("A", "a", value(a.value), precise(a.seconds * 1000)),
      entry("B", "b", value(b.value), precise(b.seconds * 1000)),
      entry("B − A", "difference", `Δ${this.unit} ${value(difference)}`, `Δt ${precise((b.seconds - a.seconds) * 1000)}`));
  }
}
