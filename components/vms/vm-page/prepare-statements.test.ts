import { describe, expect, test } from "vitest";
import { SERVICE_ORDER } from "@/components/vms/service-words.ts";
import { findingOfService, sortFindings } from "@/components/findings/prepare-findings.ts";
import type { VmView } from "@/lib/contract/api/vms.ts";
import { prepareStatements } from "./prepare-statements.ts";
import { findingFixture, serviceFixture, vmViewFixture } from "./vm-view-fixture.ts";

const resting = SERVICE_ORDER.map((key) => serviceFixture(key, { status: "not-applicable" }));
const withFailedVss = SERVICE_ORDER.map((key) =>
  key === "vss" ? serviceFixture(key, { status: "failed", severity: "warning" }) : serviceFixture(key),
);
const silentGuest = SERVICE_ORDER.map((key) =>
  key === "heartbeat"
    ? serviceFixture(key, { status: "failed", severity: "critical" })
    : serviceFixture(key, { status: "unknown", follows: "is.guest-silent" }),
);
const allowedOff = SERVICE_ORDER.map((key) => serviceFixture(key, { status: "disabled" }));

type Entry = VmView["acceleration"][number];

function ladder(
  technology: Entry["technology"],
  status: Entry["status"],
  brokenRung: string | null = null,
): Entry {
  const rung = (key: string) => ({
    key,
    title: key,
    fault: `no ${key}`,
    status: key === brokenRung ? ("fail" as const) : ("pass" as const),
    evidence: [],
    remedy: null,
  });
  return {
    adapterId: "1",
    adapterName: "Network Adapter",
    technology,
    status,
    brokenRung,
    rungs: ["host", "switch-iov", "free"].map(rung),
  };
}

const unreadServices = SERVICE_ORDER.map((key) =>
  key === "powershell-direct"
    ? serviceFixture(key)
    : serviceFixture(key, {
        status: "unknown",
        evidence: [{ name: "integrationServices", value: null, decides: true }],
      }),
);

describe("the four statements", () => {
  test.each([
    { name: "well", vm: {}, at: 0, title: "Nothing to fix here", tone: "ok" },
    {
      name: "findings of three kinds",
      vm: {
        findings: [
          findingFixture({ severity: "info", rule: "is.time-sync" }),
          findingFixture({ severity: "info", rule: "gen.conversion" }),
          findingFixture({ severity: "warning" }),
          findingFixture({ severity: "critical", rule: "is.guest-silent" }),
          findingFixture({ severity: "warning", rule: "is.shutdown" }),
        ],
      },
      at: 0,
      title: "1 critical, 2 warnings, 2 info",
      tone: "critical",
    },
    {
      name: "only info is quiet",
      vm: { findings: [findingFixture({ severity: "info" })] },
      at: 0,
      title: "1 info",
      tone: "quiet",
    },
    {
      name: "frozen findings are not open ones",
      vm: { findings: [findingFixture({ frozenAt: "2026-11-24T08:00:00.000Z" })] },
      at: 0,
      title: "1 finding frozen",
      tone: "unknown",
    },
    {
      name: "a silent host turns nothing green",
      vm: { freshness: "stale" as const },
      at: 0,
      title: "No finding is open",
      tone: "unknown",
    },
    { name: "all services", vm: {}, at: 1, title: "7 of 7 services as expected", tone: "ok" },
    {
      name: "one failed",
      vm: { services: withFailedVss },
      at: 1,
      title: "6 of 7 services as expected",
      tone: "warning",
    },
    {
      name: "a silent guest",
      vm: { services: silentGuest },
      at: 1,
      title: "0 of 7 services as expected",
      tone: "critical",
    },
    {
      name: "services that the report does not contain",
      vm: { services: unreadServices, unread: "services" as const, health: "unknown" as const },
      at: 1,
      title: "Services not read",
      tone: "unknown",
    },
    {
      name: "services that an earlier report did not contain, of a host that is silent now",
      vm: { services: unreadServices, freshness: "stale" as const },
      at: 1,
      title: "Services unknown",
      tone: "unknown",
    },
    {
      name: "off and allowed to be",
      vm: { services: allowedOff },
      at: 1,
      title: "7 of 7 services as expected",
      tone: "ok",
    },
    {
      name: "a VM that is off",
      vm: { services: resting, state: "Off" },
      at: 1,
      title: "Services inactive",
      tone: "quiet",
    },
    {
      name: "stale",
      vm: { freshness: "missing" as const },
      at: 1,
      title: "Services unknown",
      tone: "unknown",
    },
    {
      name: "on a silent host",
      vm: { freshness: "stale" as const },
      at: 3,
      title: "Last seen on HV-01",
      tone: "unknown",
    },
    {
      name: "missing from one report",
      vm: { missingReports: 1 },
      at: 3,
      title: "Last seen on HV-01",
      tone: "unknown",
    },
    { name: "gone", vm: { gone: true, missingReports: 2 }, at: 3, title: "Gone", tone: "unknown" },
    {
      name: "two claim it",
      vm: { placement: { ...vmViewFixture().placement, conflict: "running-twice" as const } },
      at: 3,
      title: "Runs on two hosts",
      tone: "critical",
    },
    { name: "in its place", vm: {}, at: 3, title: "Generation 2", tone: "ok" },
    {
      name: "late",
      vm: { freshness: "late" as const },
      at: 3,
      title: "The host reports late",
      tone: "warning",
    },
    {
      name: "a network that a silent host reported",
      vm: { freshness: "stale" as const, acceleration: [ladder("vmq", "active")] },
      at: 2,
      title: "Acceleration unknown",
      tone: "unknown",
    },
    {
      name: "configured without effect before all that is in effect",
      vm: { acceleration: [ladder("vmq", "active"), ladder("sr-iov", "configured", "switch-iov")] },
      at: 2,
      title: "SR-IOV configured, not in effect",
      tone: "warning",
    },
    {
      name: "on by default and not in effect",
      vm: { acceleration: [ladder("vmmq", "configured")] },
      at: 2,
      title: "VMMQ on, not in effect",
      tone: "quiet",
    },
    {
      name: "what carries",
      vm: { acceleration: [ladder("vmq", "active"), ladder("vrss", "active"), ladder("sr-iov", "blocked")] },
      at: 2,
      title: "2 of 3 technologies in effect",
      tone: "ok",
    },
    {
      name: "one adapter in effect does not hide another that is not",
      vm: { acceleration: [ladder("vmq", "active"), ladder("vmq", "blocked")] },
      at: 2,
      title: "Network not accelerated",
      tone: "quiet",
    },
    {
      name: "nothing is known",
      vm: { acceleration: [ladder("vmq", "unknown"), ladder("sr-iov", "blocked")] },
      at: 2,
      title: "Acceleration unknown",
      tone: "unknown",
    },
    {
      name: "a VM that is not running",
      vm: { state: "Off", acceleration: [ladder("vmq", "not-applicable")] },
      at: 2,
      title: "Nothing to accelerate",
      tone: "quiet",
    },
    {
      name: "generation 1 with a caution",
      vm: {
        generation: 1,
        conversion: { verdict: "caution" as const, summary: "", guestChecks: 3, checks: [], plan: [] },
      },
      at: 3,
      title: "Conversion to generation 2: caution",
      tone: "quiet",
    },
    {
      name: "a generation that was not read",
      vm: { generation: null },
      at: 3,
      title: "Generation not read",
      tone: "unknown",
    },
  ])("$name → $title", ({ vm, at, title, tone }) => {
    const statement = prepareStatements(vmViewFixture(vm))[at];
    expect([statement?.title, statement?.tone]).toEqual([title, tone]);
  });

  test("a VM that is gone is never shown as healthy, and its last state is shown as past", () => {
    const statements = prepareStatements(vmViewFixture({ gone: true, missingReports: 2 }));
    expect(statements.map(({ tone }) => tone)).not.toContain("ok");
    expect(statements.map(({ title, note }) => `${title}, ${note}`)).toEqual([
      "No open findings, and none can open any more",
      "7 of 7 services as expected, as last listed",
      expect.any(String),
      "Gone, HV-01 no longer lists it",
    ]);
  });

  test("a VM that is gone with its host states that", () => {
    const [, , , note] = prepareStatements(vmViewFixture({ gone: true, freshness: "retired" }));
    expect(note?.note).toBe("HV-01 is retired");
  });

  test("the first unexpected service is named, with the number of others", () => {
    expect(prepareStatements(vmViewFixture({ services: silentGuest }))[1]?.note).toBe(
      "Heartbeat failed, 6 more",
    );
  });
});

describe("findings of a VM", () => {
  const findings = [
    findingFixture({ rule: "is.vss", openedAt: "2026-11-24T06:00:00.000Z" }),
    findingFixture({ rule: "is.shutdown", openedAt: "2026-11-20T06:00:00.000Z" }),
    findingFixture({ rule: "is.guest-silent", severity: "critical", frozenAt: "2026-11-24T08:00:00.000Z" }),
    findingFixture({ rule: "is.heartbeat", severity: "critical" }),
    findingFixture({ rule: "is.time-sync", resolvedAt: "2026-11-22T06:00:00.000Z" }),
    findingFixture({ rule: "is.version", resolvedAt: "2026-11-23T06:00:00.000Z" }),
  ];

  test("are open, frozen or resolved, worst and longest first", () => {
    const { open, frozen, resolved } = sortFindings(findings);
    expect(open.map(({ rule }) => rule)).toEqual(["is.heartbeat", "is.shutdown", "is.vss"]);
    expect(frozen.map(({ rule }) => rule)).toEqual(["is.guest-silent"]);
    expect(resolved.map(({ rule }) => rule)).toEqual(["is.version", "is.time-sync"]);
  });

  test("belong to a service until they are resolved", () => {
    expect(findingOfService(findings, "vss")?.rule).toBe("is.vss");
    expect(findingOfService(findings, "time-sync")).toBeNull();
  });
});

test("a broken rung is shown by its place in the ladder", () => {
  const vm = vmViewFixture({
    acceleration: [ladder("sr-iov", "configured", "switch-iov"), ladder("vmq", "configured")],
  });
  expect(prepareStatements(vm)[2]?.note).toBe("rung 2 of 3: no switch-iov, 1 more");
});
