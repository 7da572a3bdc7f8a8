import { get } from "./api.js";
import { el } from "./dom.js";
import { saverWords } from "./saver-words.js";

/** Which saver a swap is done with. What was chosen last in a bay stays chosen there, so that it costs no tap. */
export class SaverChoice {
  /** @param {HTMLElement} place @param {string} bay */
  constructor(place, bay) {
    this.place = place;
    this.key = `saver-${bay}`;
    this.select = el("select", { name: "saver", data: { testid: "saver-choice" }, on: { change: () => localStorage.setItem(this.key, this.select.value) } });
    place.append(el("label", { class: "field" }, el("span", { text: "Memory saver" }), this.select));
    place.hidden = true;
  }

  /** Savers are entered, tested and retired between two jobs. @throws {import("./api.js").Problem} */
  async load() {
    const savers = (await get("/api/savers")).filter(({ retired }) => !retired);
    const last = localStorage.getItem(this.key) ?? "";
    this.select.replaceChildren(el("option", { value: "", text: "The bay's own" }), ...savers.map((saver) => el("option", {
      value: saver.id, selected: String(saver.id) === last, text: `${saver.name} · ${saverWords(saver)}${saver.testedToday ? " · tested today" : ""}`,
    })));
    this.place.hidden = savers.length === 0;
  }

  /** Its number; null for the bay's own. @returns {number|null} */
  get chosen() {
    return this.select.value ? Number(this.select.value) : null;
  }
}
