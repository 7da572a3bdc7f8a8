import { serverNow } from "./clock.js";
import { role, setIcon, setText } from "./dom.js";
import { clockTime } from "./format.js";
import { soundIsOn, switchSoundOff, switchSoundOn } from "./sound.js";
import { watchStore } from "./store-state.js";

/** What the head of every page does: clock, theme, how the history is, and the switch for the sound where alarms may sound. */
export function startShell({ sound = false } = {}) {
  const clock = role("clock");
  const tick = () => setText(clock, clockTime(serverNow()));
  tick();
  setInterval(tick, 1000);
  role("theme").addEventListener("click", changeTheme);
  watchStore();
  const button = role("sound");
  button.hidden = !sound;
  if (sound) startSound(button);
}

function changeTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
  document.dispatchEvent(new Event("themechange"));
}

function startSound(button) {
  const show = () => {
    const on = soundIsOn();
    setIcon(button, on ? "sound" : "mute");
    setText(role("sound-state", button), on ? "Sound on" : "Switch sound on");
    button.classList.toggle("attention", !on);
    button.setAttribute("aria-pressed", String(on));
  };
  document.addEventListener("soundchange", show);
  // The first tap anywhere is enough: a browser only asks that there was one.
  document.addEventListener("click", (event) => {
    if (!button.contains(event.target)) switchSoundOn();
  }, { once: true, capture: true });
  button.addEventListener("click", () => (soundIsOn() ? switchSoundOff() : switchSoundOn()));
  show();
}
