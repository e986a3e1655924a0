import { describe, expect, test } from "vitest";
import { ago, NOW } from "../testing/vm-cases.ts";
import { workOf } from "./work-in-progress.ts";

describe("a VM with an operation in progress", () => {
  const DAY_LONG = [
    "BackingUpVirtualMachine",
    "MergingDisks",
    "ExportingVirtualMachine",
    "StorageMigrationPhaseOne",
    "StorageMigrationPhaseTwo",
    "CreatingSnapshot",
    "DeletingSnapshot",
    "ApplyingSnapshot",
  ];

  test.each<[status: string, hours: number]>([
    ["MigratingVirtualMachine", 4],
    ...DAY_LONG.map((status): [string, number] => [status, 24]),
  ])("%s is work for %i hours, and overdue after that", (status, hours) => {
    const within = workOf([status], { [status]: ago({ hours }) }, NOW);
    expect(within).toMatchObject({ current: { status, limitHours: hours }, overdue: null });
    const past = workOf([status], { [status]: ago({ hours, seconds: 1 }) }, NOW);
    expect(past).toMatchObject({ current: null, overdue: { status, since: ago({ hours, seconds: 1 }) } });
  });

  test("work that was not seen before begins now", () => {
    expect(workOf(["MergingDisks"], {}, NOW).current?.since).toBe(NOW);
  });

  test.each<[name: string, statuses: string[] | null]>([
    ["nothing to do", ["Ok"]],
    ["another trouble", ["NoIommu", "CriticalIoError"]],
    ["a planned move's target", ["MigratingPlannedVm"]],
    ["a word of no meaning", ["constructor"]],
    ["no status", []],
    ["unread, and never in progress", null],
  ])("no work: %s", (_name, statuses) => {
    expect(workOf(statuses, {}, NOW)).toEqual({ current: null, overdue: null, isUnread: false });
  });

  test("one work excuses although another is overdue", () => {
    const since = { MigratingVirtualMachine: ago({ hours: 5 }) };
    const work = workOf(["MigratingVirtualMachine", "MergingDisks"], since, NOW);
    expect(work.current?.status).toBe("MergingDisks");
    expect(work.overdue?.status).toBe("MigratingVirtualMachine");
  });

  test.each<[name: string, since: Record<string, string>, speaks: string]>([
    [
      "the first begun",
      { MergingDisks: ago({ hours: 2 }), CreatingSnapshot: ago({ hours: 1 }) },
      "MergingDisks",
    ],
    ["begun together, by name", {}, "CreatingSnapshot"],
    [
      "the first overdue",
      { MergingDisks: ago({ hours: 30 }), CreatingSnapshot: ago({ hours: 31 }) },
      "CreatingSnapshot",
    ],
  ])("of two at once, in either order: %s", (_name, since, speaks) => {
    const statuses = ["MergingDisks", "CreatingSnapshot"];
    for (const order of [statuses, statuses.toReversed()]) {
      const { current, overdue } = workOf(order, since, NOW);
      expect((current ?? overdue)?.status).toBe(speaks);
    }
  });

  test("work that could not be read again is neither excused nor over", () => {
    const work = workOf(null, { MergingDisks: ago({ hours: 1 }) }, NOW);
    expect(work).toEqual({ current: null, overdue: null, isUnread: true });
  });
});
