import { describe, expect, test } from "vitest";
import type { CauseView } from "@/lib/contract/api/fleet.ts";
import { prepareCapabilityShares, prepareShares, prepareTrouble } from "./prepare-guide-live.ts";

function cause(host: string | null, vmsTouched: number, rest: Partial<CauseView> = {}): CauseView {
  return {
    rule: "is.vss",
    severity: "warning",
    summary: "Backups cannot quiesce this guest.",
    isOfOneSummary: true,
    host: host === null ? null : { id: host, name: host },
    hosts: 1,
    vmsTouched,
    openedAt: "2026-03-01T00:00:00.000Z",
    lastDay: null,
    cost: null,
    ...rest,
  };
}

function causesOf(causes: CauseView[], counts: Record<string, number> = {}) {
  const facets = { severity: [], rule: [], cluster: [], host: [] };
  const places = Object.entries(counts).map(([name, count]) => ({ host: { id: name, name }, count }));
  return { causes, findings: causes.length, places, facets };
}

describe("open findings of a page's rules", () => {
  test("each host has its share of the largest", () => {
    expect(prepareTrouble(causesOf([cause(null, 9)], { a: 4, b: 1 }), 14).places).toEqual([
      { host: { id: "a", name: "a" }, count: 4, share: 1 },
      { host: { id: "b", name: "b" }, count: 1, share: 0.25 },
    ]);
  });

  test("hosts after the fifth are shown as a number", () => {
    const counts = { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1 };
    expect(prepareTrouble(causesOf([], counts), 8)).toMatchObject({ morePlaces: 3 });
  });

  test("the oldest comes first, the worst determines the word", () => {
    const old = cause("a", 1, { severity: "info", openedAt: "2026-01-01T00:00:00.000Z" });
    const { longest, severity, vms } = prepareTrouble(causesOf([cause("b", 1), old]), 2);
    expect(vms).toBe(2);
    expect(longest[0]).toBe(old);
    expect(severity).toBe("warning");
  });

  test("without open findings there is no word", () => {
    expect(prepareTrouble(causesOf([]), 0)).toMatchObject({ findings: 0, severity: null, places: [] });
  });
});

describe("a capability's statuses", () => {
  test("link to their lists, and those without VMs are omitted", () => {
    const shares = prepareCapabilityShares("vtpm", [3, 5, 0, 0, 0]) ?? [];
    expect(shares).toEqual([
      { word: "in-use", label: "in use", count: 3, href: "/vms?capability=vtpm%3Ain-use" },
      { word: "available", label: "available", count: 5, href: "/vms?capability=vtpm%3Aavailable" },
    ]);
  });

  test("are unknown until all are loaded", () => {
    expect(prepareCapabilityShares("vtpm", [3, undefined, 0, 0, 0])).toBeNull();
  });
});

const STATUSES = { healthy: 0, degraded: 0, failed: 0, disabled: 0, unknown: 0, "not-applicable": 0 };
const NO_SERVICES = {
  heartbeat: STATUSES,
  shutdown: STATUSES,
  "time-sync": STATUSES,
  "data-exchange": STATUSES,
  vss: STATUSES,
  "guest-services": STATUSES,
  "powershell-direct": STATUSES,
};

test("a technology's statuses link to VMs and to hosts", () => {
  const fleet = {
    services: NO_SERVICES,
    acceleration: { vmq: { active: 4 } },
    hostAcceleration: { vmq: { configured: 2 } },
  };
  const hrefs = prepareShares(fleet, "technologies", "vmq").map(({ title, shares }) => [
    title,
    shares[0]?.href,
  ]);
  expect(hrefs).toEqual([
    ["VMs", "/vms?acceleration=vmq%3Aactive"],
    ["Hosts", "/hosts?acceleration=vmq%3Aconfigured"],
  ]);
});
