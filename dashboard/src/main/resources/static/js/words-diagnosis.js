// The words on the page for what the diagnosis says.

/** `colour` names the level of a state and its sign. */
export const riskWords = {
  high: { words: "Lock risk high", colour: "critical" },
  raised: { words: "Lock risk raised", colour: "low" },
  "none-seen": { words: "No lock risk seen so far", colour: "" },
  unknown: { words: "Lock risk unknown", colour: "" },
};
export const standingWords = { strong: "strong", some: "some", against: "speaks against it", nothing: "nothing seen" };
export const strengthWords = { decisive: "Decisive", strong: "Strong", weak: "Weak", against: "Against" };

/** What was done when the radio locked, by the words of the interface. */
export const beforeWords = {
  "": "Not known", "ignition-on": "Ignition switched on", "engine-start": "Engine started", driving: "Driving", parked: "Parked",
  "battery-work": "Battery or wiring worked on", update: "Radio updated", other: "Something else",
};

/** What can be found out, and how it can be found. */
export const subjects = {
  firmware: { words: "Radio's firmware", found: { official: "the maker's", unofficial: "unofficial" } },
  "asks-for-code": { words: "When it asks for the code", found: { "every-ignition": "at every ignition", "now-and-then": "now and then" } },
  "radio-connector": { words: "Radio's connector", found: { clean: "clean and tight", oxidised: "oxidised", loose: "loose" } },
  "radio-fuse": { words: "Radio's fuse (F10, F20)", found: { good: "good", "poor-contact": "poor contact", blown: "blown" } },
  "quiescent-load": { words: "Current of the parked car", found: { measured: "measured" } },
};

/** Who says so: S0 to S4 are the sources that the documentation lists, B the rules of behaviour. */
export const sourceWords = (source) => (source === "ours" ? "our own limit" : `source: ${source}`);

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
