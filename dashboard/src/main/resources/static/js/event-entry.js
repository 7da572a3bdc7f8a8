import { el } from "./dom.js";
import { duration, exactTime, volts } from "./format.js";
import { channelName, kindName } from "./words.js";

/**
 * An event in a list: a tap on it, and one on its waveform.
 * @param {import("./contract.js").SupplyEvent} event
 * @param {{tapped: (event: import("./contract.js").SupplyEvent) => void, waveform: (event: import("./contract.js").SupplyEvent) => void}} actions
 */
export function eventEntry(event, { tapped, waveform }) {
  const level = event.kind === "low" || event.kind === "dip" ? "mild" : "bad";
  const lowest = event.minVolts === null || event.minVolts === undefined ? "" : ` · ${volts(event.minVolts)} V`;
  const name = kindName(event.kind);
  return el("li", {},
    el("button", { type: "button", class: "event", data: { event: event.id }, on: { click: () => tapped(event) } },
      el("b", { class: level, text: name }),
      el("span", { class: "num", text: `${event.open ? "open, " : ""}${duration(event.durationMillis)}${lowest}` }),
      el("small", { text: channelName(event.channel) }),
      el("small", { class: "num", text: exactTime(event.startedAt) })),
    el("button", { type: "button", class: "quiet", text: "Waveform", data: { waveform: event.id }, "aria-label": `Waveform of ${name}, ${exactTime(event.startedAt)}`, on: { click: () => waveform(event) } }));
}
