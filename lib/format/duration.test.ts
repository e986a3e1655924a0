import { describe, expect, test } from "vitest";
import { formatDuration, formatDurationInWords, formatElapsed } from "./duration.ts";

describe("durations", () => {
  test.each([
    [0, "0 s", "0 seconds"],
    [1, "1 s", "1 second"],
    [89, "89 s", "89 seconds"],
    [90, "2 min", "2 minutes"],
    [2460, "41 min", "41 minutes"],
    [5399, "90 min", "90 minutes"],
    [5400, "2 h", "2 hours"],
    [172_799, "48 h", "48 hours"],
    [172_800, "2 d", "2 days"],
    [-5, "0 s", "0 seconds"],
  ])("%d seconds read %s", (seconds, short, words) => {
    expect(formatDuration(seconds)).toBe(short);
    expect(formatDurationInWords(seconds)).toBe(words);
  });

  test.each([
    [0, "0:00"],
    [41.9, "0:41"],
    [725, "12:05"],
  ])("%d seconds on the stopwatch: %s", (seconds, text) => {
    expect(formatElapsed(seconds)).toBe(text);
  });
});
