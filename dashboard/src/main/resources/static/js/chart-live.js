import uPlot from "/assets/vendor/uplot/uPlot.esm.js";
import { axis, channelSeries, colours, eventMarks, onThemeChange, thresholds, voltAxis, voltRange } from "./chart-parts.js";

const ago = (seconds) => (seconds < 1 ? "now" : `−${Math.round(seconds)} s`);

/** The last minute of on-board and backup supply, moving with the clock. */
export class LiveChart {
  /**
   * @param {HTMLElement} host its size is the chart's
   * @param {import("./trail.js").Trail} trail of onboard and backup
   * @param {() => import("./contract.js").SupplyEvent[]} events
   * @param {() => number} now epoch ms at the right edge
   */
  constructor(host, trail, events, now) {
    this.trail = trail;
    this.now = now;
    const onboard = channelSeries("On-board", 1, () => colours().onboard);
    const backup = channelSeries("Backup", 4, () => colours().backup);
    this.plot = new uPlot({
      width: host.clientWidth, height: host.clientHeight,
      legend: { show: false }, cursor: { show: false }, select: { show: false },
      padding: [8, 20, 0, 0],
      scales: { x: { time: false, range: () => this.span() }, y: { range: voltRange } },
      axes: [
        axis({ size: 28, splits: () => this.seconds(), values: (_u, splits) => splits.map((s) => ago(this.span()[1] - s)), grid: { show: false } }),
        voltAxis(),
      ],
      series: [{}, ...onboard.series, ...backup.series],
      bands: [...onboard.bands, ...backup.bands],
      plugins: [thresholds(), eventMarks(events, now)],
    }, this.data(), host);
    new ResizeObserver(() => this.plot.setSize({ width: host.clientWidth, height: host.clientHeight })).observe(host);
    onThemeChange(() => this.plot.redraw());
  }

  draw() {
    this.plot.setData(this.data());
  }

  span() {
    const end = this.now() / 1000;
    return [end - this.trail.spanMillis / 1000, end];
  }

  seconds() {
    const end = this.span()[1];
    return [-60, -50, -40, -30, -20, -10, 0].map((s) => end + s);
  }

  data() {
    const { onboard, backup } = this.trail.columns;
    return [this.trail.t.map((t) => (t + 50) / 1000), onboard.min, onboard.max, onboard.mean, backup.min, backup.max, backup.mean];
  }
}
