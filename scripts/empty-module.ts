// Replaces "server-only" in code that never runs in a browser.
export const isEmpty = true;
