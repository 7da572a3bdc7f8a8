import { kindRank } from "./bay-state.js";

/** @import {SupplyEvent} from "./contract.js" */

/**
 * The events worth a mark of their own, the worst first: one break is also a dip, below 11.5 V and below 12.5 V, and
 * marking it four times hides it. An event is left out when a worse one of its channel fills more than half of it.
 * @param {SupplyEvent[]} events @param {number} now epoch ms, the end of open ones
 * @returns {{event: SupplyEvent, from: number, to: number}[]} times in epoch ms
 */
export function prominent(events, now) {
  const kept = [];
  const spans = events.map((event) => {
    const from = Date.parse(event.startedAt);
    return { event, from, to: event.open ? now : from + event.durationMillis };
  });
  for (const span of spans.sort((a, b) => kindRank(b.event.kind) - kindRank(a.event.kind))) {
    if (!kept.some((worse) => hides(worse, span))) kept.push(span);
  }
  return kept;
}

function hides(worse, { event, from, to }) {
  const common = Math.min(worse.to, to) - Math.max(worse.from, from);
  return worse.event.channel === event.channel && worse.event.kind !== event.kind && common > (to - from) / 2;
}
