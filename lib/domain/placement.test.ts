// Longer than 300 lines: one table, of which each row is a story of two or three hosts.
import { describe, expect, test } from "vitest";
import { type Observation, placeOf } from "./placement.ts";
import type { Freshness } from "./words.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 12, minute)).toISOString();

interface Seen {
  on: string;
  /** Minutes of the first and the newest report that list the VM in this stay. */
  from: number;
  to: number;
  state?: string;
  cluster?: string;
  freshness?: Freshness;
  missing?: number;
  isRealised?: boolean;
}

function observation(seen: Seen): Observation {
  const state = seen.state ?? "Running";
  return {
    host: {
      id: seen.on,
      name: `HV-${seen.on}`,
      cluster: seen.cluster ?? null,
      freshness: seen.freshness ?? "fresh",
    },
    state,
    isRunning: state === "Running",
    isRealised: seen.isRealised ?? true,
    firstReportedAt: at(seen.from),
    lastReportedAt: at(seen.to),
    missingReports: seen.missing ?? 0,
  };
}

interface Case {
  name: string;
  seen: Seen[];
  on: string | null;
  conflict?: "running-twice" | "realised-twice";
  elsewhere?: string[];
  isGone?: boolean;
}

const STALE = { freshness: "stale" } as const;
const OFF = { state: "Off" } as const;
const CL1 = { cluster: "CL-1" } as const;
const CL2 = { cluster: "CL-2" } as const;

const CASES: Record<string, Case[]> = {
  "one host": [
    { name: "running", seen: [{ on: "A", from: 0, to: 9 }], on: "A" },
    { name: "off", seen: [{ on: "A", from: 0, to: 9, ...OFF }], on: "A" },
    { name: "stale", seen: [{ on: "A", from: 0, to: 9, ...STALE }], on: "A" },
    { name: "retired", seen: [{ on: "A", from: 0, to: 9, freshness: "retired" }], on: "A" },
    { name: "missing from one report", seen: [{ on: "A", from: 0, to: 9, missing: 1 }], on: "A" },
    { name: "missing from two", seen: [{ on: "A", from: 0, to: 9, missing: 2 }], on: "A", isGone: true },
    { name: "never seen", seen: [], on: null },
    { name: "planned only", seen: [{ on: "A", from: 0, to: 9, isRealised: false }], on: null },
  ],

  "a live migration inside a cluster": [
    {
      name: "still planned at its target",
      seen: [
        { on: "A", from: 0, to: 9, ...CL1 },
        { on: "B", from: 9, to: 9, isRealised: false, ...CL1 },
      ],
      on: "A",
    },
    {
      name: "both report it running, the newest wins",
      seen: [
        { on: "A", from: 0, to: 9, ...CL1 },
        { on: "B", from: 10, to: 10, ...CL1 },
      ],
      on: "B",
    },
    {
      name: "and no length of overlap is a conflict",
      seen: [
        { on: "A", from: 0, to: 19, ...CL1 },
        { on: "B", from: 10, to: 20, ...CL1 },
      ],
      on: "B",
    },
    {
      name: "the name of the cluster in another case",
      seen: [
        { on: "A", from: 0, to: 19, cluster: "cl-1" },
        { on: "B", from: 10, to: 20, ...CL1 },
      ],
      on: "B",
    },
    {
      name: "the old node has let go",
      seen: [
        { on: "A", from: 0, to: 9, missing: 1, ...CL1 },
        { on: "B", from: 10, to: 10, ...CL1 },
      ],
      on: "B",
    },
    {
      name: "the old node died",
      seen: [
        { on: "A", from: 0, to: 9, ...STALE, ...CL1 },
        { on: "B", from: 10, to: 20, ...CL1 },
      ],
      on: "B",
    },
    {
      name: "the old node died, and the VM was not started",
      seen: [
        { on: "A", from: 0, to: 9, ...STALE, ...CL1 },
        { on: "B", from: 10, to: 20, ...OFF, ...CL1 },
      ],
      on: "B",
    },
    {
      name: "the old node died, and a leftover is off on another one",
      seen: [
        { on: "A", from: 5, to: 9, ...STALE, ...CL1 },
        { on: "B", from: 0, to: 20, ...OFF, ...CL1 },
      ],
      on: "A",
      elsewhere: ["B"],
    },
    {
      name: "saved for the move: still the old node's until it reports",
      seen: [
        { on: "A", from: 0, to: 9, ...CL1 },
        { on: "B", from: 10, to: 10, state: "Saved", ...CL1 },
      ],
      on: "A",
      elsewhere: ["B"],
    },
    {
      name: "off on two nodes is no duplicate",
      seen: [
        { on: "A", from: 0, to: 19, ...OFF, ...CL1 },
        { on: "B", from: 10, to: 20, ...OFF, ...CL1 },
      ],
      on: "B",
      elsewhere: ["A"],
    },
  ],

  "a move between hosts on their own": [
    {
      name: "one old report is left behind",
      seen: [
        { on: "A", from: 0, to: 9 },
        { on: "B", from: 10, to: 10 },
      ],
      on: "B",
      elsewhere: ["A"],
    },
    {
      name: "also while the new host goes on reporting",
      seen: [
        { on: "A", from: 0, to: 9 },
        { on: "B", from: 10, to: 14 },
      ],
      on: "B",
      elsewhere: ["A"],
    },
    {
      name: "both in the same instant",
      seen: [
        { on: "A", from: 0, to: 10 },
        { on: "B", from: 10, to: 10 },
      ],
      on: "A",
      elsewhere: ["B"],
    },
    {
      name: "the old host lets go with one complete report",
      seen: [
        { on: "A", from: 0, to: 9, missing: 1 },
        { on: "B", from: 10, to: 11 },
      ],
      on: "B",
    },
    {
      name: "it is gone from the old host, not from the world",
      seen: [
        { on: "A", from: 0, to: 9, missing: 2 },
        { on: "B", from: 10, to: 11 },
      ],
      on: "B",
    },
    {
      name: "back again, after the other let go",
      seen: [
        { on: "A", from: 20, to: 25 },
        { on: "B", from: 10, to: 19, missing: 1 },
      ],
      on: "A",
    },
    {
      name: "let go by the old host, not yet listed by the new one",
      seen: [
        { on: "A", from: 0, to: 9, missing: 1 },
        { on: "B", from: 1, to: 5, missing: 2 },
      ],
      on: "A",
    },
    {
      name: "gone from both: at the last one",
      seen: [
        { on: "A", from: 0, to: 9, missing: 2 },
        { on: "B", from: 1, to: 15, missing: 2 },
      ],
      on: "B",
      isGone: true,
    },
    {
      name: "planned at its target",
      seen: [
        { on: "A", from: 0, to: 9 },
        { on: "B", from: 10, to: 12, isRealised: false },
      ],
      on: "A",
    },
    {
      name: "exported, and a copy registered, off",
      seen: [
        { on: "A", from: 0, to: 9, ...OFF },
        { on: "B", from: 10, to: 10 },
      ],
      on: "B",
      elsewhere: ["A"],
    },
  ],

  "running twice": [
    {
      name: "each reported it after the other's first report",
      seen: [
        { on: "A", from: 0, to: 11 },
        { on: "B", from: 10, to: 10 },
      ],
      on: "A",
      conflict: "running-twice",
      elsewhere: ["B"],
    },
    {
      name: "at the newest report",
      seen: [
        { on: "A", from: 0, to: 11 },
        { on: "B", from: 10, to: 12 },
      ],
      on: "B",
      conflict: "running-twice",
      elsewhere: ["A"],
    },
    {
      name: "whichever host comes first",
      seen: [
        { on: "B", from: 10, to: 12 },
        { on: "A", from: 0, to: 11 },
      ],
      on: "B",
      conflict: "running-twice",
      elsewhere: ["A"],
    },
    {
      name: "in two clusters",
      seen: [
        { on: "A", from: 0, to: 11, ...CL1 },
        { on: "B", from: 10, to: 12, ...CL2 },
      ],
      on: "B",
      conflict: "running-twice",
      elsewhere: ["A"],
    },
    {
      name: "in a cluster and on its own",
      seen: [
        { on: "A", from: 0, to: 11, ...CL1 },
        { on: "B", from: 10, to: 12 },
      ],
      on: "B",
      conflict: "running-twice",
      elsewhere: ["A"],
    },
    {
      name: "on a late host",
      seen: [
        { on: "A", from: 0, to: 11, freshness: "late" },
        { on: "B", from: 10, to: 12 },
      ],
      on: "B",
      conflict: "running-twice",
      elsewhere: ["A"],
    },
    {
      name: "not once the old host is stale",
      seen: [
        { on: "A", from: 0, to: 11, ...STALE },
        { on: "B", from: 10, to: 20 },
      ],
      on: "B",
    },
    {
      name: "nor missing",
      seen: [
        { on: "A", from: 0, to: 11, freshness: "missing" },
        { on: "B", from: 10, to: 20 },
      ],
      on: "B",
    },
    {
      name: "nor retired",
      seen: [
        { on: "A", from: 0, to: 30, freshness: "retired" },
        { on: "B", from: 10, to: 20 },
      ],
      on: "B",
    },
    {
      name: "nor once it let go",
      seen: [
        { on: "A", from: 0, to: 11, missing: 1 },
        { on: "B", from: 10, to: 12 },
      ],
      on: "B",
    },
    {
      name: "nor once it is off in one of them",
      seen: [
        { on: "A", from: 0, to: 11, ...OFF },
        { on: "B", from: 10, to: 12 },
      ],
      on: "B",
      elsewhere: ["A"],
    },
    {
      name: "the newest report from a host that fell silent, the older from one that reports rarely",
      seen: [
        { on: "A", from: 0, to: 12, ...STALE },
        { on: "B", from: 5, to: 10 },
      ],
      on: "A",
      conflict: "running-twice",
      elsewhere: ["B"],
    },
    {
      name: "three hosts",
      seen: [
        { on: "A", from: 0, to: 11 },
        { on: "B", from: 5, to: 12 },
        { on: "C", from: 13, to: 13 },
      ],
      on: "C",
      conflict: "running-twice",
      elsewhere: ["B", "A"],
    },
    {
      name: "a cluster whose VM moved on, and a host of its own",
      seen: [
        { on: "A", from: 0, to: 11, ...CL1 },
        { on: "B", from: 12, to: 12, ...CL1 },
        { on: "C", from: 5, to: 10 },
      ],
      on: "B",
      conflict: "running-twice",
      elsewhere: ["C"],
    },
  ],

  "running here, listed there": [
    {
      name: "it is the one's where it runs, however old",
      seen: [
        { on: "A", from: 0, to: 9 },
        { on: "B", from: 1, to: 10, ...OFF },
      ],
      on: "A",
      elsewhere: ["B"],
    },
    {
      name: "the copy was there first",
      seen: [
        { on: "A", from: 10, to: 10 },
        { on: "B", from: 0, to: 9, ...OFF },
      ],
      on: "A",
      elsewhere: ["B"],
    },
    {
      name: "also while the one's host is stale: unknown is better than off",
      seen: [
        { on: "A", from: 0, to: 9, ...STALE },
        { on: "B", from: 1, to: 20, ...OFF },
      ],
      on: "A",
      elsewhere: ["B"],
    },
    {
      name: "not once its host is retired",
      seen: [
        { on: "A", from: 0, to: 9, freshness: "retired" },
        { on: "B", from: 1, to: 20, ...OFF },
      ],
      on: "B",
    },
    {
      name: "paused is not running",
      seen: [
        { on: "A", from: 0, to: 20, state: "Paused" },
        { on: "B", from: 1, to: 10 },
      ],
      on: "B",
      elsewhere: ["A"],
    },
    {
      name: "two copies that are off are no duplicate of one that runs",
      seen: [
        { on: "A", from: 0, to: 9 },
        { on: "B", from: 1, to: 10, ...OFF },
        { on: "C", from: 1, to: 10, ...OFF },
      ],
      on: "A",
      elsewhere: ["B", "C"],
    },
  ],

  "running nowhere": [
    {
      name: "realised twice, at the newest report",
      seen: [
        { on: "A", from: 0, to: 11, ...OFF },
        { on: "B", from: 10, to: 12, ...OFF },
      ],
      on: "B",
      conflict: "realised-twice",
      elsewhere: ["A"],
    },
    {
      name: "whatever kind of not running",
      seen: [
        { on: "A", from: 0, to: 11, state: "Saved" },
        { on: "B", from: 10, to: 12, state: "Paused" },
      ],
      on: "B",
      conflict: "realised-twice",
      elsewhere: ["A"],
    },
    {
      name: "moved while off: one old report is left behind",
      seen: [
        { on: "A", from: 0, to: 9, ...OFF },
        { on: "B", from: 10, to: 12, ...OFF },
      ],
      on: "B",
      elsewhere: ["A"],
    },
    {
      name: "the old host has let go",
      seen: [
        { on: "A", from: 0, to: 11, missing: 1, ...OFF },
        { on: "B", from: 10, to: 12, ...OFF },
      ],
      on: "B",
    },
    {
      name: "the old host is stale",
      seen: [
        { on: "A", from: 0, to: 11, ...OFF, ...STALE },
        { on: "B", from: 10, to: 12, ...OFF },
      ],
      on: "B",
      elsewhere: ["A"],
    },
    {
      name: "planned there",
      seen: [
        { on: "A", from: 0, to: 11, ...OFF },
        { on: "B", from: 10, to: 12, isRealised: false, ...OFF },
      ],
      on: "A",
    },
  ],
};

describe.each(Object.entries(CASES))("placeOf: %s", (_group, cases) => {
  test.each(cases)("$name → $on", ({ seen, on, conflict = null, elsewhere = [], isGone = false }) => {
    const place = placeOf(seen.map(observation));
    expect(place.currentHostId).toBe(on);
    expect(place.placement.conflict).toBe(conflict);
    expect(place.placement.hosts.map(({ id }) => id)).toEqual(elsewhere);
    expect(place.isGone).toBe(isGone);
    expect(placeOf(seen.map(observation).toReversed())).toEqual(place);
  });
});

describe("placeOf: what is over of what hosts saw", () => {
  const RETIRED = { freshness: "retired" } as const;
  const cases: { name: string; seen: Seen[]; ended: string[] }[] = [
    { name: "nothing of the only one", seen: [{ on: "A", from: 0, to: 9, missing: 2 }], ended: [] },
    {
      name: "nothing of a retired one that alone ever had it",
      seen: [{ on: "A", from: 0, to: 9, ...RETIRED }],
      ended: [],
    },
    {
      name: "the old host let go",
      seen: [
        { on: "A", from: 0, to: 9, missing: 1 },
        { on: "B", from: 10, to: 10 },
      ],
      ended: ["A"],
    },
    {
      name: "the old host let go, and the new one is silent",
      seen: [
        { on: "A", from: 0, to: 9, missing: 2 },
        { on: "B", from: 4, to: 5, ...STALE },
      ],
      ended: ["A"],
    },
    {
      name: "nothing of one that lists it off",
      seen: [
        { on: "A", from: 0, to: 9, ...OFF },
        { on: "B", from: 4, to: 10 },
      ],
      ended: [],
    },
    {
      name: "nothing of one that is silent, which may have it",
      seen: [
        { on: "A", from: 0, to: 9, ...STALE },
        { on: "B", from: 10, to: 10 },
      ],
      ended: [],
    },
    {
      name: "the old host was retired",
      seen: [
        { on: "A", from: 0, to: 9, ...RETIRED },
        { on: "B", from: 10, to: 10 },
      ],
      ended: ["A"],
    },
    {
      name: "all let go: the last host that had it is responsible",
      seen: [
        { on: "A", from: 0, to: 9, missing: 1 },
        { on: "B", from: 4, to: 10, missing: 1 },
        { on: "C", from: 2, to: 3, missing: 2 },
      ],
      ended: ["A", "C"],
    },
  ];
  test.each(cases)("$name", ({ seen, ended }) => {
    expect(placeOf(seen.map(observation)).endedHostIds).toEqual(ended);
  });
});

test("placeOf tells of the other hosts what they reported", () => {
  const place = placeOf([
    observation({ on: "A", from: 0, to: 9 }),
    observation({ on: "B", from: 1, to: 10, ...OFF }),
  ]);
  expect(place.placement.hosts).toEqual([{ id: "B", name: "HV-B", state: "Off", lastReportedAt: at(10) }]);
});
