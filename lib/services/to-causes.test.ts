import { expect, test } from "vitest";
import type { CauseView } from "@/lib/contract/api/fleet.ts";
import type { CauseRow, EndedRow } from "@/lib/data/read/findings.ts";
import type { RuleId, Severity } from "@/lib/domain/words.ts";
import { toCauses } from "./to-causes.ts";

function rows(rule: RuleId, severity: Severity, hosts: number, vms = 6): CauseRow[] {
  return Array.from({ length: hosts }, (_, index) => ({
    hostId: `host-${index}`,
    rule,
    severity,
    summary: `It is so on ${index}.`,
    isOfOneSummary: true,
    findings: vms,
    vms,
    isOfHost: rule.startsWith("host."),
    openedAt: `2026-11-${String(20 - index).padStart(2, "0")}T12:00:00Z`,
    found: 1,
    cost: null,
  }));
}

const NOWHERE = {
  version: "1",
  signature: "",
  hosts: [],
  byId: new Map(),
  silentHostIds: [],
};

test.each<{ of: string; given: CauseRow[]; causes: [RuleId, hosts: number, vms: number][] }>([
  {
    of: "a rule on three hosts, by host",
    given: rows("net.vmq", "warning", 3),
    causes: [
      ["net.vmq", 1, 6],
      ["net.vmq", 1, 6],
      ["net.vmq", 1, 6],
    ],
  },
  { of: "a rule on four, once", given: rows("net.vmq", "warning", 4), causes: [["net.vmq", 4, 24]] },
  {
    of: "few VMs a host, once from the second host on",
    given: rows("is.vss", "warning", 2, 1),
    causes: [["is.vss", 2, 2]],
  },
  {
    of: "what is the hosts' own on seven, by host",
    given: rows("host.rss", "warning", 7),
    causes: Array.from({ length: 7 }, () => ["host.rss", 1, 6]),
  },
  {
    of: "what is the hosts' own on eight, once; another severity is another cause",
    given: [...rows("host.rss", "warning", 8), ...rows("host.rss", "critical", 1)],
    causes: [
      ["host.rss", 1, 6],
      ["host.rss", 8, 48],
    ],
  },
])("$of", ({ given, causes }) => {
  const told = toCauses(given, [], NOWHERE);
  expect(told.map(({ rule, hosts, vmsTouched }) => [rule, hosts, vmsTouched])).toEqual(causes);
});

test("a cause of many hosts is as old as its oldest finding", () => {
  expect(toCauses(rows("host.stale", "warning", 12), [], NOWHERE)[0]).toMatchObject({
    host: null,
    openedAt: "2026-11-09T12:00:00Z",
  });
});

test.each<{ of: string; given: CauseRow[]; is: boolean }>([
  {
    of: "one host with different texts",
    given: rows("gen.conversion", "info", 1).map((row) => ({ ...row, isOfOneSummary: false })),
    is: false,
  },
  { of: "few VMs a host, different texts", given: rows("is.vss", "info", 2, 1), is: false },
  { of: "many hosts, different texts", given: rows("is.vss", "info", 4), is: false },
  {
    of: "many hosts, one text",
    given: rows("is.vss", "info", 4).map((row) => ({ ...row, summary: "It is off." })),
    is: true,
  },
])("a cause says whether all its findings have one text: $of", ({ given, is }) => {
  expect(toCauses(given, [], NOWHERE).map(({ isOfOneSummary }) => isOfOneSummary)).toEqual([is]);
});

const ended = (hostId: string, count: number): EndedRow => ({
  hostId,
  rule: "is.vss",
  severity: "warning",
  ended: count,
});

test.each<{ of: string; given: CauseRow[]; gone: EndedRow[]; days: CauseView["lastDay"][] }>([
  {
    of: "on a host that still has findings, and on one that no longer has any",
    given: rows("is.vss", "warning", 2, 1),
    gone: [ended("host-1", 2), ended("host-9", 4)],
    days: [{ found: 2, ended: 6 }],
  },
  {
    of: "shown by host: each with its own counts",
    given: rows("is.vss", "warning", 2),
    gone: [ended("host-1", 2)],
    days: [
      { found: 1, ended: 0 },
      { found: 1, ended: 2 },
    ],
  },
  {
    of: "on so many hosts that it is shown once",
    given: rows("is.vss", "warning", 4),
    gone: [ended("host-1", 2), ended("host-9", 4)],
    days: [{ found: 4, ended: 6 }],
  },
  { of: "of hosts, which is not counted", given: rows("host.rss", "warning", 1), gone: [], days: [null] },
])("the last day of a cause $of", ({ given, gone, days }) => {
  expect(toCauses(given, gone, NOWHERE).map(({ lastDay }) => lastDay)).toEqual(days);
});
