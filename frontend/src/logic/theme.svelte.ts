/** Light, dark, or what the reader's system has. The colours are in tokens.css. */

import { recall, remember } from "./memory";

export type Theme = "light" | "dark" | "system";
export const THEMES: Theme[] = ["system", "light", "dark"];

let chosen = $state<Theme>("system");

export function getTheme(): Theme {
  return chosen;
}

export function setTheme(theme: Theme): void {
  chosen = theme;
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  remember("theme", theme);
}

/** Take up the theme that was chosen the last time. */
export function recallTheme(): void {
  const known = THEMES.find((theme) => theme === recall("theme"));
  if (known) setTheme(known);
}
