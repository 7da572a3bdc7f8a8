import { isUnacknowledged } from "./words.js";
import { serverNow } from "./clock.js";

// Two patterns that differ in rhythm, not only in pitch: [start, length, hertz] in seconds from the beginning of a round.
const PATTERNS = {
  critical: { tones: [[0, 0.11, 988], [0.16, 0.11, 1319], [0.32, 0.11, 988], [0.48, 0.11, 1319]], everyMillis: 1000 },
  warning: { tones: [[0, 0.22, 660], [0.28, 0.3, 523]], everyMillis: 4000 },
};
const VOLUME = 0.35;
/** Nobody is there to hear it, for weeks. */
const UNATTENDED = "unattended";

/** @type {AudioContext|undefined} a browser allows it only after a tap */
let audio;
let playing = null;
let timer;

export const soundIsOn = () => audio?.state === "running";

/** Switches the sound on; must run inside a tap or a key. */
export async function switchSoundOn() {
  audio ??= new AudioContext();
  await audio.resume();
  announce();
}

export async function switchSoundOff() {
  await audio?.suspend();
  announce();
}

function announce() {
  document.dispatchEvent(new CustomEvent("soundchange", { detail: soundIsOn() }));
}

/**
 * Sounds the loudest pattern that any of these alarms asks for, and goes quiet when none does: acknowledged and
 * silenced ones do not, nor do those of an unattended watch.
 * @param {Iterable<import("./contract.js").Alarm>} alarms
 */
export function soundFor(alarms) {
  const wanted = loudest(alarms, serverNow());
  if (wanted === playing) return;
  playing = wanted;
  clearInterval(timer);
  if (wanted === null) return;
  playRound(wanted);
  timer = setInterval(() => playRound(wanted), PATTERNS[wanted].everyMillis);
}

/** @returns {"critical"|"warning"|null} */
export function loudest(alarms, now) {
  let result = null;
  for (const alarm of alarms) {
    if (!isUnacknowledged(alarm) || isSilenced(alarm, now) || alarm.phase === UNATTENDED) continue;
    if (alarm.priority === "critical") return "critical";
    result = "warning";
  }
  return result;
}

export const isSilenced = (alarm, now) => Boolean(alarm.silencedUntil) && Date.parse(alarm.silencedUntil) > now;

function playRound(name) {
  if (!soundIsOn()) return;
  for (const [start, length, hertz] of PATTERNS[name].tones) {
    const from = audio.currentTime + start;
    const tone = new OscillatorNode(audio, { type: "square", frequency: hertz });
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.setTargetAtTime(VOLUME, from, 0.005);
    volume.gain.setTargetAtTime(0, from + length, 0.015);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + length + 0.1);
  }
}
