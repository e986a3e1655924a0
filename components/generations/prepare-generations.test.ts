import { describe, expect, test } from "vitest";
import type { GenerationRow } from "@/lib/contract/api/generations.ts";
import { toGenerationListing } from "./generation-search-params.ts";
import { firstStep, prepareCheckCells, prepareCheckColumns } from "./prepare-check-columns.ts";
import { checkTitles, countBands, prepareBands, prepareHurdles } from "./prepare-generations.ts";

const TITLES = checkTitles({
  checks: [
    { key: "G2", title: "64-bit guest", caution: 0, block: 0, unknown: 0 },
    { key: "G10", title: "No floppy", caution: 1, block: 0, unknown: 0 },
  ],
});

function row(
  name: string,
  verdict: GenerationRow["verdict"],
  checks: GenerationRow["checks"],
): GenerationRow {
  const id = "00000000-0000-4000-8000-000000000001";
  return {
    id,
    name,
    host: { id, name: "HV-01" },
    cluster: null,
    freshness: "fresh",
    health: "healthy",
    state: "running",
    guestOs: null,
    configurationVersion: null,
    verdict,
    gains: [],
    checks,
  };
}

describe("blockers", () => {
  test("what forbids comes first, checks in the order of their numbers, passed checks are omitted", () => {
    expect(
      prepareHurdles({ G10: "caution", G2: "caution", G3: "unknown", G4: "block", G1: "pass" }, TITLES).map(
        ({ value }) => value,
      ),
    ).toEqual(["G4:block", "G2:caution", "G10:caution", "G3:unknown"]);
  });

  test("a check without a title is shown by its key", () => {
    expect(prepareHurdles({ G2: "block", G99: "block" }, TITLES).map(({ title }) => title)).toEqual([
      "64-bit guest",
      "G99",
    ]);
  });
});

describe("the columns of checks", () => {
  test("count VMs that do not or may not pass, and exist even if all pass", () => {
    const columns = prepareCheckColumns({
      checks: [{ key: "G5", title: "The boot disk is a VHDX", caution: 2, block: 0, unknown: 3 }],
    });
    expect(columns.find(({ key }) => key === "G5")).toMatchObject({
      title: "The boot disk is a VHDX",
      open: 5,
    });
    expect(columns.find(({ key }) => key === "G6")?.open).toBe(0);
  });

  test.each<[freshness: GenerationRow["freshness"], passed: string, failed: string]>([
    ["fresh", "pass", "block"],
    ["late", "pass", "block"],
    ["stale", "unknown", "unknown"],
    ["missing", "unknown", "unknown"],
  ])(
    "of a VM on a %s host say %s of what it passed, and %s of what it did not",
    (freshness, passed, failed) => {
      const cells = prepareCheckCells({ freshness, checks: { G6: "block" } });
      expect(cells.find(({ key }) => key === "G5")?.status).toBe(passed);
      expect(cells.find(({ key }) => key === "G6")?.status).toBe(failed);
    },
  );

  test.each<[checks: GenerationRow["checks"], step: string]>([
    [{}, "no blockers"],
    [{ G3: "unknown", G7: "caution" }, "merge its checkpoints"],
    [{ G99: "block" }, "G99"],
  ])("%j: %s first", (checks, step) => {
    expect(firstStep({ freshness: "fresh" }, prepareHurdles(checks, TITLES))).toBe(step);
    expect(firstStep({ freshness: "stale" }, prepareHurdles(checks, TITLES))).toBe(
      "wait for its host to report",
    );
  });
});

describe("bands", () => {
  test("the same work is one band whatever the order of its checks; ready first, blocked last", () => {
    const bands = prepareBands(
      [
        row("a", "blocked", { G4: "block" }),
        row("b", "caution", { G2: "caution", G10: "caution" }),
        row("c", "unknown", { G3: "unknown" }),
        row("d", "caution", { G10: "caution", G2: "caution" }),
        row("e", "caution", { G2: "caution" }),
        row("f", "ready", {}),
      ],
      TITLES,
      "whole",
    );
    expect(bands.map(({ rows }) => rows.map(({ name }) => name))).toEqual([
      ["f"],
      ["b", "d"],
      ["e"],
      ["c"],
      ["a"],
    ]);
  });

  test("an unknown check is not the same as the same check failed", () => {
    const rows = [row("a", "unknown", { G2: "unknown" }), row("b", "unknown", { G2: "caution" })];
    expect(prepareBands(rows, TITLES, "whole")).toHaveLength(2);
  });

  test("a partly loaded band has the count of the fleet's sums, and is sorted by it", () => {
    const rows = [
      row("a", "caution", { G2: "caution" }),
      row("b", "caution", { G2: "caution" }),
      row("c", "caution", { G10: "caution", G2: "caution" }),
      { ...row("d", "unknown", {}), freshness: "stale" as const },
    ];
    const counts = countBands({
      silent: 7,
      groups: [
        { verdict: "caution", checks: ["G2:caution"], vms: 3, hosts: 1 },
        { verdict: "caution", checks: ["G2:caution", "G10:caution"], vms: 900, hosts: 4 },
      ],
    });
    expect(prepareBands(rows, TITLES, counts).map(({ rows: [first], vms }) => [first?.name, vms])).toEqual([
      ["c", 900],
      ["a", 3],
      ["d", 7],
    ]);
    expect(prepareBands(rows, TITLES, null).map(({ vms }) => vms)).toEqual([null, null, null]);
  });

  test("no VMs, no bands", () => expect(prepareBands([], TITLES, "whole")).toEqual([]));
});

test("one request has one key", () => {
  const none = { conversion: [], check: [], configurationVersion: [], cluster: [], host: [] };
  expect(toGenerationListing({ search: "  ", ...none, check: ["G5:caution"], sort: "conversion" })).toEqual({
    check: ["G5:caution"],
    sort: "conversion",
  });
});
