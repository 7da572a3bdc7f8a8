import { CRITICAL_VOLTS, LOW_VOLTS } from "./bay-state.js";
import { duration, volts } from "./format.js";
import { prominent } from "./prominent.js";
import { kindName } from "./words.js";

/** The colours of the present theme; a canvas cannot read custom properties by itself. */
export function colours() {
  const style = getComputedStyle(document.documentElement);
  const names = ["onboard", "backup", "low", "critical", "muted", "line", "panel"];
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/** Redraws when the theme changes. */
export function onThemeChange(redraw) {
  document.addEventListener("themechange", redraw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
}

const faint = (colour, percent) => `color-mix(in srgb, ${colour} ${percent}%, transparent)`;

/**
 * Series and bands of one channel: its minimum and maximum as the edges of a band, its mean as a line.
 * @param {number} first index of the channel's first column (min, max, mean)
 */
export function channelSeries(name, first, colour) {
  const edge = { stroke: () => faint(colour(), 30), width: 1, points: { show: false } };
  return {
    series: [
      { label: `${name} min`, ...edge },
      { label: `${name} max`, ...edge },
      { label: name, stroke: colour, width: 2, points: { show: false } },
    ],
    bands: [{ series: [first + 1, first], fill: () => faint(colour(), 32) }],
  };
}

// A few floors instead of one for every minimum: a scale that crawls along with the voltage cannot be read.
const FLOOR_VOLTS = [11, 9, 6, -0.5];

/** The range of the voltage axis: always shows both thresholds, and everything that was measured. */
export function voltRange(_chart, dataMin, dataMax) {
  const least = (dataMin ?? 12) - 0.2;
  const low = FLOOR_VOLTS.find((floor) => floor <= least) ?? Math.floor(least);
  const high = Math.max(14, (dataMax ?? 13) + 0.2);
  return [low, Math.ceil(high * 2) / 2];
}

export const font = (pixels) => `500 ${pixels}px Inter, system-ui, sans-serif`;

// Marks that one decimal says exactly: 0.25 would read as 13.3, 13.5, 13.8. Wider ones for a surge, finer ones for a zoom.
const MARK_VOLTS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

/** What the voltage axes share. */
export const voltAxis = () => axis({ size: 48, incrs: MARK_VOLTS, values: (_chart, splits) => splits.map((value) => volts(value, 1)) });

/** Axis settings that both charts share. */
export function axis(extra) {
  return { stroke: () => colours().muted, font: font(13), ticks: { show: false }, grid: { stroke: () => colours().line, width: 1 }, ...extra };
}

/** Draws 12.5 V amber and 11.5 V red, dashed, with their value. */
export function thresholds() {
  return { hooks: { drawAxes: [(chart) => {
    const { low, critical } = colours();
    for (const [value, colour] of [[LOW_VOLTS, low], [CRITICAL_VOLTS, critical]]) {
      const y = chart.valToPos(value, "y", true);
      const { left, top, width, height } = chart.bbox;
      if (y < top || y > top + height) continue;
      stroke(chart.ctx, colour, 1.5, [7, 6], [[left, y], [left + width, y]]);
    }
  }] } };
}

/**
 * Marks events: a tinted span from start to end, and at its lowest point a ring with a label.
 * @param {() => import("./contract.js").SupplyEvent[]} events those to show now
 * @param {() => number} now epoch ms, the end of events that are open
 */
export function eventMarks(events, now) {
  return { hooks: { draw: [(chart) => {
    const palette = colours();
    const labels = [];
    for (const span of prominent(visible(chart, events(), now()), now())) drawEvent(chart, span, palette, labels);
  }] } };
}

function visible({ scales: { x } }, events, now) {
  return events.filter(({ startedAt, open, durationMillis }) => {
    const start = Date.parse(startedAt);
    return start / 1000 <= x.max && (open ? now : start + durationMillis) / 1000 >= x.min;
  });
}

function drawEvent(chart, { event, from, to }, palette, labels) {
  const { ctx, bbox } = chart;
  const colour = event.kind === "low" || event.kind === "dip" ? palette.low : palette.critical;
  const x0 = Math.max(bbox.left, chart.valToPos(from / 1000, "x", true));
  const x1 = Math.min(bbox.left + bbox.width, chart.valToPos(to / 1000, "x", true));
  const y = Math.min(bbox.top + bbox.height - 8, chart.valToPos(event.minVolts ?? event.maxVolts ?? LOW_VOLTS, "y", true));
  ctx.save();
  ctx.fillStyle = faint(colour, 16);
  ctx.fillRect(x0, bbox.top, Math.max(2, x1 - x0), bbox.height);
  ctx.restore();
  ring(ctx, (x0 + x1) / 2, y, colour);
  const name = kindName(event.kind);
  label(chart, [`${name} · ${volts(event.minVolts)} V · ${duration(to - from)}`, name], [x0, x1], y, colour, labels);
}

function ring(ctx, x, y, colour) {
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, 6 * devicePixelRatio, 0, 2 * Math.PI);
  ctx.lineWidth = 2.5 * devicePixelRatio;
  ctx.strokeStyle = colour;
  ctx.stroke();
  ctx.restore();
}

/**
 * Writes to the right of a span, else to its left: the first of the texts that fits there without lying on another. Where
 * none does there is no label: the list of events has it.
 * @param {string[]} texts the longest first @param {number[]} span x of start and end
 * @param {{from: number, to: number, y: number}[]} taken by labels; gets this one
 */
function label({ ctx, bbox }, texts, [x0, x1], y, colour, taken) {
  ctx.save();
  ctx.font = font(13 * devicePixelRatio);
  ctx.fillStyle = colour;
  ctx.textAlign = "left"; // the axes leave theirs behind
  ctx.textBaseline = "alphabetic";
  const gap = 12 * devicePixelRatio;
  const height = Math.max(y - 8 * devicePixelRatio, bbox.top + 14 * devicePixelRatio);
  const place = texts.flatMap((text) => {
    const { width } = ctx.measureText(text);
    return [x1 + gap, x0 - gap - width].map((from) => ({ text, from, to: from + width, y: height }));
  }).find((at) => at.from >= bbox.left && at.to <= bbox.left + bbox.width && !taken.some((other) => overlap(at, other)));
  if (place) {
    taken.push(place);
    ctx.fillText(place.text, place.from, place.y);
  }
  ctx.restore();
}

const overlap = (a, b) => a.from < b.to && b.from < a.to && Math.abs(a.y - b.y) < 16 * devicePixelRatio;

function stroke(ctx, colour, width, dash, [[x0, y0], [x1, y1]]) {
  ctx.save();
  ctx.beginPath();
  ctx.setLineDash(dash.map((d) => d * devicePixelRatio));
  ctx.lineWidth = width * devicePixelRatio;
  ctx.strokeStyle = colour;
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
  ctx.restore();
}

/** Vertical lines with a word, for what a person saw. @param {() => {at: number, word: string}[]} marks */
export function wordMarks(marks) {
  return { hooks: { draw: [(chart) => {
    const { ctx, bbox } = chart;
    const { critical } = colours();
    const labels = [];
    for (const { at, word } of marks()) {
      const x = chart.valToPos(at / 1000, "x", true);
      if (x < bbox.left || x > bbox.left + bbox.width) continue;
      stroke(ctx, critical, 1.5, [], [[x, bbox.top], [x, bbox.top + bbox.height]]);
      label(chart, [word], [x, x], bbox.top + 22 * devicePixelRatio, critical, labels);
    }
  }] } };
}
