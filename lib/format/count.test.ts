import { describe, expect, test } from "vitest";
import { formatCount, formatDifference, formatPlural, formatShare } from "./count.ts";

describe("counts", () => {
  test.each([
    [0, "0"],
    [999, "999"],
    [1053, "1\u202f053"],
    [50_000, "50\u202f000"],
    [1_234_567, "1\u202f234\u202f567"],
    [-1200, "−1\u202f200"],
  ])("%d reads %s", (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  test.each([
    [3, "+3"],
    [-2000, "−2\u202f000"],
    [0, "0"],
  ])("a change of %d reads %s", (difference, text) => {
    expect(formatDifference(difference)).toBe(text);
  });

  test.each([
    [1, "1 VM"],
    [0, "0 VMs"],
    [1200, "1\u202f200 VMs"],
  ])("%d as a plural: %s", (count, text) => {
    expect(formatPlural(count, "VM")).toBe(text);
  });

  test.each([
    [0, "0 %"],
    [0.0001, "0.1 %"],
    [0.5, "50 %"],
    [0.9999, "99 %"],
    [1, "100 %"],
  ])("a share of %d reads %s, so that nearly all is never shown as all", (share, text) => {
    expect(formatShare(share)).toBe(text);
  });
});
