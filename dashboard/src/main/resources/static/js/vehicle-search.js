import { get } from "./api.js";
import { el } from "./dom.js";
import { vehicleName } from "./vehicle-form.js";

const PAUSE_MILLIS = 150;

/**
 * Fills a list with the vehicles that a search finds.
 * @param {(vehicle: import("./contract.js").Vehicle) => HTMLElement} entry
 */
export const searchVehicles = (input, list, entry, nothing) => searchList("/api/vehicles", input, list, entry, nothing);

/**
 * Fills a list with what a search finds, while it is typed; an empty search lists the newest.
 * @param {string} path of the search
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {(found: any) => HTMLElement} entry
 * @param {(query: string) => HTMLElement} nothing shown when nothing is found
 * @returns {() => Promise<void>} searches again
 */
export function searchList(path, input, list, entry, nothing) {
  let timer;
  let running;
  const search = async () => {
    running?.abort();
    const mine = running = new AbortController();
    const query = input.value.trim();
    try {
      const found = await get(`${path}?q=${encodeURIComponent(query)}`, mine.signal);
      list.replaceChildren(...(found.length > 0 ? found.map(entry) : [nothing(query)]));
    } catch (problem) {
      if (problem.name !== "AbortError") list.replaceChildren(el("p", { class: "fault", role: "alert", text: problem.message }));
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE_MILLIS);
  });
  return search;
}

/** Plate large, the car beside it. */
export function vehicleWords(vehicle) {
  return [el("b", { class: "plate", text: vehicle.plate }), el("span", { class: "muted", text: vehicleName(vehicle) })];
}
