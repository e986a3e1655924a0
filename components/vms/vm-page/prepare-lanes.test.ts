import { describe, expect, test } from "vitest";
import type { VmHistory } from "@/lib/contract/api/history.ts";
import { prepareLanes, prepareMidnights } from "./prepare-lanes.ts";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-11-24T12:00:00Z");
const SPAN = { fromMs: NOW - 10 * HOUR, toMs: NOW };

function at(hoursAgo: number): string {
  return new Date(NOW - hoursAgo * HOUR).toISOString();
}

type Told = readonly (readonly [fromHoursAgo: number, toHoursAgo: number, status: string])[];

function history(key: string, told: Told): VmHistory {
  return {
    from: at(336),
    to: at(0),
    lanes: [{ key, spans: told.map(([from, to, status]) => ({ from: at(from), to: at(to), status })) }],
    changes: [],
  };
}

describe("a lane", () => {
  test.each([
    { name: "no change is one thread", told: [[336, 0, "healthy"]], seen: 999, lane: "10-0 healthy" },
    {
      name: "failed for three hours",
      told: [
        [336, 3, "healthy"],
        [3, 0, "failed"],
      ],
      seen: 999,
      lane: "10-3 healthy, 3-0 failed",
    },
    {
      name: "changes before the span are omitted",
      told: [
        [336, 20, "failed"],
        [20, 0, "healthy"],
      ],
      seen: 999,
      lane: "10-0 healthy",
    },
    {
      name: "nothing is shown before it was seen",
      told: [[4, 0, "healthy"]],
      seen: 4,
      lane: "10-4 not-seen-yet, 4-0 healthy",
    },
    {
      name: "a silent host ends the known status",
      told: [[336, 2, "healthy"]],
      seen: 999,
      lane: "10-2 healthy, 2-0 no-report",
    },
    {
      name: "a gap is a gap",
      told: [
        [336, 6, "healthy"],
        [5, 0, "healthy"],
      ],
      seen: 999,
      lane: "10-6 healthy, 6-5 no-report, 5-0 healthy",
    },
    {
      name: "silent for longer than the span",
      told: [[336, 30, "failed"]],
      seen: 999,
      lane: "10-0 no-report",
    },
    { name: "no reports at all", told: [], seen: 999, lane: "10-0 no-report" },
    {
      name: "an unrecognized status is ignored",
      told: [[336, 0, "odd"]],
      seen: 999,
      lane: "10-0 unknown",
    },
    {
      name: "equal neighbours are one",
      told: [
        [336, 5, "failed"],
        [5, 0, "failed"],
      ],
      seen: 999,
      lane: "10-0 failed",
    },
  ] satisfies { name: string; told: Told; seen: number; lane: string }[])("$name", ({ told, seen, lane }) => {
    const vss = prepareLanes(history("vss", told), SPAN, NOW - seen * HOUR).find(({ key }) => key === "vss");
    const words = vss?.parts.map(
      ({ status, fromMs, toMs }) => `${(NOW - fromMs) / HOUR}-${(NOW - toMs) / HOUR} ${status}`,
    );
    expect(words?.join(", ")).toBe(lane);
  });
});

test("health comes first, then the services in their usual order", () => {
  expect(prepareLanes(history("vss", []), SPAN, 0).map(({ key }) => key)).toEqual([
    "health",
    "heartbeat",
    "shutdown",
    "time-sync",
    "data-exchange",
    "vss",
    "guest-services",
    "powershell-direct",
  ]);
});

test("the labels below the lanes are days, never more than requested", () => {
  expect(prepareMidnights({ fromMs: NOW - 48 * HOUR, toMs: NOW })).toHaveLength(2);
  const fortnight = prepareMidnights({ fromMs: NOW - 14 * 24 * HOUR, toMs: NOW });
  expect(fortnight.length).toBeLessThanOrEqual(5);
  expect(fortnight.every((at) => new Date(at).getHours() === 0)).toBe(true);
});
