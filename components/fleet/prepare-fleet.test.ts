// Longer than 300 lines: a case for each sentence of the fleet's page.
import { describe, expect, test } from "vitest";
import type { ChangeView } from "@/lib/contract/api/changes.ts";
import type { CauseView, FleetView } from "@/lib/contract/api/fleet.ts";
import { prepareAccelerationBars } from "./prepare-acceleration-bars.ts";
import { prepareCauses } from "./prepare-causes.ts";
import { prepareHostMap } from "./prepare-host-map.ts";
import { prepareLead, sayDifference } from "./prepare-lead.ts";
import { prepareRecent } from "./prepare-recent.ts";
import { prepareServiceBars } from "./prepare-service-bars.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const HOST = { id: "018f0000-0000-7000-8000-000000000001", name: "HV-01" };
const NONE = { failed: 0, degraded: 0, unknown: 0, disabled: 0, healthy: 0, "not-applicable": 0 };

function fleet(change: Partial<FleetView> = {}): FleetView {
  const none = { critical: 0, warning: 0, info: 0 };
  return {
    vms: 10,
    hosts: 2,
    health: { critical: 1, warning: 2, unknown: 0, healthy: 6, inactive: 1 },
    services: {
      heartbeat: { ...NONE, failed: 1, healthy: 9 },
      shutdown: NONE,
      "time-sync": { ...NONE, degraded: 2, disabled: 3, healthy: 5 },
      "data-exchange": NONE,
      vss: NONE,
      "guest-services": NONE,
      "powershell-direct": NONE,
    },
    serviceFindings: {
      heartbeat: none,
      shutdown: none,
      "time-sync": none,
      "data-exchange": none,
      vss: none,
      "guest-services": none,
      "powershell-direct": none,
    },
    acceleration: {},
    hostAcceleration: {},
    generation: { "1": 1, "2": 9, unknown: 0 },
    freshness: { fresh: 2, late: 0, stale: 0, missing: 0, retired: 0 },
    compliance: { compliant: 6, notCompliant: 3, unknown: 0, inactive: 1, ratio: 6 / 9 },
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

describe("the lead number", () => {
  test.each([
    { ratio: null, percent: null },
    { ratio: 0, percent: "0.0" },
    { ratio: 6 / 9, percent: "66.6" },
    { ratio: 0.838, percent: "83.8" },
    { ratio: 0.9999, percent: "99.9" },
    { ratio: 1, percent: "100" },
  ])("$ratio is $percent", ({ ratio, percent }) =>
    expect(prepareLead(fleet({ compliance: { ...fleet().compliance, ratio } })).percent).toBe(percent),
  );

  test("counts are compared with yesterday only if yesterday was recorded", () => {
    expect(prepareLead(fleet()).counts.every(({ difference }) => difference === null)).toBe(true);
    const health = { critical: 1, warning: 5, unknown: 0, healthy: 2, inactive: 1 };
    const { counts } = prepareLead(fleet({ yesterday: { at: "2026-11-23T12:00:00Z", health } }));
    expect(counts.map(({ difference }) => sayDifference(difference))).toEqual([
      "same as yesterday",
      "−3 since yesterday",
      "same as yesterday",
      "+4 since yesterday",
      "same as yesterday",
    ]);
    expect(sayDifference(null)).toBeNull();
  });
});

function cause(change: Partial<CauseView>): CauseView {
  return {
    rule: "is.vss",
    severity: "warning",
    summary: "Backups cannot quiesce this guest",
    isOfOneSummary: true,
    host: null,
    hosts: 3,
    vmsTouched: 4,
    openedAt: "2026-11-20T12:00:00Z",
    lastDay: { found: 0, ended: 0 },
    cost: "nothing",
    ...change,
  };
}

describe("open causes", () => {
  test("severity first, then the affected VMs, then the longest open", () => {
    const lines = prepareCauses(
      {
        causes: [
          cause({ rule: "is.version", severity: "info", vmsTouched: 90 }),
          cause({ rule: "is.vss", vmsTouched: 4 }),
          cause({ rule: "is.shutdown", vmsTouched: 4, openedAt: "2026-11-01T00:00:00Z" }),
          cause({ rule: "is.time-sync", vmsTouched: 54 }),
          cause({ rule: "is.guest-silent", severity: "critical", vmsTouched: 1 }),
        ],
      },
      NOW,
    );
    expect(lines.map(({ rule }) => rule)).toEqual([
      "is.guest-silent",
      "is.time-sync",
      "is.shutdown",
      "is.vss",
      "is.version",
    ]);
    expect(lines.map(({ isFirst }) => isFirst)).toEqual([true, false, false, false, false]);
    expect(lines.map(({ share }) => share.toFixed(2))).toEqual(["0.02", "1.00", "0.07", "0.07", "1.00"]);
  });

  test.each([
    { of: { host: null }, href: "/vms?rule=is.vss%3Awarning" },
    {
      of: { severity: "critical", host: HOST, hosts: 1 },
      href: `/vms?rule=is.vss%3Acritical&host=${HOST.id}`,
    },
    { of: { severity: "info" }, href: "/vms?rule=is.vss%3Ainfo" },
    { of: { rule: "host.agent-rights", host: HOST, hosts: 1 }, href: `/hosts/${HOST.id}` },
    { of: { rule: "host.stale", host: null }, href: "/hosts?rule=host.stale" },
  ] satisfies { of: Partial<CauseView>; href: string }[])("$of leads to $href", ({ of, href }) =>
    expect(prepareCauses({ causes: [cause(of)] }, NOW)[0]?.href).toBe(href),
  );

  test.each<{ of: string; openedAt: string; lastDay: CauseView["lastDay"]; words: string }>([
    {
      of: "less than a day old",
      openedAt: "2026-11-23T12:00:01Z",
      lastDay: { found: 3, ended: 0 },
      words: "new",
    },
    {
      of: "whose VMs all have changed",
      openedAt: "2026-11-23T12:00:01Z",
      lastDay: { found: 3, ended: 2 },
      words: "+1",
    },
    { of: "that grew", openedAt: "2026-11-23T12:00:00Z", lastDay: { found: 2, ended: 0 }, words: "+2" },
    { of: "that shrank", openedAt: "2026-11-01T12:00:00Z", lastDay: { found: 1, ended: 3 }, words: "−2" },
    { of: "that stayed", openedAt: "2026-11-01T12:00:00Z", lastDay: { found: 0, ended: 0 }, words: "0" },
    { of: "of a host, new", openedAt: "2026-11-24T11:00:00Z", lastDay: null, words: "new" },
    { of: "of a host, older", openedAt: "2026-11-20T12:00:00Z", lastDay: null, words: "–" },
  ])("the change of one $of: $words", ({ openedAt, lastDay, words }) =>
    expect(prepareCauses({ causes: [cause({ openedAt, lastDay })] }, NOW)[0]?.change.words).toBe(words),
  );

  test.each([
    { of: { summary: "It is off." }, title: "It is off" },
    {
      of: { rule: "gen.conversion", summary: "It is ready.", isOfOneSummary: false },
      title: "Generation 1",
    },
    {
      of: { rule: "cluster.switch-drift", summary: "Switches differ.", isOfOneSummary: false },
      title: "Switches differ",
    },
    {
      of: { rule: "host.stale", host: HOST, summary: "No report since then." },
      title: "HV-01 is not reporting",
    },
    {
      of: { rule: "host.clock-skew", host: HOST, summary: "The clock is ahead." },
      title: "HV-01: The clock is ahead",
    },
    {
      of: { rule: "host.clock-skew", host: null, hosts: 12, summary: "The clock is ahead." },
      title: "Clock is wrong",
    },
    { of: { rule: "host.stale", host: null, hosts: 480 }, title: "480 hosts are not reporting" },
    { of: { rule: "host.stale", severity: "critical", host: HOST }, title: "HV-01 is missing" },
    { of: { rule: "host.stale", severity: "critical", host: null, hosts: 3 }, title: "3 hosts are missing" },
  ] satisfies { of: Partial<CauseView>; title: string }[])("$title", ({ of, title }) =>
    expect(prepareCauses({ causes: [cause(of)] }, NOW)[0]?.title).toBe(title),
  );

  test.each([
    {
      of: { rule: "host.stale", severity: "critical", host: HOST },
      advice: "retire it if it is gone for good",
    },
    {
      of: { rule: "host.stale", severity: "critical", host: null },
      advice: "retire those that are gone for good",
    },
    { of: { rule: "host.stale", host: HOST }, advice: null },
    { of: { rule: "host.agent-rights", severity: "critical", host: HOST }, advice: null },
  ] satisfies { of: Partial<CauseView>; advice: string | null }[])("$of → $advice", ({ of, advice }) =>
    expect(prepareCauses({ causes: [cause(of)] }, NOW)[0]?.advice).toBe(advice),
  );

  test("the cost of a fix is shown by its first clause, and in full", () => {
    const whole = "an outage of every VM on the switch, and of the host if it uses the switch";
    expect(prepareCauses({ causes: [cause({ cost: whole })] }, NOW)[0]?.cost).toEqual({
      words: "an outage of every VM on the switch",
      whole,
    });
  });

  test("silence is unknown, whatever its severity", () => {
    expect(
      prepareCauses({ causes: [cause({ rule: "host.stale", severity: "critical" })] }, NOW)[0]?.bar,
    ).toBe("unknown");
  });
});

function mapHost(
  name: string,
  change: Partial<FleetView["hostMap"][number]> = {},
): FleetView["hostMap"][number] {
  return {
    id: name,
    name,
    cluster: "PROD",
    freshness: "fresh",
    vms: 10,
    health: { critical: 0, warning: 1, unknown: 0, healthy: 9, inactive: 0 },
    ...change,
  };
}

describe("the map", () => {
  test("a retired host is not on it", () => {
    const { clusters } = prepareHostMap([mapHost("HV-1"), mapHost("HV-2", { freshness: "retired" })]);
    expect(clusters.flatMap(({ hosts }) => hosts.map(({ name }) => name))).toEqual(["HV-1"]);
  });

  test("clusters by name with single hosts last, hosts in the order of their numbers", () => {
    const { clusters } = prepareHostMap([
      mapHost("LAB", { cluster: null }),
      mapHost("HV-10"),
      mapHost("HV-9"),
      mapHost("B-1", { cluster: "A" }),
    ]);
    expect(clusters.map(({ name, hosts }) => [name, hosts.map((host) => host.name)])).toEqual([
      ["A", ["B-1"]],
      ["PROD", ["HV-9", "HV-10"]],
      [null, ["LAB"]],
    ]);
  });

  test.each([
    { names: ["HV-NUE-01", "HV-NUE-02"], shorts: ["NUE-01", "NUE-02"] },
    { names: ["HV-NUE-01", "HV-9"], shorts: ["HV-9", "HV-NUE-01"] },
    { names: ["HV-1", "HV-2"], shorts: ["HV-1", "HV-2"] },
    { names: ["HV-NUE-01"], shorts: ["HV-NUE-01"] },
    { names: ["HV-NUE-01", "XX-NUE-02"], shorts: ["HV-NUE-01", "XX-NUE-02"] },
  ])("nodes omit their common prefix: $names → $shorts", ({ names, shorts }) => {
    const [cluster] = prepareHostMap(names.map((name) => mapHost(name))).clusters;
    expect(cluster?.hosts.map(({ short }) => short)).toEqual(shorts);
  });

  test("one square a VM, worst first, nine in a row", () => {
    const host = prepareHostMap([mapHost("HV-1")]).clusters[0]?.hosts[0];
    expect(host?.rows).toBe(2);
    expect(host?.paths.map(({ health, d }) => [health, d.split("M").length - 1])).toEqual([
      ["warning", 1],
      ["healthy", 9],
    ]);
    expect(host?.paths[1]?.d.startsWith("M1 0")).toBe(true);
    expect(host?.spoken).toBe("HV-1: 10 VMs, 1 warning, 9 healthy");
  });

  test.each([
    { hosts: 120, clusters: 1, worst: 0, others: 0 },
    { hosts: 121, clusters: 0, worst: 36, others: 85 },
  ])("of $hosts hosts: $worst without their clusters", ({ hosts, clusters, worst, others }) => {
    const sick = mapHost("sick", {
      health: { critical: 3, warning: 0, unknown: 0, healthy: 7, inactive: 0 },
    });
    const map = prepareHostMap([...Array.from({ length: hosts - 1 }, (_, at) => mapHost(`HV-${at}`)), sick]);
    expect([map.clusters.length, map.worst.length, map.others]).toEqual([clusters, worst, others]);
    expect((map.worst[0] ?? map.clusters[0]?.hosts.at(-1))?.name).toBe("sick");
  });
});

test("bars of services name their problems and link to them", () => {
  const bars = prepareServiceBars(fleet().services);
  expect(bars[0]?.spoken).toBe("Heartbeat: 1 failed, 9 healthy");
  expect(bars[0]?.troubles).toEqual([
    { status: "failed", count: 1, href: "/vms?service=heartbeat%3Afailed" },
  ]);
  expect(bars[1]?.spoken).toBe("Shutdown: no VM");
  expect(bars[2]?.troubles.map(({ status }) => status)).toEqual(["degraded"]);
});

test.each([
  { name: "all are silent", counts: { ...NONE, unknown: 9, "not-applicable": 1 }, isUnknown: true },
  { name: "one is known", counts: { ...NONE, unknown: 9, healthy: 1 }, isUnknown: false },
  { name: "there is no VM", counts: NONE, isUnknown: false },
])("a service has no data where $name: $isUnknown", ({ counts, isUnknown }) => {
  expect(
    prepareServiceBars({ ...fleet().services, vss: counts }).find(({ key }) => key === "vss")?.isUnknown,
  ).toBe(isUnknown);
});

test("what one report changed on one VM is one line, the most significant change first", () => {
  const change = (
    id: string,
    vm: string,
    kind: ChangeView["kind"],
    at = "2026-11-24T11:00:00Z",
  ): ChangeView => ({
    id,
    at,
    host: HOST,
    vm: { id: vm, name: vm },
    kind,
    field: kind,
    from: null,
    to: null,
  });
  const recent = prepareRecent([
    change("5", "a", "service"),
    change("4", "a", "health"),
    change("3", "b", "configuration"),
    change("2", "a", "finding"),
    change("1", "a", "service", "2026-11-24T10:00:00Z"),
  ]);
  expect(recent.map(({ change: { id }, others }) => [id, others])).toEqual([
    ["4", 2],
    ["3", 0],
    ["1", 0],
  ]);
});

test("the line of a host that reports again states that", () => {
  const of = { at: "2026-11-24T11:00:00Z", host: HOST, vm: null, kind: "host" } as const;
  const recent = prepareRecent([
    { ...of, id: "2", field: "bootedAt", from: "2026-11-01T00:00:00Z", to: "2026-11-24T10:00:00Z" },
    { ...of, id: "1", field: "freshness", from: "stale", to: "fresh" },
  ]);
  expect(recent.map(({ change: { field }, others }) => [field, others])).toEqual([["freshness", 1]]);
});

test.each([
  { name: "the same of several VMs of a host is one line", count: 3, told: 3, alike: [2] },
  { name: "without further data from the server there is no count", count: 40, told: 40, alike: ["several"] },
  { name: "a report of another time is a line of its own", count: 2, told: 3, alike: [1, 0] },
])("$name", ({ count, told, alike }) => {
  const changes = Array.from({ length: told }, (_, at) => ({
    id: String(at),
    at: at < count ? "2026-11-24T11:00:00Z" : "2026-11-24T10:00:00Z",
    host: HOST,
    vm: { id: `vm-${at}`, name: `VM-${at}` },
    kind: "placement" as const,
    field: "host",
    from: null,
    to: HOST.name,
  }));
  expect(prepareRecent(changes).map((line) => line.alike)).toEqual(alike);
});

describe("technologies over the fleet", () => {
  const { vms, hosts } = prepareAccelerationBars({
    acceleration: {
      "sr-iov": { active: 20, configured: 9, ready: 3, blocked: 97, unknown: 12 },
      vmq: { active: 200 },
    },
    hostAcceleration: { "smb-direct": { active: 14, configured: 2 } },
  });

  test("configured ones are those with and without it in effect, and the latter are linked", () => {
    expect(vms[0]).toMatchObject({
      asked: 29,
      active: 20,
      inVain: { count: 9, href: "/vms?acceleration=sr-iov%3Aconfigured" },
      spoken: "SR-IOV: 20 active, 9 configured, 3 ready, 12 unknown, 97 blocked",
    });
    expect(hosts[0]).toMatchObject({
      key: "smb-direct",
      asked: 16,
      inVain: { count: 2, href: "/hosts?acceleration=smb-direct%3Aconfigured" },
    });
  });

  test("none is without effect if all are in effect, and there is no data if none was reported", () => {
    expect(vms[1]).toMatchObject({ asked: 200, inVain: null });
    expect(vms.map(({ isUnknown }) => isUnknown)).not.toContain(true);
    const silent = prepareAccelerationBars({ acceleration: { vmq: { unknown: 12 } }, hostAcceleration: {} });
    expect(silent.vms[1]).toMatchObject({ asked: 0, isUnknown: true });
    expect(vms[4]).toMatchObject({ asked: 0, inVain: null, spoken: "Guest RDMA: no data" });
  });
});
