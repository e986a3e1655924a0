import { describe, expect, test } from "vitest";
import type { ChangeView } from "@/lib/contract/api/changes.ts";
import type { ServiceStatus } from "@/components/vms/service-words.ts";
import { prepareLanes, prepareMidnights } from "./prepare-lanes.ts";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-11-24T12:00:00Z");
const FROM = NOW - 10 * HOUR;

function vssChange(hoursAgo: number, from: string | null, to: string | null): ChangeView {
  return {
    id: String(hoursAgo),
    at: new Date(NOW - hoursAgo * HOUR).toISOString(),
    host: { id: "018f0000-0000-7000-8000-000000000001", name: "HV-01" },
    vm: null,
    kind: "service",
    field: "vss",
    from,
    to,
  };
}

describe("the lane of a service", () => {
  test.each([
    {
      name: "no change is one thread",
      now: "healthy",
      changes: [],
      known: 100,
      silent: null,
      lane: "10-0 healthy",
    },
    {
      name: "failed since three hours",
      now: "failed",
      changes: [vssChange(3, "healthy", "failed")],
      known: 100,
      silent: null,
      lane: "10-3 healthy, 3-0 failed",
    },
    {
      name: "there and back, whatever the order of the log",
      now: "healthy",
      changes: [vssChange(6, "healthy", "failed"), vssChange(4, "failed", "healthy")],
      known: 100,
      silent: null,
      lane: "10-6 healthy, 6-4 failed, 4-0 healthy",
    },
    {
      name: "a change before the span is what it began with",
      now: "failed",
      changes: [vssChange(20, "healthy", "failed")],
      known: 100,
      silent: null,
      lane: "10-0 failed",
    },
    {
      name: "nothing is told before the VM was known",
      now: "healthy",
      changes: [],
      known: 4,
      silent: null,
      lane: "10-4 not-known-yet, 4-0 healthy",
    },
    {
      name: "a silent host ends what was known",
      now: "unknown",
      changes: [vssChange(5, "healthy", "failed")],
      known: 100,
      silent: 2,
      lane: "10-5 healthy, 5-2 failed, 2-0 unknown",
    },
    {
      name: "silent for longer than the span",
      now: "unknown",
      changes: [vssChange(50, "healthy", "failed")],
      known: 100,
      silent: 30,
      lane: "10-0 unknown",
    },
    {
      name: "a word that is not known is not believed",
      now: "healthy",
      changes: [vssChange(5, "odd", "healthy")],
      known: 100,
      silent: null,
      lane: "10-5 unknown, 5-0 healthy",
    },
  ] satisfies {
    name: string;
    now: ServiceStatus;
    changes: ChangeView[];
    known: number;
    silent: number | null;
    lane: string;
  }[])("$name", ({ now, changes, known, silent, lane }) => {
    const lanes = prepareLanes({
      changes,
      services: [{ key: "vss", status: now }],
      fromMs: FROM,
      toMs: NOW,
      knownFromMs: NOW - known * HOUR,
      silentFromMs: silent === null ? null : NOW - silent * HOUR,
    });
    const vss = lanes.find(({ key }) => key === "vss");
    expect(
      vss?.parts
        .map(({ status, fromMs, toMs }) => `${(NOW - fromMs) / HOUR}-${(NOW - toMs) / HOUR} ${status}`)
        .join(", "),
    ).toBe(lane);
  });
});

test("the words under the lanes are days, never more than asked for", () => {
  expect(prepareMidnights(NOW - 48 * HOUR, NOW)).toHaveLength(2);
  const fortnight = prepareMidnights(NOW - 14 * 24 * HOUR, NOW);
  expect(fortnight.length).toBeLessThanOrEqual(5);
  expect(fortnight.every((at) => new Date(at).getHours() === 0)).toBe(true);
});
