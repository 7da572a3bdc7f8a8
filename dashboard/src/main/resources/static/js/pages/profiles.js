import { get, post } from "../api.js";
import { el, role, setText } from "../dom.js";
import { choice, field, submit } from "../fields.js";
import { onSubmit } from "../form.js";
import { startShell } from "../shell.js";

/** Of the ids of kinds that the workshop entered. */
const OWN = "own-";

startShell();
load();

async function load() {
  try {
    const profiles = await get("/api/profiles");
    role("profiles").replaceChildren(...profiles.map(({ id, name, makers, changed }) => el("li", {}, el("a", { class: "button quiet option", href: `/profiles/${id}`, data: { testid: "profile" } },
      el("b", { text: name }), el("span", { class: "muted", text: makers.filter((maker) => !name.includes(maker)).join(", ") }), chip(id, changed)))));
    role("add")?.append(ownForm(profiles.filter(({ id }) => !id.startsWith(OWN))));
  } catch (problem) {
    setText(role("fault"), problem.message);
  }
}

function chip(id, changed) {
  if (id.startsWith(OWN)) return el("span", { class: "chip own", text: "entered here" });
  return changed ? el("span", { class: "chip own", text: "changed here" }) : "";
}

/** What is known of the new kind is entered on its own page, point by point and with its source. */
function ownForm(shipped) {
  const kinds = { other: "Nothing: I start from scratch", ...Object.fromEntries(shipped.filter(({ id }) => id !== "other").map(({ id, name }) => [id, name])) };
  const form = el("form", { class: "grid", id: "own-profile" }, field("name", "Name of the kind", { autocomplete: "off", placeholder: "Juke F15, Clarion" }), field("maker", "Maker", { autocomplete: "off" }, "if known"),
    choice("alike", "Begin with what is known of", kinds), field("source", "Who says so", { autocomplete: "off", placeholder: "sticker and service book, May 2026" }), submit("Enter this kind", "enter-profile"));
  onSubmit(form, async ({ name, maker, alike, source }) => {
    const { body } = await post("/api/profiles", { name, maker, alike, source });
    location.assign(`/profiles/${body.id}`);
  });
  return form;
}
