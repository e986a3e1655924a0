import { describe, expect, test } from "vitest";
import { sampleService } from "../sample-facts.ts";
import type { ComponentKey } from "../words.ts";
import { isNoAnswer, readComponent, STATUS_BY_READING } from "./component-reading.ts";

describe("what two numbers say", () => {
  test.each<
    [key: ComponentKey, primary: number | null, secondary: number | null, reading: string, status: string]
  >([
    ["heartbeat", 2, null, "works", "healthy"],
    ["heartbeat", 2, 2, "works", "healthy"],
    ["heartbeat", 2, 32775, "works-with-older-protocol", "healthy"],
    ["heartbeat", 2, 32782, "application-critical", "degraded"],
    ["heartbeat", 2, 32783, "application-timed-out", "degraded"],
    ["heartbeat", 2, 32784, "application-failed", "degraded"],
    ["heartbeat", 2, 32781, "works", "healthy"],
    ["heartbeat", 2, 32785, "works", "healthy"],
    ["heartbeat", 2, 12, "works", "healthy"],
    ["vss", 2, 32782, "works", "healthy"],
    ["vss", 2, 32775, "works-with-older-protocol", "healthy"],
    ["vss", 2, 99, "works", "healthy"],
    ["shutdown", 3, null, "degraded", "degraded"],
    ["heartbeat", 3, 32783, "application-timed-out", "degraded"],
    ["heartbeat", 3, 32775, "degraded", "degraded"],
    ["shutdown", 32775, null, "mismatch", "degraded"],
    ["shutdown", 32775, 2, "mismatch", "degraded"],
    ["heartbeat", 32775, 32782, "application-critical", "degraded"],
    ["vss", 6, null, "error", "failed"],
    ["heartbeat", 6, 2, "error", "failed"],
    ["heartbeat", 6, 32782, "error", "failed"],
    ["vss", 7, null, "incompatible", "failed"],
    ["vss", 12, null, "no-contact", "failed"],
    ["vss", 13, null, "lost", "failed"],
    ["heartbeat", 13, 32784, "lost", "failed"],
    ["vss", 32896, null, "off", "disabled"],
    ["vss", null, null, "unreported", "unknown"],
    ["heartbeat", null, 32782, "unreported", "unknown"],
    ["heartbeat", 15, null, "strange", "unknown"],
    ["vss", 0, null, "strange", "unknown"],
    ["vss", 14, null, "strange", "unknown"],
    ["heartbeat", 99, 32782, "strange", "unknown"],
    ["vss", 9007199254740991, null, "strange", "unknown"],
  ])("%s %j with %j: %s, %s", (key, primaryStatus, secondaryStatus, reading, status) => {
    const read = readComponent(key, sampleService({ primaryStatus, secondaryStatus }));
    expect(read).toBe(reading);
    expect(STATUS_BY_READING[read]).toBe(status);
  });

  test.each<[primary: number | null, isSilent: boolean]>([
    [null, true],
    [12, true],
    [13, true],
    [2, false],
    [3, false],
    [6, false],
    [7, false],
    [32775, false],
    [32896, false],
    [99, false],
  ])("%j is no answer: %s", (primaryStatus, isSilent) => {
    expect(isNoAnswer(readComponent("vss", sampleService({ primaryStatus })))).toBe(isSilent);
  });
});
