import { describe, expect, test } from "vitest";
import type { CauseView, FleetView } from "@/lib/contract/api/fleet.ts";
import { prepareIncident, prepareStale } from "./prepare-strips.ts";

const HEALTH = { critical: 0, warning: 0, unknown: 0, healthy: 0, inactive: 0 };
const STATUSES = { failed: 0, degraded: 0, unknown: 0, disabled: 0, healthy: 0, "not-applicable": 0 };
const COUNTS = { critical: 0, warning: 0, info: 0 };
function ofEach<Value>(value: Value) {
  return {
    heartbeat: value,
    shutdown: value,
    "time-sync": value,
    "data-exchange": value,
    vss: value,
    "guest-services": value,
    "powershell-direct": value,
  };
}

function fleet(change: Partial<FleetView>): FleetView {
  return {
    vms: 100,
    hosts: 4,
    health: HEALTH,
    services: ofEach(STATUSES),
    serviceFindings: ofEach(COUNTS),
    acceleration: {},
    hostAcceleration: {},
    generation: { "1": 0, "2": 100, unknown: 0 },
    freshness: { fresh: 4, late: 0, stale: 0, missing: 0, retired: 0 },
    compliance: { compliant: 0, notCompliant: 0, unknown: 0, inactive: 0, ratio: null },
    yesterday: null,
    causes: [],
    hostMap: [],
    staleHosts: [],
    changes: [],
    lastChangedAt: null,
    waitingAgents: 0,
    newestReportAt: null,
    ...change,
  };
}

function cause(change: Partial<CauseView>): CauseView {
  return {
    rule: "is.guest-silent",
    severity: "critical",
    summary: "The guest does not answer",
    isOfOneSummary: true,
    host: { id: "h1", name: "HV-01" },
    hosts: 1,
    vmsTouched: 14,
    openedAt: "2025-11-24T08:49:00.000Z",
    lastDay: { found: 0, ended: 0 },
    cost: "nothing",
    ...change,
  };
}

describe("the incident strip", () => {
  test.each([
    { name: "five VMs on one cause", change: { vmsTouched: 5 }, is: true },
    { name: "four", change: { vmsTouched: 4 }, is: false },
    { name: "a warning, however wide", change: { severity: "warning" as const, vmsTouched: 500 }, is: false },
    {
      name: "a silent host, which has a strip of its own",
      change: { rule: "host.stale" as const },
      is: false,
    },
  ])("$name: $is", ({ change, is }) => {
    expect(prepareIncident(fleet({ causes: [cause(change)] })) !== null).toBe(is);
  });

  test("the widest cause is shown, the others are counted", () => {
    const strip = prepareIncident(
      fleet({ causes: [cause({ vmsTouched: 6 }), cause({ vmsTouched: 20, host: null, hosts: 3 })] }),
    );
    expect(strip).toMatchObject({
      vms: 20,
      place: "3 hosts",
      isSpread: true,
      others: 1,
      href: "/vms?rule=is.guest-silent%3Acritical",
    });
  });

  test("its link opens exactly these VMs", () => {
    expect(prepareIncident(fleet({ causes: [cause({})] }))?.href).toBe(
      "/vms?rule=is.guest-silent%3Acritical&host=h1",
    );
  });

  test.each([
    ["The guest does not answer", "the guest does not answer"],
    ["VSS does not answer", "VSS does not answer"],
    ["HV-01 is away", "HV-01 is away"],
  ])("%s continues a sentence as %s", (summary, words) => {
    expect(prepareIncident(fleet({ causes: [cause({ summary })] }))?.summary).toBe(words);
  });
});

describe("the strip of silent hosts", () => {
  test("no silent host, no strip", () => {
    expect(
      prepareStale(fleet({ staleHosts: [host("HV-01", "2025-11-24T08:00:00.000Z", "late")] })),
    ).toBeNull();
  });

  test("the most recent one comes first, two are named, all VMs are counted", () => {
    const strip = prepareStale(
      fleet({
        staleHosts: [
          host("HV-OLD", "2025-11-18T08:00:00.000Z", "missing"),
          host("HV-NEW", "2025-11-24T08:33:00.000Z"),
          host("HV-MID", "2025-11-23T08:00:00.000Z"),
        ],
      }),
    );
    expect(strip?.hosts.map((each) => each.name)).toEqual(["HV-NEW", "HV-MID"]);
    expect(strip).toMatchObject({ others: 1, vms: 30, href: "/hosts?freshness=stale&freshness=missing" });
  });

  test("a host whose past reports are being stored causes no alarm", () => {
    const coming = { ...host("HV-01", "2025-03-01T08:00:00.000Z", "missing"), isPastComing: true };
    expect(prepareStale(fleet({ staleHosts: [coming] }))).toBeNull();
  });

  test("a single one links to its page", () => {
    expect(prepareStale(fleet({ staleHosts: [host("HV-01", "2025-11-24T08:00:00.000Z")] }))?.href).toBe(
      "/hosts/HV-01",
    );
  });
});

function host(name: string, lastReportedAt: string, freshness: "stale" | "missing" | "late" = "stale") {
  return { id: name, name, freshness, vms: 10, lastReportedAt, isPastComing: false };
}
