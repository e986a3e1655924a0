import { describe, expect, test } from "vitest";
import { formatDay } from "./list-day.ts";
import { formatAgo, formatMoment, formatMomentUtc, secondsSince } from "./time.ts";

const NOW = Date.parse("2025-11-24T12:00:00.000Z");

describe("times", () => {
  test("an age counts from the time to now", () => {
    expect(secondsSince("2025-11-24T11:59:18.000Z", NOW)).toBe(42);
    expect(formatAgo("2025-11-24T11:19:00.000Z", NOW)).toBe("41 min ago");
  });

  test("a future time has no age", () => {
    expect(secondsSince("2025-11-24T12:00:30.000Z", NOW)).toBe(0);
  });

  test.each([
    ["2025-11-24T11:00:00.000Z", "Today"],
    ["2025-11-23T12:00:00.000Z", "Yesterday"],
    ["2025-11-17T12:00:00.000Z", "Mon 17 Nov"],
  ])("%s heads the list as %s", (at, text) => {
    expect(formatDay(at, NOW)).toMatch(new RegExp(text.replace("Mon ", "Mon,? ")));
  });

  test("a moment of another day is a date, of another year a date with its year", () => {
    expect(formatMoment("2025-11-17T12:00:00.000Z", NOW)).toBe("17 Nov");
    expect(formatMoment("2023-11-17T12:00:00.000Z", NOW)).toBe("17 Nov 2023");
  });

  test.each([
    { at: "2025-11-24T00:05:00.000Z", words: "00:05" },
    { at: "2025-11-23T23:55:00.000Z", words: "23 Nov" },
    { at: "2024-12-31T23:55:00.000Z", words: "31 Dec 2024" },
  ])("without a zone, $at is $words", ({ at, words }) => {
    expect(formatMomentUtc(at, NOW)).toBe(words);
  });
});
