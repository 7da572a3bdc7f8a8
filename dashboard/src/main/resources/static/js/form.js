import { Problem } from "./api.js";
import { el } from "./dom.js";

/** @returns {Record<string, any>} the form's fields as JSON: empty ones are null, fields of numbers numbers; @throws {Problem} */
export function values(form) {
  const result = {};
  for (const control of form.elements) {
    if (!control.name || control.disabled || (control.type === "radio" && !control.checked)) continue;
    const text = control.value.trim();
    if (control.type === "checkbox") result[control.name] = control.checked;
    else if (text === "") result[control.name] = null;
    else if (control.inputMode === "numeric") result[control.name] = wholeNumber(control.name, text);
    else if (control.inputMode === "decimal") result[control.name] = decimalNumber(control.name, text);
    else if (control.type === "datetime-local") result[control.name] = new Date(text).toISOString();
    else result[control.name] = text;
  }
  return result;
}

function wholeNumber(field, text) {
  if (/^\d+$/.test(text)) return Number(text);
  throw new Problem(400, { violations: [{ field, message: "must be a whole number" }] });
}

/** With a point or a comma, as the keyboard of the country has it. */
function decimalNumber(field, text) {
  if (/^-?\d+([.,]\d+)?$/.test(text)) return Number(text.replace(",", "."));
  throw new Problem(400, { violations: [{ field, message: "must be a number" }] });
}

/**
 * Sends the form when it is submitted and puts what is wrong beside the field it is about; what is about no field
 * stands at the end of the form. Checks of the browser are off: the server's words are the same for everybody.
 * @param {HTMLFormElement} form
 * @param {(values: Record<string, any>) => Promise<void>} send throws {@link Problem}
 */
export function onSubmit(form, send) {
  form.noValidate = true;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearFaults(form);
    const button = form.querySelector('[type="submit"]');
    button.disabled = true;
    try {
      await send(values(form));
    } catch (problem) {
      showFaults(form, problem);
    } finally {
      button.disabled = false;
    }
  });
}

function showFaults(form, problem) {
  const violations = problem instanceof Problem ? problem.violations : [];
  const elsewhere = violations.length === 0 ? [problem.message] : [];
  for (const { field, message } of violations) {
    const control = form.elements.namedItem(field);
    if (control instanceof HTMLElement && !control.disabled) markFault(control, message);
    else elsewhere.push(`${field} ${message}`);
  }
  const button = form.querySelector('[type="submit"]');
  if (elsewhere.length > 0) button.before(el("p", { class: "fault across", role: "alert", text: sentence(elsewhere.join("; ")) }));
  form.querySelector('[aria-invalid="true"]')?.focus();
}

function markFault(control, message) {
  const id = `fault-${control.form.id}-${control.name}`;
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", id);
  control.closest(".field").append(el("span", { class: "fault", id, role: "alert", data: { faultOf: control.name }, text: sentence(message) }));
}

export function clearFaults(form) {
  form.querySelectorAll(".fault").forEach((fault) => fault.remove());
  form.querySelectorAll("[aria-invalid]").forEach((control) => {
    control.removeAttribute("aria-invalid");
    control.removeAttribute("aria-describedby");
  });
}

const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
