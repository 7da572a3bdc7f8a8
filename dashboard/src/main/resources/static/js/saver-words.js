// The words on the pages for memory savers.

import { volts } from "./format.js";

export const DIODES = { box: "In the bay's box", inside: "Inside the saver", none: "None" };

/** "12.0 V · 3 A · diode in the bay's box, 0.35 V". @param {import("./contract.js").Saver} saver */
export const saverWords = ({ noLoadVolts, ratingAmperes }) => [`${volts(noLoadVolts)} V`, ratingAmperes ? `${ratingAmperes} A` : null].filter(Boolean).join(" · ");

export const diodeWords = ({ diode, diodeVolts }) => (diode === "none" ? DIODES.none : `${DIODES[diode]}, takes ${volts(diodeVolts)} V`);

/** How it fared in its newest load test. @param {import("./contract.js").Saver} saver */
export function testedWords({ latestTest, testedToday }) {
  if (!latestTest) return "Never tested under load";
  if (testedToday) return "Passed its load test today";
  return latestTest.passed ? `Load test of ${latestTest.testedOn} passed: only today's counts` : `Failed its load test of ${latestTest.testedOn}`;
}

/** "2026-05-17 · 1.8 A for 10 s: held 11.60 V, limit 10.85 V · Anna". */
export const testWords = ({ testedOn, amperes, seconds, heldVolts, limitVolts, enteredBy }) =>
  `${testedOn} · ${amperes} A for ${seconds} s: held ${volts(heldVolts)} V, limit ${volts(limitVolts)} V · ${enteredBy}`;
