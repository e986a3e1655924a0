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
  sumBands,
  sumColumns,
} from "./prepare-matrix.ts";
import type { VmBand } from "@/lib/contract/api/vms.ts";
import { vmRowFixture as vm } from "./vm-row-fixture.ts";

const GROUPED: MatrixOptions = {
  isGrouped: true,
  bands: [],
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

const BAND: VmBand = {
  host: { id: "host-HV-B", name: "HV-B" },
  cluster: "PROD",
  freshness: "fresh",
  lastReportedAt: "2025-11-24T11:59:00.000Z",
  vms: 40,
  generationOne: 7,
  unread: 0,
  health: { critical: 1, warning: 2, unknown: 0, healthy: 37, inactive: 0 },
  sums: { vss: { critical: 1, warning: 2, followers: 3 }, vmq: { critical: 0, warning: 4, followers: 0 } },
};

describe("the order of the matrix", () => {
  test("the order of the server is kept", () => {
    for (const isGrouped of [true, false])
      expect(orderRows(FLEET, isGrouped).map((row) => row.name)).toEqual(FLEET.map((row) => row.name));
  });

  test("a host that moved while its pages loaded appears once, at its first position", () => {
    const names = orderRows([...FLEET, vm("a-3", { hostName: "HV-A" })], true).map((row) => row.name);
    expect(names).toEqual(["a-1", "a-2", "a-3", "b-1", "b-2", "c-1", "d-1"]);
  });
});

describe("the server's sums over whole hosts", () => {
  test("a band counts VMs that are not loaded, too, and its empty columns", () => {
    const lines = prepareLines(FLEET, { ...GROUPED, bands: [BAND] });
    const line = lines.find(({ key }) => key === "band:host-HV-B");
    expect(line).toMatchObject({ vms: 40, generationOne: 7, health: { healthy: 37 } });
    expect(line).toMatchObject({
      sums: { vss: { followers: 3 }, heartbeat: { critical: 0, warning: 0, followers: 0 } },
    });
  });

  test("a host without sums counts the loaded VMs", () => {
    expect(prepareLines(FLEET, { ...GROUPED, bands: [BAND] })[0]).toMatchObject({ vms: 2 });
  });

  test("the head counts all of them, and those of silent hosts separately", () => {
    const silent: VmBand = { ...BAND, freshness: "stale", vms: 3, generationOne: 1, sums: {} };
    const whole = sumBands([BAND, silent, BAND]);
    expect([whole.vms, whole.silentVms, whole.generationOne]).toEqual([83, 3, 15]);
    expect([whole.sums.vss, whole.sums.vmq.warning]).toEqual([{ critical: 2, warning: 4, followers: 6 }, 8]);
  });
});

test("a technology counts what is configured, not in effect, on reporting hosts", () => {
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

  test("a folded host is only its band", () => {
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

  test("a host shows its quiet VMs on request", () => {
    const lines = prepareLines(FLEET, {
      ...GROUPED,
      areQuietFolded: true,
      unfoldedQuiet: new Set(["host-HV-A"]),
    });
    expect(keys(lines).slice(0, 3)).toEqual(["band:host-HV-A", "a-1", "a-2"]);
  });

  test("without grouping there are only VMs", () => {
    expect(keys(prepareLines(FLEET, { ...GROUPED, isGrouped: false }))).toHaveLength(FLEET.length);
  });
});

describe("sums of columns", () => {
  test("a consequence is counted separately: one cause is one alarm", () => {
    const sums = sumColumns(FLEET);
    expect(sums.heartbeat).toEqual({ critical: 1, warning: 0, followers: 0 });
    expect(sums.vss).toEqual({ critical: 0, warning: 1, followers: 1 });
  });

  test("earlier reports of a silent host are not counted", () => {
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
  test("a column without verdicts is not shown", () => {
    expect(judgedTechnologies(FLEET)).toEqual([]);
    expect(judgedTechnologies([vm("x", { acceleration: { vmq: "active" } })])).toEqual(["vmq"]);
    expect(judgedTechnologies(FLEET, { "sr-iov": { active: 1 } })).toEqual(["sr-iov"]);
  });
});
