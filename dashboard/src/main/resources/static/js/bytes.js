// Amounts of storage as people read them: powers of ten, as disks are sold.

const UNITS = ["B", "kB", "MB", "GB", "TB"];

/** "0 B", "12.3 MB", "1.74 GB"; at most three digits. @param {number} bytes */
export function bytes(bytes) {
  let value = Math.max(0, bytes);
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}

/** "3 days", "5 weeks", "8 months", "2 years": whole ones, never more than there are. @param {number} days */
export function span(days) {
  const words = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
  if (days < 21) return words(Math.max(1, Math.floor(days)), "day");
  if (days < 91) return words(Math.floor(days / 7), "week");
  if (days < 730) return words(Math.floor(days / 30.44), "month");
  return words(Math.floor(days / 365), "year");
}
