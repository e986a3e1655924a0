import { describe, expect, test } from "vitest";
import { dayAfter, formatDays } from "./day.ts";

describe("days of the calendar", () => {
  test.each([
    { day: "2026-11-24", count: -89, other: "2026-08-27" },
    { day: "2028-02-28", count: 1, other: "2028-02-29" },
    { day: "2026-12-31", count: 1, other: "2027-01-01" },
  ])("$count days after $day is $other", ({ day, count, other }) => {
    expect(dayAfter(day, count)).toBe(other);
  });

  test.each([
    { from: "2026-08-27", to: "2026-11-24", words: "27 Aug – 24 Nov 2026" },
    { from: "2025-11-25", to: "2026-11-24", words: "25 Nov 2025 – 24 Nov 2026" },
  ])("$from to $to is shown as $words", ({ from, to, words }) => {
    expect(formatDays(from, to)).toBe(words);
  });
});
