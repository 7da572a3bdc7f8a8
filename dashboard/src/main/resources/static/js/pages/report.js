import { startShell } from "../shell.js";

startShell();
document.querySelector("[data-action=print]").addEventListener("click", () => print());
