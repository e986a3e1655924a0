import { describe, expect, test } from "vitest";
import { prepareLines } from "./prepare-matrix.ts";
import { prepareScrollMap } from "./prepare-scroll-map.ts";
import type { VmHealth } from "./service-words.ts";
import { vmRowFixture as vm } from "./vm-row-fixture.ts";

const FLAT = {
  isGrouped: false,
  bands: [],
  areQuietFolded: false,
  foldedHosts: new Set<string>(),
  unfoldedQuiet: new Set<string>(),
};

function lines(...healths: VmHealth[]) {
  return prepareLines(
    healths.map((health, index) => vm(`vm-${index}`, { health })),
    FLAT,
  );
}

describe("the map beside the matrix", () => {
  test("quiet VMs leave it empty", () => {
    expect(prepareScrollMap(lines("healthy", "inactive"), 2, 10).marks).toEqual([]);
  });

  test("a line takes its share of the height, adjacent ones join", () => {
    const { marks } = prepareScrollMap(lines("critical", "critical", "healthy", "unknown"), 4, 8);
    expect(marks).toEqual([
      { health: "critical", from: 0, steps: 4 },
      { health: "unknown", from: 6, steps: 2 },
    ]);
  });

  test("if many lines share a step, the worst is shown", () => {
    const { marks } = prepareScrollMap(lines("healthy", "warning", "critical", "healthy"), 4, 1);
    expect(marks).toEqual([{ health: "critical", from: 0, steps: 1 }]);
  });

  test("the part that is not loaded stays empty below", () => {
    expect(prepareScrollMap(lines("healthy", "healthy"), 8, 100).loadedSteps).toBe(25);
  });

  test("hosts are separated, and a folded one shows its worst", () => {
    const rows = [vm("a", { hostName: "HV-A", health: "warning" }), vm("b", { hostName: "HV-B" })];
    const map = prepareScrollMap(
      prepareLines(rows, { ...FLAT, isGrouped: true, foldedHosts: new Set(["host-HV-A", "host-HV-B"]) }),
      2,
      10,
    );
    expect(map.cuts).toEqual([5]);
    expect(map.marks).toEqual([{ health: "warning", from: 0, steps: 5 }]);
  });
});
