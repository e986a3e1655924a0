import { holds, type RungStatus } from "../ladder.ts";

/** A switch of Windows for the whole host, by its own word. */
export function isEnabled(word: string | null): RungStatus {
  if (word === "Enabled") return "pass";
  return holds(word === "Disabled" ? false : null);
}
