export type Theme = "light" | "dark" | "system";

export const THEME_COOKIE = "innkeeper-theme";

/** Reads the cookie; anything that is not a theme means the system's. */
export function toTheme(value: string | undefined): Theme {
  return value === "light" || value === "dark" ? value : "system";
}

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const listeners = new Set<() => void>();

/** Applies and stores a theme. A cookie, because the server must know it before the first paint. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  for (const listener of listeners) listener();
}

export function subscribeTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The chosen theme, from the root element. */
export function readTheme(): Theme {
  return toTheme(document.documentElement.dataset["theme"]);
}

/** The theme that is displayed, whether chosen or the system's. */
export function isDarkShown(): boolean {
  const chosen = readTheme();
  return chosen === "system" ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
}
