import { describe, expect, test } from "vitest";
import type { SectionFacts, SectionStatus, SnapshotFacts } from "../facts.ts";
import { sampleDisk, sampleSnapshot, sampleVm } from "../sample-facts.ts";
import { firstRows } from "./first-rows.ts";
import { SECTION_NAMES, sectionStates } from "./section-states.ts";

const section = (name: string, status: SectionStatus, error: string | null = null): SectionFacts => {
  return { name, status, durationMs: 5, collectedAt: "2026-11-24T11:59:00Z", error };
};

describe("sectionStates", () => {
  test("are the seven in their order, whatever order they came in", () => {
    const states = sectionStates(sampleSnapshot({ sections: sampleSnapshot().sections.toReversed() }));
    expect(states.map(({ name }) => name)).toEqual(SECTION_NAMES);
    expect(states.every(({ status, isUnread }) => status === "ok" && !isUnread)).toBe(true);
  });

  test.each<{
    name: string;
    told: SectionFacts[];
    vms?: SnapshotFacts["vms"];
    status: SectionStatus;
    isUnread: boolean;
  }>([
    { name: "ok", told: [section("vms", "ok")], status: "ok", isUnread: false },
    { name: "ok and empty", told: [section("vms", "ok")], vms: [], status: "ok", isUnread: false },
    { name: "partial", told: [section("vms", "partial")], status: "partial", isUnread: false },
    { name: "failed, with rows", told: [section("vms", "failed")], status: "failed", isUnread: false },
    { name: "failed", told: [section("vms", "failed")], vms: null, status: "failed", isUnread: true },
    { name: "skipped", told: [section("vms", "skipped")], vms: null, status: "skipped", isUnread: true },
    { name: "not named", told: [], status: "skipped", isUnread: false },
    { name: "not named, no rows", told: [], vms: null, status: "skipped", isUnread: true },
    { name: "null under ok", told: [section("vms", "ok")], vms: null, status: "failed", isUnread: true },
    {
      name: "null under partial",
      told: [section("vms", "partial")],
      vms: null,
      status: "failed",
      isUnread: true,
    },
    {
      name: "named twice, the first counts",
      told: [section("vms", "ok"), section("vms", "failed")],
      status: "partial",
      isUnread: false,
    },
    {
      name: "named twice, the first failed",
      told: [section("vms", "failed"), section("vms", "ok")],
      status: "failed",
      isUnread: false,
    },
    {
      name: "another case is another name",
      told: [section("VMs", "ok")],
      status: "skipped",
      isUnread: false,
    },
    {
      name: "a doubled row",
      told: [section("vms", "ok")],
      vms: [sampleVm({ disks: [sampleDisk(), sampleDisk()] })],
      status: "partial",
      isUnread: false,
    },
  ])("$name → $status", ({ told, vms = [sampleVm()], status, isUnread }) => {
    const snapshot = firstRows(sampleSnapshot({ sections: told, vms }));
    const state = sectionStates(snapshot).find(({ name }) => name === "vms");
    expect(state).toMatchObject({ status, isUnread });
  });

  test("the section host has no array to be unread", () => {
    const states = sectionStates(sampleSnapshot({ sections: [section("host", "ok")] }));
    expect(states[0]).toEqual({ ...section("host", "ok"), isUnread: false });
  });

  test("keep duration, time and error as they came", () => {
    const states = sectionStates(
      sampleSnapshot({ smb: null, sections: [section("smb", "failed", "Zugriff verweigert")] }),
    );
    expect(states[5]).toEqual({ ...section("smb", "failed", "Zugriff verweigert"), isUnread: true });
  });

  test("what a newer agent names besides is shown, once, after the seven", () => {
    const sections = [
      section("replication", "failed", "no"),
      section("vms", "ok"),
      section("replication", "ok"),
    ];
    expect(sectionStates(sampleSnapshot({ sections })).slice(7)).toEqual([
      { ...section("replication", "failed", "no"), isUnread: false },
    ]);
  });
});
