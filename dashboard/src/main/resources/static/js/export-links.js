import { el } from "./dom.js";

const FORMATS = [["csv", "CSV"], ["events", "Events as CSV"], ["json", "JSON"], ["lines", "Line protocol"]];
const SHOWN_POINTS = 1000;
const WEEK_MILLIS = 7 * 86_400_000;

/**
 * Links to what a chart shows, as files: at its own steps, or every window while that is no more than the server gives in one go.
 * @param {HTMLElement} host
 * @param {string} path of the vehicle or bay
 * @param {string[]} channels
 * @param {number[]} span epoch ms
 */
export function showExportLinks(host, path, channels, [from, to]) {
  const chosen = new URLSearchParams([...channels.map((channel) => ["channel", channel]),
    ["from", new Date(from).toISOString()], ["to", new Date(to).toISOString()]]);
  const links = (label, points) => el("div", { class: "row", data: { points } }, el("span", { class: "label", text: label }),
    ...FORMATS.map(([format, name]) => el("a", { class: "button quiet", download: "", text: name, data: { format },
      href: `${path}/export?format=${format}&points=${points}&${chosen}` })));
  host.replaceChildren(links("As shown", SHOWN_POINTS),
    to - from > WEEK_MILLIS ? el("p", { class: "muted small", text: "Every window: choose a week or less." }) : links("Every window", 0));
}
