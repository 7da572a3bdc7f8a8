// Runs before the first paint, therefore not a module: a page must not flash in the wrong theme.
{
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
}
