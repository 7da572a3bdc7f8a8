import { get } from "../api.js";
import { bytes, span } from "../bytes.js";
import { el, role, setText } from "../dom.js";
import { fact } from "../fields.js";
import { keepPanel } from "../keep-form.js";
import { startShell } from "../shell.js";

const REFRESH_MILLIS = 30_000;
const FILES = { "history.db": "History", "registry.db": "Registry: vehicles, jobs, reports" };
const LEVELS = { windows: "Windows of 100 ms", seconds: "Seconds", minutes: "Minutes and coarser, about", waveforms: "Recordings of events" };

startShell();
const manager = document.querySelector('nav[aria-label="Settings"]') !== null;
load(true);
setInterval(() => load(false), REFRESH_MILLIS);

/** The form stays as it is while somebody may be typing. */
async function load(withForm) {
  try {
    const storage = await get("/api/storage");
    showNotice(storage.notice);
    role("disk").replaceChildren(disk(storage));
    role("store").replaceChildren(...store(storage));
    if (withForm) role("keep").replaceChildren(...keep(storage.rule));
    setText(role("fault"), "");
  } catch (problem) {
    setText(role("fault"), problem.message);
  }
}

function showNotice(notice) {
  const banner = role("notice");
  banner.hidden = notice === null;
  banner.dataset.level = notice?.level ?? "";
  setText(banner, notice?.text ?? "");
}

function disk({ files, freeBytes, diskBytes, forecast, store }) {
  const facts = [["Free on the disk", `${bytes(freeBytes)} of ${bytes(diskBytes)}`],
    ...files.filter(({ name }) => FILES[name]).map((file) => [FILES[file.name], bytes(file.bytes)])];
  const rest = files.filter(({ name }) => !FILES[name]).reduce((sum, file) => sum + file.bytes, 0);
  if (rest > 0) facts.push(["Other files", bytes(rest)]);
  if (forecast?.bytesADay === 0) {
    facts.push(["Grows by", "not known yet"]);
  } else if (forecast) {
    facts.push(["Grows by", `${bytes(forecast.bytesADay)} a day`], ["In a year", `${bytes(forecast.growthInAYearBytes)} more`],
      ["Disk full", forecast.fullInDays === null ? "not within ten years" : `in ${span(forecast.fullInDays)}, at this rate`]);
  }
  return el("dl", { class: "facts num", data: { testid: "disk", measured: store !== null } }, ...facts.map(([word, value]) => fact(word, value)));
}

function store({ store: parts, rule }) {
  if (rule === null) return [el("p", { class: "muted", text: "The history is in a store of its own: what it takes there, and for how long, is for that store to say." })];
  if (parts === null) return [el("p", { class: "muted", text: "What the levels take is being measured." })];
  const all = parts.levels.reduce((sum, { bytes: some }) => sum + some, 0);
  const bar = el("div", { class: "bar", role: "img", "aria-label": "What each level takes" },
    ...parts.levels.filter(({ bytes: some }) => some > 0).map((part) => segment(part, all)));
  return [bar, table("Levels", parts.levels, (part) => [el("span", { class: `swatch ${part.name}` }), LEVELS[part.name]]),
    parts.bays.length === 0 ? "" : table("Bays", parts.bays, (part) => [`Bay ${part.name.replace(/^[^/]*\//, "")}`])];
}

function segment({ name, bytes: some }, all) {
  const part = el("i", { class: name });
  part.style.flexGrow = String(some / all);
  return part;
}

const table = (word, parts, name) => el("div", { class: "table", tabindex: "0", role: "region", "aria-label": word },
  el("table", { class: "cards" },
    el("thead", {}, el("tr", {}, el("th", { text: word }), el("th", { class: "amount", text: "Takes" }), el("th", { class: "amount", text: "A day adds" }))),
    el("tbody", {}, ...parts.map((part) => el("tr", { data: { testid: `size-${part.name}` } }, el("td", { class: "grow across" }, ...name(part)),
      el("td", { class: "num amount", data: { label: "Takes" }, text: bytes(part.bytes) }),
      el("td", { class: "num amount", data: { label: "A day adds" }, text: bytes(part.bytesADay) }))))));

function keep(rule) {
  if (rule === null) return [el("p", { class: "muted", text: "That store's retention policies say so." })];
  return keepPanel(rule, manager, () => load(true));
}
