import { describe, expect, test } from "vitest";
import type { NetworkView } from "@/lib/contract/api/network.ts";
import {
  prepareBands,
  prepareDrift,
  prepareFunnel,
  prepareIdle,
  prepareSentence,
} from "./prepare-network.ts";
import { prepareRungs } from "./prepare-rungs.ts";

type Host = NetworkView["hosts"][number];
type BrokenRung = NetworkView["brokenRungs"][number];

const host = (name: string, change: Partial<Host> = {}): Host => ({
  id: `id-${name}`,
  name,
  cluster: "PROD",
  freshness: "fresh",
  acceleration: { rdma: "active" },
  vms: { vmq: { active: 4 } },
  adapters: "2 × E810, 25 Gbps",
  ...change,
});

const network = (change: Partial<NetworkView> = {}): NetworkView => ({
  hosts: [],
  technologies: [{ technology: "vmq", vms: {} }],
  hostTechnologies: [{ technology: "rdma", hosts: {} }],
  funnel: [],
  brokenRungs: [],
  idle: [],
  drift: [],
  ...change,
});

const rung = (change: Partial<BrokenRung> = {}): BrokenRung => ({
  side: "vm",
  technology: "sr-iov",
  rung: "switch-iov",
  title: "The switch was made with SR-IOV",
  fault: "the switch was made without SR-IOV",
  status: "blocked",
  costs: ["outage"],
  vms: 4,
  adapters: 9,
  hostCount: 1,
  hosts: [{ id: "id-HV-1", name: "HV-1" }],
  ...change,
});

describe("bands", () => {
  test("are in natural order of names, hosts without a cluster last", () => {
    const bands = prepareBands(
      network({
        hosts: [host("LAB", { cluster: null }), host("HV-10"), host("HV-2"), host("B", { cluster: "BER" })],
      }),
    );
    expect(bands.map(({ title, hosts }) => [title, hosts.map(({ name }) => name)])).toEqual([
      ["BER", ["B"]],
      ["PROD", ["HV-2", "HV-10"]],
      ["standalone", ["LAB"]],
    ]);
  });

  test.each<[name: string, adapters: [string, string], said: string | null]>([
    ["of all its hosts", ["2 × E810", "2 × E810"], "2 × E810"],
    ["that differ", ["2 × E810", "2 × X710"], null],
    ["that nobody read", ["", ""], null],
  ])("list the adapters %s", (_name, [left, right], said) => {
    const hosts = [host("A", { adapters: left }), host("B", { adapters: right })];
    expect(prepareBands(network({ hosts }))[0]?.adapters).toBe(said);
  });

  test.each<[freshness: Host["freshness"], status: string, said: string]>([
    ["fresh", "active", "4 VMs have it in effect"],
    ["late", "active", "4 VMs have it in effect"],
    ["stale", "unknown", "unknown"],
    ["missing", "unknown", "unknown"],
  ])("show for a %s host what its last report still proves", (freshness, status, said) => {
    const line = prepareBands(network({ hosts: [host("A", { freshness })] }))[0]?.hosts[0];
    expect(line?.hostCells[0]?.status).toBe(status);
    expect(line?.vmCells[0]?.said).toBe(said);
  });

  test("treat a host without a verdict as unknown, not as healthy", () => {
    const line = prepareBands(network({ hosts: [host("A", { acceleration: {}, vms: {} })] }))[0]?.hosts[0];
    expect(line?.hostCells[0]).toMatchObject({ status: "unknown", isMarked: false });
    expect(line?.vmCells[0]).toMatchObject({ active: 0, inVain: 0, href: null });
  });

  test("link to the VMs without effect before those in effect", () => {
    const [band] = prepareBands(
      network({ hosts: [host("A", { vms: { vmq: { active: 4, configured: 1 } } })] }),
    );
    expect(band?.hosts[0]?.vmCells[0]).toMatchObject({
      said: "4 VMs have it in effect, 1 configured, not in effect",
      href: "/vms?host=id-A&acceleration=vmq%3Aconfigured",
    });
  });
});

describe("broken rungs", () => {
  test("of VMs count VMs and link to them; of hosts count adapters and link to the hosts", () => {
    const lines = prepareRungs(
      network({
        brokenRungs: [
          rung(),
          rung({ vms: 1 }),
          rung({ side: "host", technology: "rdma", vms: 0, adapters: 2, hostCount: 7, costs: [] }),
          rung({ costs: ["host-restart", "hardware"] }),
          rung({ side: "host", technology: "rdma", vms: 0, adapters: 2 }),
        ],
      }),
    );
    expect(lines.map(({ cost }) => cost)).toEqual([
      "outage",
      "outage",
      null,
      "host restart, driver or hardware",
      "outage",
    ]);
    expect(lines.map(({ count, unit, share }) => [count, unit, share])).toEqual([
      [4, "VMs", 1],
      [1, "VM", 0.25],
      [2, "adapters", 1],
      [4, "VMs", 1],
      [2, "adapters", 1],
    ]);
    expect(lines[0]?.href).toBe("/vms?rung=sr-iov%3Aswitch-iov%3Ablocked");
    expect(lines[2]).toMatchObject({
      href: "/hosts?rung=rdma%3Aswitch-iov%3Ablocked",
      place: "7 hosts",
      moreHosts: 6,
    });
    expect(lines[4]).toMatchObject({ href: "/hosts/id-HV-1#acceleration", place: "the host itself" });
  });
});

test("a funnel omits what applies to no adapter, and shows at which step a request is lost", () => {
  const funnel = {
    technology: "vmq",
    adapters: 10,
    capable: 8,
    enabled: 7,
    askedFor: 7,
    active: 6,
    inVain: 3,
    inVainAt: { capable: 2, enabled: 0, active: 1 },
  } as const;
  const none = {
    technology: "vrss",
    adapters: 0,
    capable: 0,
    enabled: 0,
    askedFor: 0,
    active: 0,
    inVain: 0,
    inVainAt: { capable: 0, enabled: 0, active: 0 },
  } as const;
  const groups = prepareFunnel(network({ funnel: [funnel, none] }));
  expect(groups.map(({ label }) => label)).toEqual(["VMQ"]);
  expect(groups[0]?.steps.map(({ count, inVain }) => [count, inVain])).toEqual([
    [10, 0],
    [8, 2],
    [7, 0],
    [7, 0],
    [6, 1],
  ]);
  expect(groups[0]?.steps[1]).toMatchObject({ share: 0.8, inVainShare: 0.2 });
});

test("capacity that no host has is not idle, and unread capacity is shown as such", () => {
  const lines = prepareIdle(
    network({
      idle: [
        { kind: "queues", present: 64, used: 38, unreadPorts: 0, hosts: [] },
        { kind: "rdma-ports", present: 0, used: 0, unreadPorts: 0, hosts: [] },
        { kind: "virtual-functions", present: 0, used: 0, unreadPorts: 2, hosts: [] },
      ],
    }),
  );
  expect(lines.map(({ label, idle, unreadPorts }) => [label, idle, unreadPorts])).toEqual([
    ["Queues", 26, 0],
    ["Virtual functions", 0, 2],
  ]);
});

test("drift shows switches by name and technologies by label", () => {
  const drift = { cluster: "PROD", rule: null, severity: null, summary: "", hosts: [] };
  const view = network({
    hosts: [host("A")],
    drift: [
      { ...drift, kind: "technology", subject: "smb-direct" },
      { ...drift, kind: "switch", subject: "vmq", rule: "cluster.switch-drift" as const },
    ],
  });
  expect(prepareDrift(view).map(({ subject, severity, guide }) => [subject, severity, guide])).toEqual([
    ["SMB Direct", "info", "/guide/technologies/smb-direct"],
    ["vmq", "info", "/guide/rules/cluster.switch-drift"],
  ]);
  expect(prepareBands(view)[0]?.drift).toBe("drift: SMB Direct, vmq");
});

test.each<[configured: number, sentence: string]>([
  [0, "nothing configured but not in effect"],
  [1, "configured, not in effect: 1 VM VMQ"],
  [38, "configured, not in effect: 38 VMs VMQ"],
])("the head for %i VMs without effect: %s", (configured, sentence) => {
  const technologies = [{ technology: "vmq" as const, vms: { configured } }];
  expect(prepareSentence(network({ hosts: [host("A")], technologies }))).toBe(sentence);
});

test("the head of a fleet without reporting hosts does not state that all is well", () => {
  const hosts = [host("A", { freshness: "stale" }), host("B", { freshness: "missing" })];
  expect(prepareSentence(network({ hosts }))).toBe("no host is reporting, so no data is available");
});
