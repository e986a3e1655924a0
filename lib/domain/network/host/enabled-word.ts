import { holds, type RungStatus } from "../ladder.ts";

/** A Windows setting for the whole host, by its own value. */
export function isEnabled(word: string | null): RungStatus {
  if (word === "Enabled") return "pass";
  return holds(word === "Disabled" ? false : null);
}
