import { CRITICAL_VOLTS, LOW_VOLTS } from "./bay-state.js";
import { duration, volts } from "./format.js";
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

/** The range of the voltage axis: always shows both thresholds, and everything that was measured. */
export function voltRange(_chart, dataMin, dataMax) {
  const low = Math.min(11, (dataMin ?? 12) - 0.2);
  const high = Math.max(14, (dataMax ?? 13) + 0.2);
  return [Math.floor(low * 2) / 2, Math.ceil(high * 2) / 2];
}

export const font = (pixels) => `500 ${pixels}px Inter, system-ui, sans-serif`;

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
    let labelEnd = -Infinity;
    for (const event of [...events()].sort((a, b) => a.startedAt.localeCompare(b.startedAt))) {
      labelEnd = drawEvent(chart, event, palette, now(), labelEnd);
    }
  }] } };
}

function drawEvent(chart, event, palette, now, labelEnd) {
  const { ctx, bbox } = chart;
  const start = Date.parse(event.startedAt);
  const end = event.open ? now : start + event.durationMillis;
  const xs = chart.scales.x;
  if (end / 1000 < xs.min || start / 1000 > xs.max) return labelEnd;
  const colour = event.kind === "low" || event.kind === "dip" ? palette.low : palette.critical;
  const x0 = Math.max(bbox.left, chart.valToPos(start / 1000, "x", true));
  const x1 = Math.min(bbox.left + bbox.width, chart.valToPos(end / 1000, "x", true));
  const y = Math.min(bbox.top + bbox.height - 8, chart.valToPos(event.minVolts ?? event.maxVolts ?? LOW_VOLTS, "y", true));
  ctx.save();
  ctx.fillStyle = faint(colour, 16);
  ctx.fillRect(x0, bbox.top, Math.max(2, x1 - x0), bbox.height);
  ctx.restore();
  ring(ctx, (x0 + x1) / 2, y, colour);
  return label(chart, `${kindName(event.kind)} · ${volts(event.minVolts)} V · ${duration(event.durationMillis)}`, x1, y, colour, labelEnd);
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

/** A label that would lie on the one before is left out: the list of events has it. @returns {number} where the last one ends */
function label({ ctx, bbox }, text, x, y, colour, labelEnd) {
  ctx.save();
  ctx.font = font(13 * devicePixelRatio);
  ctx.fillStyle = colour;
  ctx.textAlign = "left"; // the axes leave theirs behind
  ctx.textBaseline = "alphabetic";
  const width = ctx.measureText(text).width;
  const right = bbox.left + bbox.width;
  let at = x + 12 * devicePixelRatio;
  if (at + width > right) at = Math.max(bbox.left, x - width - 16 * devicePixelRatio);
  const fits = at > labelEnd;
  if (fits) ctx.fillText(text, at, Math.max(y - 8 * devicePixelRatio, bbox.top + 14 * devicePixelRatio));
  ctx.restore();
  return fits ? at + width : labelEnd;
}

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
    for (const { at, word } of marks()) {
      const x = chart.valToPos(at / 1000, "x", true);
      if (x < bbox.left || x > bbox.left + bbox.width) continue;
      stroke(ctx, critical, 1.5, [], [[x, bbox.top], [x, bbox.top + bbox.height]]);
      label(chart, word, x - 6 * devicePixelRatio, bbox.top + 22 * devicePixelRatio, critical, -Infinity);
    }
  }] } };
}
