import { describe, expect, test } from "vitest";
import type { CauseView } from "@/lib/contract/api/fleet.ts";
import { prepareCapabilityShares, prepareTrouble } from "./prepare-guide-live.ts";

function cause(host: string | null, vmsTouched: number, rest: Partial<CauseView> = {}): CauseView {
  return {
    rule: "is.vss",
    severity: "warning",
    summary: "Backups cannot freeze this guest.",
    host: host === null ? null : { id: host, name: host },
    hosts: 1,
    vmsTouched,
    openedAt: "2026-03-01T00:00:00.000Z",
    cost: null,
    ...rest,
  };
}

function causesOf(causes: CauseView[]) {
  const facets = { severity: [], rule: [], cluster: [], host: [] };
  return { causes, findings: causes.length, facets };
}

describe("what is open of a page's rules", () => {
  test("hosts with the most come first, each with its share of the first", () => {
    const { places } = prepareTrouble(
      causesOf([cause("b", 1), cause("a", 1), cause("a", 3), cause(null, 9)]),
      14,
    );
    expect(places).toEqual([
      { host: { id: "a", name: "a" }, count: 4, share: 1 },
      { host: { id: "b", name: "b" }, count: 1, share: 0.25 },
    ]);
  });

  test("a finding of a host that names no VM counts as one", () => {
    expect(prepareTrouble(causesOf([cause("a", 0)]), 0)).toMatchObject({ vms: 0, places: [{ count: 1 }] });
  });

  test("hosts past the sixth are told as a number", () => {
    const causes = ["a", "b", "c", "d", "e", "f", "g", "h"].map((host) => cause(host, 1));
    expect(prepareTrouble(causesOf(causes), 8)).toMatchObject({ morePlaces: 2 });
  });

  test("the oldest stands first, the worst gives the word", () => {
    const old = cause("a", 1, { severity: "info", openedAt: "2026-01-01T00:00:00.000Z" });
    const { longest, severity } = prepareTrouble(causesOf([cause("b", 1), old]), { atLeast: 2 });
    expect(longest[0]).toBe(old);
    expect(severity).toBe("warning");
  });

  test("nothing open has no word", () => {
    expect(prepareTrouble(causesOf([]), 0)).toMatchObject({ findings: 0, severity: null, places: [] });
  });
});

test("a capability's words are told with their lists, those of no VM left out", () => {
  expect(prepareCapabilityShares("vtpm", [3, { atLeast: 10_000 }, 0, 0, 0])).toEqual([
    { word: "in-use", label: "in use", count: 3, href: "/vms?capability=vtpm%3Ain-use" },
    { word: "available", label: "available", count: 10_000, href: "/vms?capability=vtpm%3Aavailable" },
  ]);
});
