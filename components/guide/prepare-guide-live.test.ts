import { describe, expect, test } from "vitest";
import type { CauseView } from "@/lib/contract/api/fleet.ts";
import { prepareCapabilityShares, prepareTrouble } from "./prepare-guide-live.ts";

function cause(host: string | null, vmsTouched: number, rest: Partial<CauseView> = {}): CauseView {
  return {
    rule: "is.vss",
    severity: "warning",
    summary: "Backups cannot quiesce this guest.",
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

  test("hosts after the sixth are shown as a number", () => {
    const counts = { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1 };
    expect(prepareTrouble(causesOf([], counts), 8)).toMatchObject({ morePlaces: 2 });
  });

  test("the oldest comes first, the worst determines the word", () => {
    const old = cause("a", 1, { severity: "info", openedAt: "2026-01-01T00:00:00.000Z" });
    const { longest, severity } = prepareTrouble(causesOf([cause("b", 1), old]), { atLeast: 2 });
    expect(longest[0]).toBe(old);
    expect(severity).toBe("warning");
  });

  test("without open findings there is no word", () => {
    expect(prepareTrouble(causesOf([]), 0)).toMatchObject({ findings: 0, severity: null, places: [] });
  });
});

test("a capability's statuses link to their lists, those without VMs are omitted", () => {
  expect(prepareCapabilityShares("vtpm", [3, { atLeast: 10_000 }, 0, 0, 0])).toEqual([
    { word: "in-use", label: "in use", count: 3, href: "/vms?capability=vtpm%3Ain-use" },
    { word: "available", label: "available", count: 10_000, href: "/vms?capability=vtpm%3Aavailable" },
  ]);
});
