import { describe, expect, test } from "vitest";
import {
  groundOf,
  isHostFault,
  judgedTechnologies,
  type MatrixLine,
  type MatrixOptions,
  orderRows,
  prepareLines,
  sicknessOf,
  statusOf,
  sumColumns,
} from "./prepare-matrix.ts";
import { vmRowFixture as vm } from "./vm-row-fixture.ts";

const GROUPED: MatrixOptions = {
  isGrouped: true,
  isWorstFirst: true,
  areQuietFolded: false,
  foldedHosts: new Set(),
  unfoldedQuiet: new Set(),
};

const FLEET = [
  vm("a-1", { hostName: "HV-A" }),
  vm("a-2", { hostName: "HV-A", health: "inactive", state: "Off" }),
  vm("b-1", { hostName: "HV-B", health: "warning", grounds: { vss: "warning" } }),
  vm("b-2", { hostName: "HV-B" }),
  vm("c-1", { hostName: "HV-C", health: "critical", grounds: { heartbeat: "critical", vss: "follows" } }),
  vm("d-1", { hostName: "HV-D", health: "unknown", freshness: "stale", grounds: { vss: "critical" } }),
];

function keys(lines: readonly MatrixLine[]): string[] {
  return lines.map((line) => (line.kind === "vm" ? line.row.name : line.key));
}

describe("the order of the matrix", () => {
  test("hosts stand worst first, and so do the VMs on each", () => {
    const names = orderRows([vm("b-0", { hostName: "HV-B" }), ...FLEET], GROUPED).map((row) => row.name);
    expect(names).toEqual(["c-1", "b-1", "b-0", "b-2", "d-1", "a-1", "a-2"]);
  });

  test("until all pages are there, hosts stay in the order in which they came", () => {
    const names = orderRows(FLEET, { isGrouped: true, isWorstFirst: false }).map((row) => row.name);
    expect(names).toEqual(["a-1", "a-2", "b-1", "b-2", "c-1", "d-1"]);
  });

  test("names count as people count: 2 before 10", () => {
    const rows = ["app-10", "app-2"].map((name) => vm(name));
    expect(orderRows(rows, GROUPED).map((row) => row.name)).toEqual(["app-2", "app-10"]);
  });

  test("ungrouped, the order of the server stands", () => {
    const names = orderRows(FLEET, { isGrouped: false, isWorstFirst: true }).map((row) => row.name);
    expect(names).toEqual(["a-1", "a-2", "b-1", "b-2", "c-1", "d-1"]);
  });
});

test("a technology counts what is asked for and not in effect, on hosts that report", () => {
  const sums = sumColumns([
    vm("a", { acceleration: { "sr-iov": "configured", vmq: "active" } }),
    vm("b", { acceleration: { "sr-iov": "blocked", vmq: "configured" } }),
    vm("c", { acceleration: { "sr-iov": "configured" } }),
    vm("d", { acceleration: { "sr-iov": "configured" }, freshness: "stale" }),
  ]);
  expect([sums["sr-iov"].warning, sums.vmq.warning, sums.vrss.warning]).toEqual([2, 1, 0]);
});

describe("the lines of the matrix", () => {
  test("every host has a band above its VMs", () => {
    expect(keys(prepareLines(FLEET, GROUPED))).toEqual([
      "band:host-HV-A",
      "a-1",
      "a-2",
      "band:host-HV-B",
      "b-1",
      "b-2",
      "band:host-HV-C",
      "c-1",
      "band:host-HV-D",
      "d-1",
    ]);
  });

  test("a folded host is its band alone", () => {
    const lines = prepareLines(FLEET, { ...GROUPED, foldedHosts: new Set(["host-HV-B"]) });
    expect(keys(lines)).not.toContain("b-1");
    expect(lines.find((line) => line.key === "band:host-HV-B")).toMatchObject({ isFolded: true, vms: 2 });
  });

  test("quiet VMs fold to one line that counts them", () => {
    const lines = prepareLines(FLEET, { ...GROUPED, areQuietFolded: true });
    expect(keys(lines)).toEqual([
      "band:host-HV-A",
      "quiet:host-HV-A",
      "band:host-HV-B",
      "b-1",
      "quiet:host-HV-B",
      "band:host-HV-C",
      "c-1",
      "band:host-HV-D",
      "quiet:host-HV-D",
    ]);
    expect(lines[1]).toMatchObject({ health: { healthy: 1, inactive: 1, critical: 0 } });
  });

  test("a host whose quiet VMs were asked for shows them", () => {
    const lines = prepareLines(FLEET, {
      ...GROUPED,
      areQuietFolded: true,
      unfoldedQuiet: new Set(["host-HV-A"]),
    });
    expect(keys(lines).slice(0, 3)).toEqual(["band:host-HV-A", "a-1", "a-2"]);
  });

  test("ungrouped, there are VMs and nothing else", () => {
    expect(keys(prepareLines(FLEET, { ...GROUPED, isGrouped: false }))).toHaveLength(FLEET.length);
  });
});

describe("sums of columns", () => {
  test("a follower is counted apart: one cause is one alarm", () => {
    const sums = sumColumns(FLEET);
    expect(sums.heartbeat).toEqual({ critical: 1, warning: 0, followers: 0 });
    expect(sums.vss).toEqual({ critical: 0, warning: 1, followers: 1 });
  });

  test("what a silent host said before is not counted", () => {
    const silent = vm("x", { freshness: "stale", grounds: { vss: "critical" } });
    expect(sumColumns([silent]).vss.critical).toBe(0);
    expect(statusOf(silent, "vss")).toBe("unknown");
    expect(groundOf(silent, "vss")).toBeUndefined();
  });

  test.each([
    { own: 9, vms: 10, is: true },
    { own: 9, vms: 15, is: false },
    { own: 10, vms: 16, is: true },
    { own: 8, vms: 8, is: false },
  ])("$own of $vms is a host's fault: $is", ({ own, vms, is }) => {
    expect(isHostFault({ critical: 0, warning: own, followers: 0 }, vms)).toBe(is);
  });

  test.each([
    { critical: 9, warning: 29, sick: null },
    { critical: 10, warning: 0, sick: "critical" },
    { critical: 0, warning: 30, sick: "warning" },
  ])("$critical critical and $warning warnings make a column sick: $sick", ({ critical, warning, sick }) => {
    expect(sicknessOf({ critical, warning, followers: 0 })).toBe(sick);
  });
});

describe("technologies", () => {
  test("a column that nobody has judged is not shown", () => {
    expect(judgedTechnologies(FLEET)).toEqual([]);
    expect(judgedTechnologies([vm("x", { acceleration: { vmq: "active" } })])).toEqual(["vmq"]);
  });
});
