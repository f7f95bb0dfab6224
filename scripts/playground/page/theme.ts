import { byId } from "./dom.ts";

const KEY = "playground-theme";

/** What the page looks like. */
export type Theme = "light" | "dark";

const system = matchMedia("(prefers-color-scheme: dark)");
const listeners: Array<(theme: Theme) => void> = [];

/** As the system has it, until somebody chooses. */
export function theme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return system.matches ? "dark" : "light";
}

/** Hears of each other theme. */
export function onTheme(listener: (theme: Theme) => void): void {
  listeners.push(listener);
}

/** Makes the button work. */
export function prepareTheme(): void {
  const button = byId("theme");
  const showPressed = () => button.setAttribute("aria-pressed", String(theme() === "dark"));
  const tell = () => {
    showPressed();
    for (const listener of listeners) listener(theme());
  };
  const chosen = remembered();
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  button.addEventListener("click", () => {
    const other = theme() === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = other;
    remember(other);
    tell();
  });
  system.addEventListener("change", tell);
  showPressed();
}

/** A browser that keeps nothing says so with an error; then a choice lasts as long as the page. */
function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {}
}
