import { describe, expect, test } from "vitest";
import { formatPercent, formatPoints } from "./percent.ts";

describe("a share in per cent", () => {
  test.each([
    { ratio: 0, percent: "0.0" },
    { ratio: 0.8384, percent: "83.8" },
    { ratio: 0.8389, percent: "83.8" },
    { ratio: 0.29, percent: "29.0" },
    { ratio: 0.9999, percent: "99.9" },
    { ratio: 1, percent: "100" },
  ])("$ratio is $percent", ({ ratio, percent }) => {
    expect(formatPercent(ratio)).toBe(percent);
  });
});

describe("the difference of two shares", () => {
  test.each([
    { from: 0.776, to: 0.838, points: "+6.2" },
    { from: 0.854, to: 0.838, points: "−1.6" },
    { from: 0.8381, to: 0.8389, points: "±0" },
    { from: 0, to: 1, points: "+100.0" },
    // The difference of the displayed values, so that the numbers on the screen agree.
    { from: 0.8389, to: 0.839, points: "+0.1" },
  ])("from $from to $to is $points", ({ from, to, points }) => {
    expect(formatPoints(from, to)).toBe(points);
  });
});
