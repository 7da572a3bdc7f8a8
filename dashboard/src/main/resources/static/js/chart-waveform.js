import uPlot from "/assets/vendor/uplot/uPlot.esm.js";
import { axis, colours, onThemeChange, thresholds, voltAxis, voltRange } from "./chart-parts.js";
import { CursorPair } from "./cursors.js";
import { secondsMark } from "./format.js";
import { zoomGestures } from "./zoom.js";

const SMALLEST_SPAN_SECONDS = 0.005;

const timeMarks = (_chart, splits, _axis, _space, step) => splits.map((at) => secondsMark(at, step));
const isCurrent = (channel) => channel.endsWith("_current");
const currentRange = (_chart, min, max) => [Math.floor((min ?? 0) - 0.2), Math.ceil((max ?? 1) + 0.2)];

/** The samples around one event, in seconds after its start, with two cursors that read them. */
export class WaveformChart {
  /** @param {HTMLElement} host @param {(readings: import("./cursors.js").Reading[]) => void} read called as the cursors move */
  constructor(host, read) {
    this.host = host;
    this.whole = this.span = [0, 1];
    this.channel = "onboard";
    const colour = () => (this.channel.startsWith("backup") ? colours().backup : colours().onboard);
    const lines = thresholds().hooks.drawAxes[0];
    this.plot = new uPlot({
      width: host.clientWidth, height: host.clientHeight,
      legend: { show: false }, cursor: { show: false }, select: { show: false },
      padding: [8, 20, 0, 0],
      scales: {
        x: { time: false, range: () => this.span },
        y: { range: (...args) => (isCurrent(this.channel) ? currentRange : voltRange)(...args) },
      },
      axes: [axis({ size: 28, space: 60, values: timeMarks, grid: { show: false } }), voltAxis()],
      series: [{}, { stroke: colour, width: 1.5, points: { show: (chart) => this.sparse(chart), size: 5 } }],
      hooks: { drawAxes: [(chart) => { if (!isCurrent(this.channel)) lines(chart); }] },
    }, [[], []], host);
    this.cursors = new CursorPair(this.plot, read);
    new ResizeObserver(() => this.plot.setSize({ width: host.clientWidth, height: host.clientHeight })).observe(host);
    onThemeChange(() => this.plot.redraw());
    zoomGestures(this.plot.over, (factor, centre) => this.zoom(factor, centre));
  }

  /** Shows another recording, the cursors at start and end of its event. @param {import("./contract.js").Waveform} waveform */
  open({ channel, durationMillis, t, values }) {
    this.channel = channel;
    const seconds = t.map((millis) => millis / 1000);
    this.whole = this.span = [seconds[0], Math.max(seconds.at(-1), seconds[0] + SMALLEST_SPAN_SECONDS)];
    this.plot.setData([seconds, values]);
    this.cursors.place(0, durationMillis / 1000);
  }

  reset() {
    this.show(this.whole);
  }

  /** @param {number} factor below 1 zooms in @param {number} [centre] 0 left to 1 right, stays where it is */
  zoom(factor, centre = 0.5) {
    const [from, to] = this.span;
    const length = Math.max(SMALLEST_SPAN_SECONDS, (to - from) * factor);
    const at = from + (to - from) * centre;
    this.show([at - length * centre, at + length * (1 - centre)]);
  }

  /** Keeps what lies between the cursors in sight. */
  zoomAtCursors(factor) {
    const [from, to] = this.span;
    const between = this.cursors.middle();
    const length = Math.min(this.whole[1] - this.whole[0], Math.max(SMALLEST_SPAN_SECONDS, (to - from) * factor));
    const start = Math.min(this.whole[1] - length, Math.max(this.whole[0], between - length / 2));
    this.show([start, start + length]);
  }

  show([from, to]) {
    this.span = [Math.max(this.whole[0], from), Math.min(this.whole[1], to)];
    this.plot.redraw(true, true);
  }

  /** Single samples are shown as dots once they can be told apart. */
  sparse(chart) {
    const [first, last] = chart.series[0].idxs ?? [0, 0];
    return last - first < this.host.clientWidth / 12;
  }
}
