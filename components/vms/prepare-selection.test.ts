import { describe, expect, test } from "vitest";
import { prepareLines } from "./prepare-matrix.ts";
import { prepareSelection } from "./prepare-selection.ts";
import { vmRowFixture as vm } from "./vm-row-fixture.ts";

const ROWS = [
  vm("a", { hostName: "HV-A" }),
  vm("b", { hostName: "HV-A" }),
  vm("c", { hostName: "HV-B" }),
  vm("d", { hostName: "HV-B" }),
];
// 0 band A, 1 a, 2 b, 3 band B, 4 c, 5 d
const LINES = prepareLines(ROWS, {
  isGrouped: true,
  bands: [],
  areQuietFolded: false,
  foldedHosts: new Set(),
  unfoldedQuiet: new Set(),
});

function tick(before: string[], at: number, from = at): string[] {
  const selection = Object.fromEntries(before.map((id) => [id, true as const]));
  return Object.keys(
    prepareSelection(selection, LINES, ROWS, { from, to: at, isRange: from !== at }),
  ).toSorted();
}

describe("selecting", () => {
  test.each([
    { name: "a VM", before: [], at: 1, after: ["vm-a"] },
    { name: "a VM again", before: ["vm-a", "vm-c"], at: 1, after: ["vm-c"] },
    { name: "a band takes its host", before: [], at: 0, after: ["vm-a", "vm-b"] },
    {
      name: "a partly selected band becomes fully selected",
      before: ["vm-a"],
      at: 0,
      after: ["vm-a", "vm-b"],
    },
    { name: "a fully selected band is deselected", before: ["vm-a", "vm-b", "vm-d"], at: 0, after: ["vm-d"] },
    { name: "up to here", before: ["vm-a"], from: 1, at: 4, after: ["vm-a", "vm-b", "vm-c"] },
    { name: "up to here, upwards", before: ["vm-d"], from: 5, at: 2, after: ["vm-b", "vm-c", "vm-d"] },
  ])("$name", ({ before, at, from, after }) => {
    expect(tick(before, at, from)).toEqual(after);
  });

  test("a missing line changes nothing", () => {
    expect(prepareSelection({ x: true }, LINES, ROWS, { from: 99, to: 99, isRange: false })).toEqual({
      x: true,
    });
  });
});
