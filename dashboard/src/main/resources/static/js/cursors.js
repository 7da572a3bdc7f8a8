import { el } from "./dom.js";

/** @typedef {{seconds: number, value: number|null}} Reading */

const STEP_OF_SPAN = 0.005;

/**
 * Two upright lines over a chart, A and B. A finger or the mouse anywhere in the chart takes the nearer one along; so do the arrow
 * keys the one that has the focus. Each stands on a sample.
 */
export class CursorPair {
  /** @param {any} plot a uPlot with one series @param {(readings: Reading[]) => void} read called when one has moved */
  constructor(plot, read) {
    this.plot = plot;
    this.read = read;
    this.indexes = [0, 0];
    this.held = -1;
    this.nodes = ["A", "B"].map((name, which) => el("div", {
      class: "cursor", tabindex: "0", role: "slider", "aria-label": `Cursor ${name}`, data: { cursor: name },
      on: { keydown: (event) => this.key(event, which) },
    }, el("b", { text: name })));
    plot.over.append(...this.nodes);
    plot.hooks.draw = [...(plot.hooks.draw ?? []), () => this.draw()];
    const fingers = new Set();
    plot.over.addEventListener("pointerdown", (event) => {
      fingers.add(event.pointerId);
      this.held = fingers.size === 1 ? this.nearest(event) : -1; // two fingers zoom
      this.drag(event);
    });
    plot.over.addEventListener("pointermove", (event) => this.drag(event));
    for (const end of ["pointerup", "pointercancel"]) {
      addEventListener(end, (event) => {
        fingers.delete(event.pointerId);
        this.held = -1;
      });
    }
  }

  /** Puts the cursors at two times. */
  place(...seconds) {
    this.indexes = seconds.map((at) => this.indexAt(at));
    this.moved();
  }

  /** The moment half-way between the two. */
  middle() {
    const [a, b] = this.indexes.map((index) => this.plot.data[0][index]);
    return (a + b) / 2;
  }

  pixels(event) {
    return event.clientX - this.plot.over.getBoundingClientRect().left;
  }

  nearest(event) {
    const [a, b] = this.indexes.map((index) => Math.abs(this.left(index) - this.pixels(event)));
    return a <= b ? 0 : 1;
  }

  drag(event) {
    if (this.held < 0) return;
    event.preventDefault();
    const width = this.plot.over.clientWidth;
    this.indexes[this.held] = this.indexAt(this.plot.posToVal(Math.min(width, Math.max(0, this.pixels(event))), "x"));
    this.moved();
  }

  key(event, which) {
    const sign = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!sign) return;
    event.preventDefault();
    const { min, max } = this.plot.scales.x;
    const before = this.indexes[which];
    const wanted = this.indexAt(this.plot.data[0][before] + sign * (max - min) * STEP_OF_SPAN);
    this.indexes[which] = wanted !== before ? wanted : Math.min(this.plot.data[0].length - 1, Math.max(0, before + sign));
    this.moved();
  }

  /** The sample nearest to a time; a gap has none of its own. */
  indexAt(seconds) {
    const [t, values] = this.plot.data;
    const index = this.plot.valToIdx(Math.min(t.at(-1), Math.max(t[0], seconds)));
    return values[index] === null ? index - 1 : index;
  }

  left(index) {
    return this.plot.valToPos(this.plot.data[0][index], "x");
  }

  moved() {
    const [t, values] = this.plot.data;
    this.draw();
    this.read(this.indexes.map((index) => ({ seconds: t[index], value: values[index] ?? null })));
  }

  draw() {
    if (this.plot.data[0].length === 0) return;
    const width = this.plot.over.clientWidth;
    this.nodes.forEach((node, which) => {
      const left = this.left(this.indexes[which]);
      node.hidden = left < -1 || left > width + 1;
      node.style.transform = `translateX(${left}px)`;
      node.setAttribute("aria-valuenow", String(this.plot.data[0][this.indexes[which]]));
    });
  }
}
