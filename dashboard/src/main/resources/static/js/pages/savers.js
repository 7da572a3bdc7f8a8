import { get } from "../api.js";
import { el, role, setText } from "../dom.js";
import { fact } from "../fields.js";
import { volts } from "../format.js";
import { loadTestForm, saverForm } from "../saver-form.js";
import { diodeWords, testWords, testedWords } from "../saver-words.js";
import { startShell } from "../shell.js";

startShell();
role("register").append(saverForm(load));
load();

async function load() {
  try {
    const savers = await get("/api/savers");
    const files = await Promise.all(savers.map(({ id }) => get(`/api/savers/${id}`)));
    role("savers").replaceChildren(...(files.length === 0 ? [nothing()] : files.map(entry)));
    setText(role("fault"), "");
  } catch (problem) {
    setText(role("fault"), problem.message);
  }
}

const nothing = () => el("p", { class: "muted", text: "No saver is entered yet. Until one is, a swap goes by the supply in the bay's own configuration." });

function entry(file) {
  const { saver, tests } = file;
  const facts = [["Without load", `${volts(saver.noLoadVolts)} V`], ["Rating", saver.ratingAmperes ? `${saver.ratingAmperes} A` : "not known"],
    ["Diode", diodeWords(saver)], ["Holds a car at", `${volts(saver.holdFloorVolts)} V`], ["Remarks", saver.remarks]];
  return el("article", { data: { testid: "saver", retired: saver.retired } },
    el("div", { class: "between" }, el("h2", { text: saver.name }), el("span", { class: "chip", data: { testid: "tested", passed: passed(saver) }, text: saver.retired ? "Retired" : testedWords(saver) })),
    el("dl", { class: "facts" }, ...facts.filter(([, value]) => value).map(([word, value]) => fact(word, value))),
    el("details", { data: { role: "test" } }, el("summary", { text: "Load test" }), loadTestForm(load, file), ...(tests.length === 0 ? [] : [history(tests)])),
    el("details", { data: { role: "change" } }, el("summary", { text: "Change" }), saverForm(load, saver)));
}

/** Only a test of today proves anything; one that failed warns for ever. */
const passed = ({ retired, latestTest, testedToday }) => (retired || !latestTest ? "" : testedToday ? "true" : latestTest.passed ? "" : "false");

const history = (tests) => el("ol", { class: "lines tests num", "aria-label": "Load tests" },
  ...tests.map((test) => el("li", { data: { testid: "load-test" } }, el("b", { text: test.passed ? "Passed " : "Failed " }), testWords(test))));
