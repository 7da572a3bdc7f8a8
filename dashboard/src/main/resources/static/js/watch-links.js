import { get } from "./api.js";
import { el, setText } from "./dom.js";

/**
 * Ways from a vehicle to the bays: to the one that watches it, else to each that could.
 * @param {HTMLElement} host @param {string} vehicle
 */
export async function showWatchLinks(host, vehicle) {
  try {
    const bays = await get("/api/bays");
    const watching = bays.filter(({ job }) => String(job?.vehicle?.id) === vehicle);
    const free = bays.filter(({ job, online }) => online && !job);
    const links = watching.length > 0
      ? watching.map(({ bay }) => link(`/bays/${bay}`, `Watched at bay ${bay} now`))
      : free.map(({ bay }) => link(`/bays/${bay}?vehicle=${vehicle}`, `Watch at bay ${bay}`));
    if (links.length > 0) host.replaceChildren(...links);
    else setText(host, "No bay is free for a watch.");
  } catch (problem) {
    setText(host, problem.message);
  }
}

const link = (href, text) => el("a", { class: "button primary", href, text });
