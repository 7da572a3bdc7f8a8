import { get, post } from "../api.js";
import { el, role, setText } from "../dom.js";
import { showKnown } from "../known.js";
import { startShell } from "../shell.js";

const { profile, manager } = document.querySelector("main").dataset;
const path = `/api/profiles/${profile}`;
const editable = manager === "true";

startShell();
get(path).then(show, failed);
role("shipped").addEventListener("click", () => {
  if (confirm("Go by what is shipped in every point? What the workshop chose is forgotten.")) post(`${path}/shipped`).then(({ body }) => show(body), failed);
});

role("forget").addEventListener("click", () => {
  if (confirm("Forget this kind with all that is entered about it?")) post(`${path}/forget`).then(() => location.assign("/profiles"), failed);
});

function show({ name, cars, makers, facts, sources, own }) {
  document.title = `${name} · Terminal 30`;
  setText(role("fault"), "");
  setText(role("name"), name);
  setText(role("cars"), [makers.join(", "), ...cars.map(carWords), own && `entered here by ${own.enteredBy}: ${own.source}`].filter(Boolean).join(" · "));
  role("forget").hidden = !editable || !own;
  role("shipped").hidden = !editable || facts.every(({ origin }) => origin === "shipped");
  showKnown(role("known"), facts, { path, back: "shipped", backWord: "Back to what is shipped", origin: "workshop", editable, done: show, failed });
  role("sources").replaceChildren(...sources.map(({ id, title, about }) => el("div", {}, el("dt", { text: `${id}: ${title}` }), el("dd", { class: "muted", text: about }))));
}

const carWords = ({ model, generation, fromYear, toYear }) => ["Nissan", model, generation, fromYear ? `${fromYear} to ${toYear}` : null].filter(Boolean).join(" ");

function failed(problem) {
  setText(role("fault"), problem.message);
}
