import { get, post, put } from "../api.js";
import { el, role, setText } from "../dom.js";
import { dateTime } from "../format.js";
import { onSubmit } from "../form.js";
import { startShell } from "../shell.js";

startShell();
const form = document.getElementById("person");
onSubmit(form, async (values) => {
  await post("/api/people", values);
  form.reset();
  await load();
});
load();
const letterhead = document.getElementById("letterhead");
onSubmit(letterhead, async (values) => {
  await put("/api/letterhead", values);
  setText(role("letterhead-note"), "Kept. It stands on every report from now on.");
});
loadLetterhead();

async function loadLetterhead() {
  try {
    const { name, address } = await get("/api/letterhead");
    letterhead.elements.namedItem("name").value = name;
    letterhead.elements.namedItem("address").value = address.join("\n");
  } catch (problem) {
    setText(role("fault"), problem.message);
  }
}

async function load() {
  try {
    const people = await get("/api/people");
    role("people").replaceChildren(...people.map(row));
    setText(role("fault"), "");
  } catch (problem) {
    setText(role("fault"), problem.message);
  }
}

function row(person) {
  const end = person.active
    ? el("button", { type: "button", class: "quiet", data: { action: "deactivate" }, "aria-label": `Deactivate ${person.name}`, on: { click: () => deactivate(person) } }, "Deactivate")
    : el("span", { class: "muted", text: "deactivated" });
  return el("tr", { data: { testid: "person", active: person.active } },
    el("td", { data: { label: "Name" } }, el("b", { text: person.name })),
    el("td", { data: { label: "Role" }, text: person.role }),
    el("td", { class: "num", data: { label: "Since" }, text: dateTime(person.createdAt) }),
    el("td", {}, end));
}

/** Asks first: the person is sent out at once. */
async function deactivate({ id, name }) {
  if (!confirm(`Deactivate ${name}? They are logged out at once.`)) return;
  try {
    await post(`/api/people/${id}/deactivate`, {});
    await load();
  } catch (problem) {
    setText(role("fault"), problem.message);
  }
}
