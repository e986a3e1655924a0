import { describe, expect, test } from "vitest";
import { isCriticalState, isKnownNotToRun, stateKindOf } from "./state-kind.ts";
import { STATE_WORDS, toStateWord } from "./state-word.ts";

describe("a state by its name", () => {
  test.each<[name: string | null, word: string, kind: string, isCritical: boolean]>([
    ["Running", "running", "running", false],
    ["Off", "off", "resting", false],
    ["Saved", "saved", "resting", false],
    ["FastSaved", "fast-saved", "resting", false],
    ["Hibernated", "hibernated", "resting", false],
    ["Paused", "paused", "resting", false],
    ["Starting", "starting", "changing", false],
    ["Stopping", "stopping", "changing", false],
    ["Saving", "saving", "changing", false],
    ["Pausing", "pausing", "changing", false],
    ["Resuming", "resuming", "changing", false],
    ["Reset", "reset", "changing", false],
    ["FastSaving", "fast-saving", "changing", false],
    ["ForceShutdown", "force-shutdown", "changing", false],
    ["ForceReboot", "force-reboot", "changing", false],
    ["ComponentServicing", "component-servicing", "changing", false],
    ["RunningCritical", "running-critical", "running", true],
    ["OffCritical", "off-critical", "resting", true],
    ["StoppingCritical", "stopping-critical", "changing", true],
    ["SavedCritical", "saved-critical", "resting", true],
    ["PausedCritical", "paused-critical", "resting", true],
    ["StartingCritical", "starting-critical", "changing", true],
    ["ResetCritical", "reset-critical", "changing", true],
    ["SavingCritical", "saving-critical", "changing", true],
    ["PausingCritical", "pausing-critical", "changing", true],
    ["ResumingCritical", "resuming-critical", "changing", true],
    ["FastSavedCritical", "fast-saved-critical", "resting", true],
    ["FastSavingCritical", "fast-saving-critical", "changing", true],
    ["Other", "unknown", "unknown", false],
    ["Levitating", "unknown", "unknown", false],
    ["LevitatingCritical", "unknown", "unknown", true],
    ["running", "unknown", "unknown", false],
    ["constructor", "unknown", "unknown", false],
    ["", "unknown", "unknown", false],
    [null, "unknown", "unknown", false],
  ])("%j is %s: %s, critical %s", (name, word, kind, isCritical) => {
    expect(toStateWord(name)).toBe(word);
    expect(stateKindOf(toStateWord(name))).toBe(kind);
    expect(isCriticalState(name)).toBe(isCritical);
    expect(isKnownNotToRun(name)).toBe(kind === "resting" || kind === "changing");
  });

  test("the list holds each word once", () => {
    expect(new Set(STATE_WORDS).size).toBe(STATE_WORDS.length);
    expect(STATE_WORDS).toHaveLength(29);
  });
});
