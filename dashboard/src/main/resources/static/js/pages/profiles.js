import { get } from "../api.js";
import { el, role, setText } from "../dom.js";
import { startShell } from "../shell.js";

startShell();
load();

async function load() {
  try {
    const profiles = await get("/api/profiles");
    role("profiles").replaceChildren(...profiles.map(({ id, name, makers, changed }) => el("li", {}, el("a", { class: "button quiet option", href: `/profiles/${id}`, data: { testid: "profile" } },
      el("b", { text: name }), el("span", { class: "muted", text: makers.filter((maker) => !name.includes(maker)).join(", ") }), changed ? el("span", { class: "chip own", text: "changed here" }) : ""))));
  } catch (problem) {
    setText(role("fault"), problem.message);
  }
}
