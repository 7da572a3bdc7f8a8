import uPlot from "/assets/vendor/uplot/uPlot.esm.js";
import { axis, channelSeries, colours, eventMarks, onThemeChange, thresholds, voltAxis, voltRange, wordMarks } from "./chart-parts.js";
import { joinChannels } from "./columns.js";
import { axisTime } from "./format.js";
import { zoomGestures } from "./zoom.js";

const SMALLEST_SPAN_MILLIS = 2000;
const REFETCH_PAUSE_MILLIS = 120;

const timeMarks = (_chart, splits, _axis, _space, stepSeconds) => splits.map((at) => axisTime(at * 1000, stepSeconds));

/** The chart of a visit: whatever part is looked at is fetched again at the resolution of the screen. */
export class HistoryChart {
  /**
   * @param {HTMLElement} host
   * @param {(from: number, to: number, points: number) => Promise<import("./contract.js").History[]>} load onboard and backup
   * @param {{events: () => import("./contract.js").SupplyEvent[], locks: () => {at: number, word: string}[],
   *          shown: (stepMillis: number) => void, failed: (problem: Error) => void}} page
   */
  constructor(host, load, page) {
    this.host = host;
    this.load = load;
    this.page = page;
    this.whole = this.span = [0, 1];
    this.asked = 0;
    const onboard = channelSeries("On-board", 1, () => colours().onboard);
    const backup = channelSeries("Backup", 4, () => colours().backup);
    this.plot = new uPlot({
      width: host.clientWidth, height: host.clientHeight,
      legend: { show: false },
      cursor: { y: false, drag: { x: true, y: false, setScale: false }, bind: { dblclick: () => () => this.reset() } },
      padding: [8, 36, 0, 0],
      scales: { x: { time: true, range: () => this.span.map((t) => t / 1000) }, y: { range: voltRange } },
      axes: [axis({ size: 28, space: 100, values: timeMarks, grid: { show: false } }), voltAxis()],
      series: [{}, ...onboard.series, ...backup.series],
      bands: [...onboard.bands, ...backup.bands],
      hooks: { setSelect: [(plot) => this.select(plot)] },
      plugins: [thresholds(), eventMarks(page.events, () => this.whole[1]), wordMarks(page.locks)],
    }, [[], [], [], [], [], [], []], host);
    new ResizeObserver(() => this.plot.setSize({ width: host.clientWidth, height: host.clientHeight })).observe(host);
    onThemeChange(() => this.plot.redraw());
    zoomGestures(this.plot.over, (factor, centre) => this.zoom(factor, centre));
  }

  /** Shows another visit. @param {number} from epoch ms @param {number} to epoch ms */
  open(from, to) {
    this.whole = [from, Math.max(to, from + SMALLEST_SPAN_MILLIS)];
    this.plot.setData([[], [], [], [], [], [], []]);
    return this.show(this.whole);
  }

  reset() {
    this.show(this.whole);
  }

  /** @param {number} factor below 1 zooms in @param {number} [centre] 0 left to 1 right, stays where it is */
  zoom(factor, centre = 0.5) {
    const [from, to] = this.span;
    const length = Math.max(SMALLEST_SPAN_MILLIS, (to - from) * factor);
    const at = from + (to - from) * centre;
    this.show([at - length * centre, at + length * (1 - centre)]);
  }

  /** Brings one stretch into the middle with some surroundings. */
  focus(from, to) {
    const margin = Math.max(3000, (to - from) * 1.5);
    this.show([from - margin, to + margin]);
  }

  /** @param {number[]} span epoch ms; cut to the visit */
  async show([from, to]) {
    this.span = [Math.max(this.whole[0], from), Math.min(this.whole[1], to)];
    this.plot.redraw();
    const mine = ++this.asked;
    await new Promise((resolve) => setTimeout(resolve, REFETCH_PAUSE_MILLIS));
    if (mine !== this.asked) return;
    try {
      const histories = await this.load(...this.span, Math.round(this.host.clientWidth));
      if (mine !== this.asked) return;
      this.plot.setData(joinChannels(histories));
      this.page.shown(histories[0].stepMillis);
    } catch (problem) {
      this.page.failed(problem);
    }
  }

  select(plot) {
    const { left, width } = plot.select;
    if (width < 8) return;
    const at = (x) => plot.posToVal(x, "x") * 1000;
    const span = [at(left), at(left + width)];
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    const middle = (span[0] + span[1]) / 2;
    const half = Math.max(SMALLEST_SPAN_MILLIS, span[1] - span[0]) / 2;
    this.show([middle - half, middle + half]);
  }
}
