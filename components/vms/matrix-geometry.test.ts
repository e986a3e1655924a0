import { describe, expect, test } from "vitest";
import { bandAbove } from "./matrix-geometry.ts";

describe("the band over a line", () => {
  const bands = [0, 5, 9];
  test.each([
    [0, 0],
    [4, 0],
    [5, 5],
    [8, 5],
    [100, 9],
  ])("line %d belongs to band %d", (line, band) => {
    expect(bandAbove(bands, line)).toBe(band);
  });

  test("without grouping there is none", () => {
    expect(bandAbove([], 3)).toBeNull();
  });
});
