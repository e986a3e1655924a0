import { describe, expect, test } from "vitest";
import { prepareGridMove, prepareGridSearch } from "./prepare-grid-move.ts";

const SIZE = { lines: 100, columns: 12, page: 20 };
const AT = { line: 50, column: 5 };

describe("keys in a grid", () => {
  test.each([
    ["ArrowDown", false, { line: 51, column: 5 }],
    ["ArrowUp", false, { line: 49, column: 5 }],
    ["ArrowLeft", false, { line: 50, column: 4 }],
    ["ArrowRight", false, { line: 50, column: 6 }],
    ["Home", false, { line: 50, column: 0 }],
    ["End", false, { line: 50, column: 11 }],
    ["Home", true, { line: 0, column: 0 }],
    ["End", true, { line: 99, column: 11 }],
    ["PageDown", false, { line: 70, column: 5 }],
    ["PageUp", false, { line: 30, column: 5 }],
    ["ArrowDown", true, { line: 99, column: 5 }],
    ["x", false, null],
  ])("%s (far: %s) leads to %j", (key, ctrlKey, to) => {
    expect(prepareGridMove(AT, { key, ctrlKey, metaKey: false }, SIZE)).toEqual(to);
  });

  test.each([
    ["ArrowUp", { line: 0, column: 0 }],
    ["ArrowLeft", { line: 0, column: 0 }],
    ["PageUp", { line: 0, column: 0 }],
  ])("%s stays at the first cell", (key, to) => {
    expect(prepareGridMove({ line: 0, column: 0 }, { key, ctrlKey: false, metaKey: false }, SIZE)).toEqual(
      to,
    );
  });

  test("past the end stays at the last", () => {
    const last = { line: 99, column: 11 };
    for (const key of ["ArrowDown", "ArrowRight", "PageDown"])
      expect(prepareGridMove(last, { key, ctrlKey: false, metaKey: false }, SIZE)).toEqual(last);
  });
});

describe("the next finding", () => {
  const bad = new Set(["1:2", "3:0"]);
  const holds = (place: { line: number; column: number }) => bad.has(`${place.line}:${place.column}`);
  const size = { lines: 4, columns: 3 };

  test.each([
    { at: { line: 0, column: 0 }, direction: 1 as const, to: { line: 1, column: 2 } },
    { at: { line: 1, column: 2 }, direction: 1 as const, to: { line: 3, column: 0 } },
    { at: { line: 3, column: 0 }, direction: 1 as const, to: { line: 1, column: 2 } },
    { at: { line: 1, column: 2 }, direction: -1 as const, to: { line: 3, column: 0 } },
    { at: { line: 2, column: 1 }, direction: -1 as const, to: { line: 1, column: 2 } },
  ])("from $at in direction $direction is $to", ({ at, direction, to }) => {
    expect(prepareGridSearch(at, direction, size, holds)).toEqual(to);
  });

  test("without any finding there is none", () => {
    expect(prepareGridSearch({ line: 0, column: 0 }, 1, size, () => false)).toBeNull();
    expect(prepareGridSearch({ line: 0, column: 0 }, 1, { lines: 0, columns: 3 }, () => true)).toBeNull();
  });
});
