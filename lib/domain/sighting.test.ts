import { describe, expect, test } from "vitest";
import type { SectionStatus, SnapshotFacts } from "./facts.ts";
import { sampleHost, sampleVm } from "./sample-facts.ts";
import { isCompleteVmList, isGone, isRealised, type Sighting, sightingAfter } from "./sighting.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 12, minute)).toISOString();

const section = (name: string, status: SectionStatus) => {
  return { name, status, durationMs: null, collectedAt: null, error: null };
};
const rights = (hyperv: boolean | null) => sampleHost({ rights: { hyperv, administrator: null } });

/** L: listed, p: listed in a partial section, m: missing from a complete one, f: missing from a failed or partial one. */
const REPORTS: Record<string, { isListed: boolean; isComplete: boolean }> = {
  L: { isListed: true, isComplete: true },
  p: { isListed: true, isComplete: false },
  m: { isListed: false, isComplete: true },
  f: { isListed: false, isComplete: false },
};

function after(reports: string): Sighting | null {
  let sighting: Sighting | null = null;
  reports.split("").forEach((letter, minute) => {
    sighting = sightingAfter(sighting, {
      isListed: false,
      isComplete: false,
      ...REPORTS[letter],
      at: at(minute),
    });
  });
  return sighting;
}

describe("sightingAfter", () => {
  test.each<{ reports: string; missing: number; gone: boolean; first: number; last: number }>([
    { reports: "L", missing: 0, gone: false, first: 0, last: 0 },
    { reports: "LL", missing: 0, gone: false, first: 0, last: 1 },
    { reports: "mL", missing: 0, gone: false, first: 1, last: 1 },
    { reports: "Lm", missing: 1, gone: false, first: 0, last: 0 },
    { reports: "Lmm", missing: 2, gone: true, first: 0, last: 0 },
    { reports: "Lmmmm", missing: 2, gone: true, first: 0, last: 0 },
    { reports: "Lf", missing: 0, gone: false, first: 0, last: 0 },
    { reports: "Lffff", missing: 0, gone: false, first: 0, last: 0 },
    { reports: "Lmf", missing: 1, gone: false, first: 0, last: 0 },
    { reports: "Lmfm", missing: 2, gone: true, first: 0, last: 0 },
    { reports: "LmLm", missing: 1, gone: false, first: 2, last: 2 },
    { reports: "LmpmL", missing: 0, gone: false, first: 4, last: 4 },
    { reports: "Lmp", missing: 0, gone: false, first: 2, last: 2 },
    { reports: "LfL", missing: 0, gone: false, first: 0, last: 2 },
    { reports: "LmmL", missing: 0, gone: false, first: 3, last: 3 },
    { reports: "Lmmp", missing: 0, gone: false, first: 3, last: 3 },
  ])("$reports: $missing missing, gone $gone", ({ reports, missing, gone, first, last }) => {
    const sighting = after(reports);
    expect(sighting).toEqual({
      firstReportedAt: at(first),
      lastReportedAt: at(last),
      missingReports: missing,
    });
    expect(sighting && isGone(sighting)).toBe(gone);
  });

  test("a VM that the host never listed is no sighting", () => {
    expect(after("mf")).toBeNull();
  });

  test("what counts for nothing changes nothing", () => {
    const present = after("L");
    const gone = after("Lmm");
    expect(sightingAfter(present, { isListed: false, isComplete: false, at: at(9) })).toBe(present);
    expect(sightingAfter(gone, { isListed: false, isComplete: true, at: at(9) })).toBe(gone);
  });
});

test.each([
  { vmType: "Realized", is: true },
  { vmType: "Planned", is: false },
  { vmType: null, is: true },
  { vmType: "SomethingNew", is: true },
])("$vmType is realised: $is", ({ vmType, is }) => {
  expect(isRealised({ vmType })).toBe(is);
});

describe("isCompleteVmList", () => {
  test.each<{ name: string; changed: Partial<SnapshotFacts>; is: boolean }>([
    { name: "read", changed: {}, is: true },
    { name: "read, and there are none", changed: { vms: [] }, is: true },
    { name: "partial", changed: { sections: [section("vms", "partial")] }, is: false },
    { name: "failed, with rows", changed: { sections: [section("vms", "failed")] }, is: false },
    { name: "skipped", changed: { sections: [section("vms", "skipped")] }, is: false },
    { name: "not named at all", changed: { sections: [section("host", "ok")] }, is: false },
    { name: "null, regardless of the status", changed: { vms: null }, is: false },
    {
      name: "the first of two entries wins",
      changed: { sections: [section("vms", "failed"), section("vms", "ok")] },
      is: false,
    },
    { name: "no rights, no VMs", changed: { vms: [], host: rights(false) }, is: false },
    { name: "no rights, VMs all the same", changed: { vms: [sampleVm()], host: rights(false) }, is: true },
    { name: "rights unread, no VMs", changed: { vms: [], host: rights(null) }, is: true },
    {
      name: "no word about rights, no VMs",
      changed: { vms: [], host: sampleHost({ rights: null }) },
      is: true,
    },
  ])("$name → $is", ({ changed, is }) => {
    const sections = [section("vms", "ok")];
    expect(isCompleteVmList({ sections, vms: [sampleVm()], host: sampleHost(), ...changed })).toBe(is);
  });
});
