import { expect, test } from "vitest";
import type { VmView } from "@/lib/contract/api/vms.ts";
import { prepareTechnologyReason } from "./prepare-technology-card.ts";

type Ladder = VmView["acceleration"][number];

function ladder(change: Partial<Ladder>): Ladder {
  return {
    adapterId: "a",
    adapterName: "Prod",
    technology: "sr-iov",
    status: "active",
    brokenRung: null,
    rungs: [
      { key: "one", title: "one", fault: "no one", status: "pass", evidence: [], remedy: null },
      { key: "two", title: "two", fault: "no two", status: "fail", evidence: [], remedy: null },
      { key: "three", title: "three", fault: "no three", status: "unknown", evidence: [], remedy: null },
    ],
    ...change,
  };
}

const broken = { status: "configured", brokenRung: "two" } as const;

test.each<[name: string, ladders: Ladder[], expected: object | null]>([
  ["nobody judged it", [ladder({ technology: "vmq" })], null],
  [
    "one adapter needs no name",
    [ladder(broken)],
    { adapter: null, rung: { key: "two" }, passed: 1, rungs: 3 },
  ],
  [
    "the worst of several adapters decides",
    [ladder({}), ladder({ adapterName: "Backup", ...broken })],
    { adapter: "Backup", adapters: 2, rung: { key: "two" } },
  ],
  ["what carries traffic has no reason", [ladder({})], { rung: null }],
  [
    "an unknown status names the rung that was not read",
    [ladder({ status: "unknown" })],
    { rung: { key: "three" } },
  ],
])("%s", (_name, ladders, expected) => {
  expect({ reason: prepareTechnologyReason(ladders, "sr-iov") }).toMatchObject({ reason: expected });
});
