import { describe, expect, test } from "vitest";
import { componentIdOf, firstRows } from "@/lib/domain/host/first-rows.ts";
import { parseSnapshotJson } from "./read-snapshot.ts";
import type { SnapshotV1 } from "./snapshot-v1.ts";
import { snapshotBytes } from "./testing/smallest-snapshot.ts";

const VM = "d1000000-0000-4000-8000-000000000001";
const GUID = "a1000000-0000-4000-8000-000000000001";

function read(keys: Record<string, unknown>): SnapshotV1 {
  const parsed = parseSnapshotJson(snapshotBytes(keys));
  if (!parsed.ok) throw new Error(parsed.errors[0]?.path);
  return parsed.snapshot;
}

function twice(row: Record<string, unknown>): Record<string, unknown>[] {
  return [
    { ...row, status: "row 1" },
    { ...row, status: "row 2" },
  ];
}

const REASON = "The same id was listed twice; the first row was kept.";
const HEARTBEAT = "84eaae65-2f2e-45f5-9bb5-0e857dc8eb47";
const serviceTwice = [
  { id: `Microsoft:${VM}\\${HEARTBEAT}`, primaryStatus: 2 },
  { id: `Microsoft:${VM.toUpperCase()}\\${HEARTBEAT.toUpperCase()}`, primaryStatus: 12 },
];

describe("the same id twice: the first row wins, and the section is partial", () => {
  test.each([
    { section: "physicalAdapters", keys: { physicalAdapters: twice({ interfaceGuid: GUID }) } },
    { section: "switches", keys: { switches: twice({ id: GUID }) } },
    { section: "hostAdapters", keys: { hostAdapters: twice({ name: "Management" }) } },
    { section: "teams", keys: { teams: twice({ name: "Team" }) } },
    { section: "vms", keys: { vms: [{ id: VM, name: "A", integrationServices: serviceTwice }] } },
    {
      section: "vms",
      keys: { vms: [{ id: VM, name: "A", adapters: [{ id: "x" }, { id: "x", vlanId: 2 }] }] },
    },
    {
      section: "vms",
      keys: { vms: [{ id: VM, name: "A", disks: [{ path: "d" }, { path: "d", diskNumber: 2 }] }] },
    },
  ])("$section", ({ section, keys }) => {
    const snapshot = read({ ...keys, sections: [{ name: section, status: "ok" }] });
    expect(snapshot.sections).toEqual([
      expect.objectContaining({ name: section, status: "partial", error: REASON }),
    ]);
    expect(JSON.stringify(snapshot)).not.toMatch(/row 2|"primaryStatus":12|"vlanId":2|"diskNumber":2/);
  });

  test("a section that is not listed is added", () => {
    expect(read({ teams: twice({ name: "Team" }), sections: [] }).sections).toEqual([
      expect.objectContaining({ name: "teams", status: "partial" }),
    ]);
  });

  test.each(["failed", "partial", "skipped"])(
    "a section that is %s keeps its status and its own error",
    (status) => {
      const sections = [{ name: "teams", status, error: "own" }];
      expect(read({ teams: twice({ name: "Team" }), sections }).sections).toEqual([
        expect.objectContaining({ name: "teams", status, error: "own" }),
      ]);
    },
  );

  test("of two sections with the same name the first counts, as partial", () => {
    const sections = [
      { name: "vms", status: "ok" },
      { name: "vms", status: "failed" },
    ];
    expect(read({ sections }).sections).toEqual([
      expect.objectContaining({ name: "vms", status: "partial" }),
    ]);
  });
});

test("without duplicates nothing is copied", () => {
  const snapshot = read({ vms: [{ id: VM, name: "A", adapters: [{ id: "x" }, { id: "y" }] }] });
  expect(firstRows(snapshot)).toBe(snapshot);
});

test("unread lists stay unread", () => {
  expect(read({ teams: twice({ name: "Team" }) })).toMatchObject({ vms: null, switches: null });
});

test.each([
  { id: `Microsoft:${VM}\\${HEARTBEAT}`, component: HEARTBEAT },
  { id: `Microsoft:${VM}\\${HEARTBEAT.toUpperCase()}`, component: HEARTBEAT },
  { id: HEARTBEAT, component: HEARTBEAT },
  { id: "", component: "" },
])("the component of $id", ({ id, component }) => {
  expect(componentIdOf(id)).toBe(component);
});
