// What the reader does with the chart: buttons, table, wheel, dragging, pinching, pointing.
const host = document.getElementById("chart");
const chart = new Chart(host, JSON.parse(document.getElementById("data").textContent));
const readout = document.getElementById("reading");

for (const { id, name } of chart.channels) {
  const item = document.createElement("li");
  item.dataset.trace = id;
  item.textContent = name;
  document.getElementById("legend").append(item);
}

const tools = document.querySelector(".tools");
tools.hidden = false;
tools.addEventListener("click", ({ target }) => {
  const zoom = target.closest("button")?.dataset.zoom;
  if (zoom === "whole") chart.show(...chart.whole);
  else if (zoom) chart.zoom(zoom === "in" ? 0.5 : 2);
});

/** A record is shown with half its length around it, and at least some context. */
document.querySelector("main").addEventListener("click", ({ target }) => {
  const button = target.closest("button.go");
  if (!button) return;
  const [from, to] = [Number(button.dataset.from), Number(button.dataset.to)];
  const margin = Math.max((to - from) * 0.75, 50_000);
  chart.show(from - margin, to + margin);
  host.scrollIntoView({ behavior: "smooth", block: "center" });
});

const share = (clientX) => {
  const { left } = host.getBoundingClientRect();
  return Math.min(1, Math.max(0, (clientX - left - chart.plot.x0) / (chart.plot.x1 - chart.plot.x0)));
};
const microsAt = (clientX) => chart.span[0] + share(clientX) * (chart.span[1] - chart.span[0]);

host.addEventListener("wheel", (event) => {
  if (!event.ctrlKey && Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
  event.preventDefault();
  chart.zoom(event.deltaY > 0 ? 1.25 : 0.8, share(event.clientX));
}, { passive: false });
host.addEventListener("dblclick", () => chart.show(...chart.whole));

// One finger moves, two fingers zoom, a mouse picks a stretch.
const pointers = new Map();
let picked = null;
host.addEventListener("pointerdown", (event) => {
  pointers.set(event.pointerId, event.clientX);
  host.setPointerCapture(event.pointerId);
  if (event.pointerType === "mouse" && event.button === 0) picked = event.clientX;
});
host.addEventListener("pointermove", (event) => {
  const before = pointers.get(event.pointerId);
  if (before === undefined || event.pointerType === "mouse") return point(event.clientX);
  const perPixel = (chart.span[1] - chart.span[0]) / (chart.plot.x1 - chart.plot.x0);
  if (pointers.size === 1) {
    chart.show(chart.span[0] - (event.clientX - before) * perPixel, chart.span[1] - (event.clientX - before) * perPixel);
  } else {
    const other = [...pointers].find(([id]) => id !== event.pointerId)[1];
    chart.zoom(Math.abs(before - other) / Math.max(20, Math.abs(event.clientX - other)), share(other));
  }
  pointers.set(event.pointerId, event.clientX);
});
for (const end of ["pointerup", "pointercancel"]) {
  host.addEventListener(end, (event) => {
    pointers.delete(event.pointerId);
    if (picked !== null && end === "pointerup" && Math.abs(event.clientX - picked) > 6) {
      const [from, to] = [microsAt(picked), microsAt(event.clientX)].sort((a, b) => a - b);
      chart.show(from, to);
    }
    picked = null;
    chart.overlay.replaceChildren();
  });
}
host.addEventListener("pointerleave", () => {
  chart.overlay.replaceChildren();
  readout.textContent = "\u00a0";
});

/** Reads the chart at the pointer, and tints what is being picked. */
function point(clientX) {
  const at = microsAt(clientX);
  const { y0, y1 } = chart.plot;
  chart.overlay.replaceChildren();
  if (picked !== null) {
    const [from, to] = [microsAt(picked), at].sort((a, b) => a - b).map(chart.x);
    element("rect", { class: "pick", x: from, y: y0, width: to - from, height: y1 - y0 }, chart.overlay);
  }
  line(chart.overlay, "pointer", chart.x(at), chart.x(at), y0, y1);
  const values = chart.channels.map((channel) => {
    const index = nearest(channel.at, at);
    const [min, max, mean] = [channel.min[index], channel.max[index], channel.mean[index]].map((each) => (each / 1000).toFixed(2));
    return `${channel.name} ${mean} V${min === max ? "" : ` (${min} to ${max})`}`;
  });
  readout.textContent = [moment(at, Math.min(0.1, chart.step / 100)), ...values].join("   ·   ");
}

function nearest(at, micros) {
  const after = Math.min(at.length - 1, search(at, micros));
  return after > 0 && micros - at[after - 1] < at[after] - micros ? after - 1 : after;
}
