// The words on the pages for head units, their cars and their codes.

export const PLACES = {
  unknown: "Not asked yet", card: "Code card", "service-book": "Service book", phone: "Note in a phone",
  "previous-owner": "Previous owner", dealer: "Dealer", elsewhere: "Elsewhere",
};
export const BATTERIES = { flooded: "Flooded", efb: "EFB", agm: "AGM", gel: "Gel" };

export const placeWords = ({ codePlace, codePlaceNote }) => [PLACES[codePlace] ?? codePlace, codePlaceNote].filter(Boolean).join(": ");

/** How a head unit is called in a line. */
export const unitName = ({ maker, model }) => [maker, model].filter(Boolean).join(" ");

/** "AGM, 60 Ah, fitted 2023-05"; null when nothing is known. */
export function batteryWords({ batteryType, batteryAmpHours, batteryFittedOn }) {
  const words = [BATTERIES[batteryType], batteryAmpHours ? `${batteryAmpHours} Ah` : null, batteryFittedOn ? `fitted ${batteryFittedOn}${age(batteryFittedOn)}` : null];
  return words.filter(Boolean).join(", ") || null;
}

/** A stay in a car: "2024-05 to 2025-03-01", "since 2024", "from the start". */
export function stayWords({ fittedOn, removedOn }) {
  if (removedOn) return fittedOn ? `${fittedOn} to ${removedOn}` : `until ${removedOn}`;
  return fittedOn ? `since ${fittedOn}` : "since the workshop knows the car";
}

/** One wait of a lockout: "1–2 h", "60 min or more", "permanent". */
export function stepWords({ minMinutes, maxMinutes }) {
  if (minMinutes === null) return "permanent";
  if (maxMinutes === null) return `${length(minMinutes)} or more`;
  return minMinutes === maxMinutes ? length(minMinutes) : `${length(minMinutes)} to ${length(maxMinutes)}`;
}

export const lockoutWords = ({ codesPerStep, steps }) => `${codesPerStep === 1 ? "after each wrong code" : `after ${codesPerStep} wrong codes`} ${steps.map(stepWords).join(", ")}`;

/** Today as a person would write it, in the reader's zone. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

const length = (minutes) => (minutes >= 120 && minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`);

function age(day) {
  const years = new Date().getFullYear() - Number(day.slice(0, 4));
  return years < 2 ? "" : `, about ${years} years ago`;
}
