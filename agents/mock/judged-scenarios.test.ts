import { describe, expect, test } from "vitest";
import { fleetOf } from "./testing/fleet-of.ts";
import {
  driftOf,
  findings,
  hostLadders,
  judgedFleet,
  vmLadders,
  type JudgedHost,
} from "./testing/judged-fleet.ts";

function differing(hosts: readonly JudgedHost[]): Map<string, (string | null)[]> {
  return new Map(
    [...driftOf(hosts)].map(([cluster, drifts]) => [
      cluster,
      drifts.flatMap(({ switchName, outcome }) => (outcome.status === "finding" ? [switchName] : [])),
    ]),
  );
}

describe("network-rich", () => {
  const hosts = judgedFleet(fleetOf("network-rich"));
  const asked = [...vmLadders(hosts).keys()];
  const own = [...hostLadders(hosts).keys()];
  const found = [...findings(hosts).keys()];

  test.each([
    "active",
    "ready",
    "not-applicable",
    "unknown",
    "configured",
    "configured platform-iov",
    "configured adapter-sr-iov-supported",
    "configured adapter-sr-iov-enabled",
    "configured no-lbfo",
    "configured switch-iov",
    "configured virtual-functions-left",
    "configured port-policies",
    "configured guest-vf-driver",
    "blocked platform-iov",
    "blocked adapter-sr-iov-supported",
    "blocked adapter-sr-iov-enabled",
    "blocked no-lbfo",
    "blocked switch-iov",
    "blocked virtual-functions-left",
    "blocked synthetic-adapter",
  ])("a VM's SR-IOV: %s", (state) => {
    expect(asked).toContain(`sr-iov ${state}`);
  });

  test.each([
    "vmq active",
    "vmq ready",
    "vmq not-applicable",
    "vmq blocked adapter-link-speed",
    "vmq configured adapter-vmq-enabled",
    "vmmq active",
    "vmmq ready",
    "vmmq blocked host-build",
    "vmmq configured no-lbfo",
    "vmmq configured adapter-vmmq-enabled",
    "vrss active",
    "vrss ready",
    "vrss blocked two-processors",
    "guest-rdma active",
    "guest-rdma ready",
    "guest-rdma unknown",
    "guest-rdma configured switch-iov",
  ])("a VM's queues and RDMA: %s", (state) => {
    expect(asked).toContain(state);
  });

  test.each([
    "rdma active",
    "rdma ready",
    "rdma unknown",
    "rdma blocked adapter-rdma-supported",
    "rdma blocked no-lbfo",
    "rdma configured host-adapter-rdma-enabled",
    "smb-direct active",
    "smb-direct ready",
    "smb-direct not-applicable",
    "smb-direct configured dcb",
    "smb-direct configured host-network-direct",
    "smb-direct configured smb-multichannel-client",
    "smb-direct blocked rdma-adapter",
    "smb-multichannel active",
    "smb-multichannel unknown",
    "smb-multichannel configured smb-multichannel-client",
    "rss active",
    "rss not-applicable",
  ])("a host's own network: %s", (state) => {
    expect(own).toContain(state);
  });

  test.each([
    "warning host.sr-iov",
    "warning net.sr-iov",
    "warning net.guest-rdma",
    "warning host.rdma",
    "info host.rdma",
    "info host.vmq",
    "info host.vmmq",
    "info host.smb-multichannel",
    "warning host.lbfo-under-switch",
    "warning host.set-mismatch",
  ])("is found: %s", (finding) => {
    expect(found).toContain(finding);
  });

  test("iWARP carries SMB without a lossless class, RoCE requires one", () => {
    const smbDirect = (cluster: string) =>
      hosts
        .filter(({ snapshot }) => snapshot.host.cluster?.name === cluster)
        .map(({ network }) => network.ladders.find(({ technology }) => technology === "smb-direct")?.status);
    expect(smbDirect("NUE-IWARP")).toEqual(["active", "active"]);
    expect(smbDirect("LNZ-ROCE")).toEqual(["active", "active"]);
    expect(smbDirect("LDS-LOSSY")).toEqual(["configured", "configured"]);
  });
});

test("gen1-estate: most VMs are generation 1, with every result of the conversion check", () => {
  const vms = judgedFleet(fleetOf("gen1-estate")).flatMap((host) => host.vms);
  const first = vms.filter(({ vm }) => vm.generation === 1);
  expect(first.length / vms.length).toBeGreaterThan(0.75);
  const verdicts = new Set(first.map(({ judgement }) => judgement.conversion));
  expect([...verdicts].toSorted()).toEqual(["blocked", "caution", "ready", "unknown"]);
  const checks = new Set(first.flatMap((vm) => vm.checks));
  for (const check of ["G2:block", "G3:caution", "G5:caution", "G7:caution", "G8:caution", "G11:unknown"])
    expect(checks).toContain(check);
  // Grouped by what they need there is work of many kinds, and none that is one VM's alone for the most.
  const groups = new Set(
    first.map(({ judgement, checks: open }) => [judgement.conversion, ...open].join(" ")),
  );
  expect(groups.size).toBeGreaterThan(10);
});

test("mixed-cluster: nodes differ in one property per cluster, and one cluster is uniform", () => {
  const hosts = judgedFleet(fleetOf("mixed-cluster"));
  const drift = differing(hosts);
  expect([...drift].filter(([, switches]) => switches.length > 0).map(([cluster]) => cluster)).toEqual([
    "CGN-SQL",
    "LDS-CLU01",
    "NUE-PROD",
  ]);
  expect(drift.get("NUE-PROD")).toEqual([null]);
  expect(drift.get("EDI-LINUX")).toEqual([]);
  const builds = hosts
    .filter(({ snapshot }) => snapshot.host.cluster?.name === "STR-VDI")
    .map(({ snapshot }) => snapshot.host.os?.build);
  expect(builds).toEqual([20348, 26100]);
});

describe("large", () => {
  const hosts = judgedFleet(fleetOf("large", { hosts: 100, vms: 30 }));
  const vms = hosts.flatMap((host) => host.vms);
  const ladders = vmLadders(hosts);
  const total = (words: Map<string, number>, begins: string) =>
    [...words].reduce(
      (sum, [word, count]) => (word === begins || word.startsWith(`${begins} `) ? sum + count : sum),
      0,
    );
  const shareOfAdapters = (state: string) =>
    total(ladders, state) / total(ladders, state.split(" ")[0] ?? "");

  test.each([
    { state: "sr-iov active", atLeast: 0.03, atMost: 0.12 },
    { state: "sr-iov configured", atLeast: 0.04, atMost: 0.12 },
    { state: "sr-iov ready", atLeast: 0.1, atMost: 0.3 },
    { state: "sr-iov blocked", atLeast: 0.35, atMost: 0.65 },
    { state: "sr-iov not-applicable", atLeast: 0.08, atMost: 0.2 },
    { state: "vmq active", atLeast: 0.6, atMost: 0.9 },
    { state: "vmq blocked", atLeast: 0.02, atMost: 0.12 },
    { state: "vmmq active", atLeast: 0.45, atMost: 0.75 },
    { state: "vmmq configured", atLeast: 0.05, atMost: 0.22 },
    { state: "vrss active", atLeast: 0.5, atMost: 0.8 },
    { state: "guest-rdma active", atLeast: 0.002, atMost: 0.05 },
  ])("$state has a realistic share", ({ state, atLeast, atMost }) => {
    expect(shareOfAdapters(state)).toBeGreaterThan(atLeast);
    expect(shareOfAdapters(state)).toBeLessThan(atMost);
  });

  test("generation 1 is a minority, of which some can move immediately and some never", () => {
    const first = vms.filter(({ vm }) => vm.generation === 1);
    expect(first.length / vms.length).toBeGreaterThan(0.1);
    expect(first.length / vms.length).toBeLessThan(0.35);
    const verdicts = new Set(first.map(({ judgement }) => judgement.conversion));
    expect([...verdicts].toSorted()).toEqual(["blocked", "caution", "ready", "unknown"]);
  });

  test("some clusters drift, and most do not", () => {
    const drift = [...differing(hosts).values()];
    const share = drift.filter((switches) => switches.length > 0).length / drift.length;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.3);
  });

  test.each([
    "warning host.sr-iov",
    "warning net.sr-iov",
    "warning host.rdma",
    "info host.rdma",
    "info host.vmq",
    "info host.vmmq",
    "info host.smb-multichannel",
    "warning host.lbfo-under-switch",
    "warning host.set-mismatch",
    "info net.legacy-adapter",
    "info gen.conversion",
    "critical vm.configuration-version",
  ])("has %s, but not everywhere", (finding) => {
    const found = findings(hosts).get(finding) ?? 0;
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(finding.includes(" host.") ? hosts.length * 0.55 : vms.length * 0.4);
  });

  test.each([
    "sr-iov configured platform-iov",
    "sr-iov configured adapter-sr-iov-supported",
    "sr-iov configured adapter-sr-iov-enabled",
    "sr-iov configured switch-iov",
    "sr-iov configured virtual-functions-left",
    "sr-iov configured port-policies",
    "sr-iov configured guest-vf-driver",
    "sr-iov unknown",
  ])("has %s", (state) => {
    expect([...ladders.keys()]).toContain(state);
  });

  test.each([
    "smb-direct configured host-network-direct",
    "smb-direct configured dcb",
    "smb-direct configured smb-multichannel-client",
    "smb-direct not-applicable",
    "smb-direct ready",
    "smb-direct blocked rdma-adapter",
    "rdma active",
    "rdma configured host-adapter-rdma-enabled",
  ])("has hosts with %s", (state) => {
    expect([...hostLadders(hosts).keys()]).toContain(state);
  });

  test("a few hosts have NetworkDirect off, or are VMs themselves, and iWARP carries SMB without a lossless class", () => {
    const directOff = hosts.filter(({ snapshot }) => snapshot.host.offload?.networkDirect === "Disabled");
    const nested = hosts.filter(({ snapshot }) => snapshot.host.model === "Virtual Machine");
    for (const few of [directOff, nested]) {
      expect(few.length).toBeGreaterThan(0);
      expect(few.length / hosts.length).toBeLessThan(0.05);
    }
    const overIwarp = hosts.filter(
      ({ snapshot, network }) =>
        snapshot.physicalAdapters?.some(({ rdma }) => rdma?.technology === 1) &&
        snapshot.smb?.dcb?.pfcPriorities?.length === 0 &&
        network.ladders.some(({ technology, status }) => technology === "smb-direct" && status === "active"),
    );
    expect(overIwarp.length).toBeGreaterThan(0);
  });
});

test("demo: includes every typical network fault", () => {
  const hosts = judgedFleet(fleetOf("demo"));
  const found = [...findings(hosts).keys()];
  for (const finding of [
    "warning host.sr-iov",
    "warning net.sr-iov",
    "warning host.rdma",
    "warning host.lbfo-under-switch",
    "warning host.set-mismatch",
  ])
    expect(found).toContain(finding);
  expect([...differing(hosts)].filter(([, switches]) => switches.length > 0)).toHaveLength(1);
  expect([...vmLadders(hosts).keys()]).toContain("sr-iov configured virtual-functions-left");
});
