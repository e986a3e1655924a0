import { type StateWord, toStateWord } from "./state-word.ts";

/**
 * What a state means for the verdicts. `running`: the guest should respond. `resting`: off, saved or paused, which is
 * not a fault. `changing`: transitional, and stuck if it stays there. `unknown`: an unknown name.
 */
export type StateKind = "running" | "resting" | "changing" | "unknown";

const KIND_BY_WORD = {
  running: "running",
  "running-critical": "running",
  off: "resting",
  "off-critical": "resting",
  saved: "resting",
  "saved-critical": "resting",
  "fast-saved": "resting",
  "fast-saved-critical": "resting",
  hibernated: "resting",
  paused: "resting",
  "paused-critical": "resting",
  starting: "changing",
  "starting-critical": "changing",
  stopping: "changing",
  "stopping-critical": "changing",
  saving: "changing",
  "saving-critical": "changing",
  "fast-saving": "changing",
  "fast-saving-critical": "changing",
  pausing: "changing",
  "pausing-critical": "changing",
  resuming: "changing",
  "resuming-critical": "changing",
  reset: "changing",
  "reset-critical": "changing",
  "force-shutdown": "changing",
  "force-reboot": "changing",
  "component-servicing": "changing",
  unknown: "unknown",
} as const satisfies Record<StateWord, StateKind>;

export function stateKindOf(word: StateWord): StateKind {
  return KIND_BY_WORD[word];
}

/** A VM whose state was read and is one in which it does not run; an unknown state does not count. */
export function isKnownNotToRun(name: string | null): boolean {
  const kind = stateKindOf(toStateWord(name));
  return kind === "resting" || kind === "changing";
}

/** Storage lost or full, as the ending of the name shows, even for a name that is newer than this program. */
export function isCriticalState(name: string | null): boolean {
  return name !== null && name.endsWith("Critical");
}
