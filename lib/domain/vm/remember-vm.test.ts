import { describe, expect, test } from "vitest";
import type { VmFacts } from "../facts.ts";
import type { VmMemory } from "../judgement.ts";
import { sampleGuest } from "../sample-facts.ts";
import { ago, NOW, remembering, vmFacts } from "../testing/vm-cases.ts";
import { rememberVm } from "./remember-vm.ts";

const BEFORE = ago({ hours: 2 });
const PREVIOUS = ago({ minutes: 1 });
const after = (
  before: VmMemory,
  changed: Partial<VmFacts> = {},
  previousReportAt: string | null = PREVIOUS,
) => rememberVm(before, { vm: vmFacts(changed), observedAt: NOW, previousReportAt });

const settled = remembering({
  guest: { facts: sampleGuest(), at: BEFORE },
  isGuestTold: true,
  state: "Running",
  stateSince: BEFORE,
});

describe("what is remembered of a VM", () => {
  test("an identical report returns the same memory object", () => {
    expect(after(settled)).toBe(settled);
    const items = { ProductType: "3", OSName: "Windows Server 2022 Datacenter" };
    expect(after(settled, { guest: sampleGuest({ items }) })).toBe(settled);
  });

  test("the first report of all begins it", () => {
    expect(after(remembering())).toEqual({
      guest: { facts: sampleGuest(), at: NOW },
      isGuestTold: true,
      operationalStatusSince: {},
      state: "Running",
      stateSince: NOW,
    });
  });

  test.each([
    ["fqdn", { fqdn: "renamed.corp.example" }],
    ["an address", { ipAddresses: ["10.0.0.1"] }],
    ["an item", { items: { OSName: "x" } }],
    ["no items", { items: null }],
    ["the build", { osBuildNumber: "26100" }],
  ])("a changed guest is remembered: %s", (_name, changed) => {
    const guest = sampleGuest(changed);
    expect(after(settled, { guest }).guest).toEqual({ facts: guest, at: NOW });
  });
});

describe("the last known guest", () => {
  test("falls silent with the date of the last report that contained it", () => {
    expect(after(settled, { guest: null })).toMatchObject({
      guest: { facts: sampleGuest(), at: PREVIOUS },
      isGuestTold: false,
    });
  });

  test("is dated by this report if the time of the previous one is unknown", () => {
    expect(after(settled, { guest: null }, null).guest?.at).toBe(NOW);
  });

  const silent = { ...settled, isGuestTold: false };

  test("keeps its date while it stays silent", () => {
    expect(after(silent, { guest: null })).toBe(silent);
  });

  test("a guest that names no system is no guest to remember", () => {
    expect(after(silent, { guest: sampleGuest({ osName: null }) })).toBe(silent);
    expect(after(silent, { guest: sampleGuest({ osName: " " }) })).toBe(silent);
  });

  test("counts from a VM that is off as well", () => {
    const off = remembering({ state: "Off", stateSince: BEFORE });
    expect(after(off, { state: "Off" }).guest).toEqual({ facts: sampleGuest(), at: NOW });
  });

  test("is dated again when it comes back", () => {
    expect(after(silent)).toMatchObject({ guest: { at: NOW }, isGuestTold: true });
  });
});

describe("since when", () => {
  test.each<[name: string, before: Partial<VmMemory>, state: string | null, since: string]>([
    ["the same state goes on", { state: "Starting", stateSince: BEFORE }, "Starting", BEFORE],
    ["another state begins", { state: "Starting", stateSince: BEFORE }, "Stopping", NOW],
    ["an unread state continues", { state: null, stateSince: BEFORE }, null, BEFORE],
    ["nothing was remembered", {}, "Running", NOW],
  ])("%s", (_name, before, state, since) => {
    expect(after(remembering(before), { state })).toMatchObject({ state, stateSince: since });
  });

  test("work keeps its beginning while it is reported, and is forgotten after", () => {
    const merging = after(settled, { operationalStatus: ["Ok", "MergingDisks"] });
    expect(merging.operationalStatusSince).toEqual({ MergingDisks: NOW });
    const earlier = { ...settled, operationalStatusSince: { MergingDisks: BEFORE } };
    expect(after(earlier, { operationalStatus: ["MergingDisks"] })).toBe(earlier);
    const both = after(earlier, { operationalStatus: ["MergingDisks", "CreatingSnapshot"] });
    expect(both.operationalStatusSince).toEqual({ MergingDisks: BEFORE, CreatingSnapshot: NOW });
    expect(after(earlier, { operationalStatus: ["Ok"] }).operationalStatusSince).toEqual({});
    expect(after(earlier, { operationalStatus: ["CreatingSnapshot"] }).operationalStatusSince).toEqual({
      CreatingSnapshot: NOW,
    });
  });

  test("a list that could not be read ends no work", () => {
    const earlier = { ...settled, operationalStatusSince: { MergingDisks: BEFORE } };
    expect(after(earlier, { operationalStatus: null })).toBe(earlier);
  });
});
