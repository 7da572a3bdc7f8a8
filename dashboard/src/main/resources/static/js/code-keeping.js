import { get, post } from "./api.js";
import { el } from "./dom.js";
import { dateTime } from "./format.js";

/**
 * Whether the workshop keeps codes, and the switch for who may decide.
 * @param {HTMLElement} panel @param {boolean} manager
 */
export async function showKeeping(panel, manager) {
  const heading = panel.querySelector("h2");
  try {
    panel.replaceChildren(heading, ...parts(await get("/api/code-keeping"), manager, panel));
  } catch (problem) {
    panel.replaceChildren(heading, el("p", { class: "fault", role: "alert", text: problem.message }));
  }
}

function parts(state, manager, panel) {
  const since = state.switchedBy ? ` since ${dateTime(state.switchedAt)}, by ${state.switchedBy}` : "";
  const words = state.on
    ? `On${since}. Codes are sealed with the key in ${state.key}; each look at one is on record.`
    : `Off${since}. The registry notes where a code is kept, not the code.`;
  const left = state.keptCodes === 0 ? "" : state.on ? `${state.keptCodes} kept.` : `${state.keptCodes} remain, sealed: nobody is shown them.`;
  const result = [el("p", { data: { testid: "keeping", on: state.on } }, words), left ? el("p", { class: state.on ? "muted" : "warn", text: left }) : ""];
  if (!manager) return [...result, el("p", { class: "muted small", text: "A manager can change it." })];
  return [...result, el("div", { class: "row" }, ...buttons(state, panel))];
}

function buttons(state, panel) {
  const button = (text, action, body, question) => el("button", { type: "button", class: "quiet", data: { action }, text, on: { click: () => turn(panel, body, question) } });
  if (!state.on) {
    return [button("Keep codes", "keeping-on", { on: true }, "Keep codes in the registry? Whoever can read the data folder can then read them; docs/head-units.md says what it protects from."),
      state.keptCodes > 0 ? button("Delete what remains", "keeping-delete", { on: false, deleteKept: true }, "Delete every kept code and the key? This cannot be undone.") : ""];
  }
  return [button("Turn off, delete codes and key", "keeping-delete", { on: false, deleteKept: true }, "Delete every kept code and the key? This cannot be undone."),
    button("Turn off, leave them sealed", "keeping-off", { on: false, deleteKept: false }, "Turn it off? Codes stay sealed in the registry until somebody deletes them.")];
}

async function turn(panel, body, question) {
  if (!confirm(question)) return;
  try {
    await post("/api/code-keeping", body);
    await showKeeping(panel, true);
  } catch (problem) {
    panel.append(el("p", { class: "fault", role: "alert", text: problem.message }));
  }
}
