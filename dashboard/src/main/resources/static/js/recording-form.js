import { upload } from "./api.js";
import { el } from "./dom.js";
import { onSubmit } from "./form.js";
import { dateTime } from "./format.js";

/**
 * The form that takes a recorded trace into a vehicle's history.
 * @param {HTMLFormElement} form
 * @param {string} path of the vehicle
 * @param {() => Promise<void>} done
 */
export function startRecordingForm(form, path, done) {
  const said = form.querySelector('[data-role="taken"]');
  onSubmit(form, async ({ start, column, time }) => {
    said.replaceChildren();
    const [file] = form.elements.namedItem("file").files;
    const asked = new URLSearchParams({ name: file?.name ?? "" });
    if (start) asked.set("start", start);
    if (column) asked.set("channel", `onboard=${column}`);
    if (time) asked.set("time", time);
    const taken = await upload(`${path}/recordings?${asked}`, file);
    form.reset();
    said.replaceChildren(el("p", { role: "status", text: words(taken) }),
      ...taken.remarks.map((remark) => el("p", { class: "muted small", text: remark })));
    await done();
  });
}

const words = ({ already, from, to, windows, events }) => {
  const when = `from ${dateTime(Date.parse(from))} to ${dateTime(Date.parse(to))}`;
  return already ? `Taken in before, ${when}: nothing has changed.` : `Taken in, ${when}: ${windows} windows, ${events} events.`;
};
