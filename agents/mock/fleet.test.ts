import { describe, expect, test } from "vitest";
import { snapshotV1, type SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { createFleet, type Fleet, type FleetHost } from "./fleet.ts";
import { SCENARIO_NAMES, type ScenarioName } from "./scenarios.ts";
import { hostAt } from "./testing/host-at.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
/** Ticks of a minute that look into every part of every story, and into its second telling. */
const TICKS = [0, 1, 2, 3, 4, 5, 7, 9, 11, 14, 17, 26, 30, 35, 41, 45, 51, 90, 1440];

type VmWire = NonNullable<SnapshotV1["vms"]>[number];

function fleetOf(scenario: ScenarioName, size: { hosts?: number; vms?: number } = {}): Fleet {
  return createFleet({ scenario, now: NOW, ...size });
}

function vmsAt(host: FleetHost, tick: number): VmWire[] {
  return host.snapshotAt(tick).vms ?? [];
}

function statusOf(vm: VmWire, component: string): number | null | undefined {
  return vm.integrationServices?.find(({ id }) => id.toLowerCase().endsWith(component))?.primaryStatus;
}

function write(scenario: ScenarioName, seed: number): string[] {
  return createFleet({ scenario, seed, now: NOW, hosts: 4, vms: 6 }).hosts.flatMap((host) =>
    [0, 4, 12].map((tick) => JSON.stringify(host.snapshotAt(tick))),
  );
}

const HEARTBEAT = "84eaae65-2f2e-45f5-9bb5-0e857dc8eb47";

describe.each(SCENARIO_NAMES)("%s", (scenario) => {
  // Few VMs on each host, so that a look at every moment stays quick.
  const fleet = fleetOf(scenario, scenario === "large" ? { hosts: 45, vms: 5 } : { vms: 6 });

  test("every report follows the contract, whatever the moment", { timeout: 30_000 }, () => {
    const faults: string[] = [];
    for (const host of fleet.hosts) {
      for (const tick of TICKS) {
        const snapshot = host.snapshotAt(tick);
        const parsed = snapshotV1.safeParse(snapshot);
        if (!parsed.success)
          faults.push(`${host.name} at ${tick}: ${parsed.error.issues[0]?.path.join(".")}`);
        // Nothing is on the wire that the contract does not know: a parse would have dropped it.
        else if (JSON.stringify(parsed.data).length !== JSON.stringify(snapshot).length) {
          faults.push(`${host.name} at ${tick}: keys that the contract does not know`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  test("has as many VMs as were asked for, each with an id of its own", () => {
    const ids = fleet.hosts.flatMap((host) =>
      vmsAt(host, 0).flatMap(({ id, vmType, replicationMode }) =>
        vmType === "Realized" && replicationMode !== "Replica" ? [id] : [],
      ),
    );
    expect(ids.length).toBe(fleet.vmCount);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("fills all seven sections", () => {
    const names = ["host", "physicalAdapters", "switches", "hostAdapters", "teams", "smb", "vms"];
    for (const host of fleet.hosts) {
      expect(host.snapshotAt(0).sections.map(({ name }) => name)).toEqual(names);
    }
  });

  test("the same seed gives the same bytes, another seed another fleet", () => {
    expect(write(scenario, 1)).toEqual(write(scenario, 1));
    expect(write(scenario, 1)).not.toEqual(write(scenario, 2));
  });
});

describe("what a report says of a host agrees with what it says of its VMs", () => {
  const hosts = fleetOf("demo").hosts.filter(
    ({ plan }) => !plan.traits.withoutRights && !plan.traits.failedSection,
  );

  test.each(hosts.map((host) => ({ name: host.name, host })))("$name", ({ host }) => {
    const { vms, switches, physicalAdapters, hostAdapters, teams, smb } = host.snapshotAt(6);
    const adapters = (vms ?? []).flatMap((vm) => vm.adapters ?? []);
    const switchIds = new Set((switches ?? []).map(({ id }) => id));
    const ports = new Map((physicalAdapters ?? []).map((port) => [port.interfaceGuid, port]));

    for (const { switchId } of adapters) expect(switchId === null || switchIds.has(switchId)).toBe(true);
    for (const one of switches ?? []) {
      for (const id of one.adapterGuids ?? []) expect(ports.has(id)).toBe(true);
      const mine = adapters.filter(({ switchId }) => switchId === one.id);
      expect(one.numberVmqAllocated).toBe(mine.reduce((sum, { vmqUsage }) => sum + (vmqUsage ?? 0), 0));
      const inUse = mine.filter(({ vfDataPathActive }) => vfDataPathActive).length;
      expect(one.iovVirtualFunctionsInUse).toBe(inUse);
      expect(inUse).toBeLessThanOrEqual(one.iovVirtualFunctionCount ?? 0);
    }
    const functions = [...ports.values()].reduce((sum, { sriov }) => sum + (sriov?.numAllocatedVFs ?? 0), 0);
    expect(functions).toBe(adapters.filter(({ vfDataPathActive }) => vfDataPathActive).length);
    for (const { members } of teams ?? []) {
      const names = [...ports.values()].map(({ name }) => name);
      for (const member of members ?? []) expect(names).toContain(member);
    }
    const indexes = (hostAdapters ?? []).map(({ interfaceIndex }) => interfaceIndex);
    for (const { clientInterfaceIndex } of smb?.connections ?? [])
      expect(indexes).toContain(clientInterfaceIndex);
  });
});

describe("VMs are believable", () => {
  const vms = [...fleetOf("demo").hosts, ...fleetOf("neglected").hosts].flatMap((host) =>
    vmsAt(host, 3).map((vm) => ({ vm, host })),
  );

  test("names are as long as Hyper-V takes", () => {
    for (const { vm } of vms) expect(vm.name.length).toBeLessThanOrEqual(100);
  });

  test("firmware belongs to generation 2, an IDE boot disk to generation 1", () => {
    for (const { vm } of vms) {
      expect(vm.firmware === null).toBe(vm.generation === 1);
      expect(vm.disks?.[0]?.controllerType).toBe(vm.generation === 1 ? "IDE" : "SCSI");
    }
  });

  test("a VM that is off tells no status, no guest and no uptime, and keeps its switches", () => {
    const off = vms.filter(({ vm }) => vm.state === "Off");
    expect(off.length).toBeGreaterThan(20);
    for (const { vm } of off) {
      expect(vm.guest).toBeNull();
      expect(vm.uptimeSeconds).toBe(0);
      expect(vm.integrationServices?.map(({ primaryStatus }) => primaryStatus)).toEqual(Array(6).fill(null));
      expect(vm.integrationServices?.some(({ enabled }) => enabled)).toBe(true);
    }
  });

  test("a VM that runs has a version that its host lists", () => {
    const stranded = vms.filter(
      ({ vm, host }) => !host.plan.system.vmVersions.includes(vm.configurationVersion ?? ""),
    );
    expect(stranded.length).toBeGreaterThan(0);
    expect(new Set(stranded.map(({ vm }) => vm.state))).toEqual(new Set(["Off"]));
  });

  test("a switched-off service goes on saying OK while the VM runs", () => {
    const running = vms.filter(({ vm }) => vm.heartbeat === "OkApplicationsUnknown");
    const rows = running.flatMap(({ vm }) => vm.integrationServices ?? []).filter(({ enabled }) => !enabled);
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) expect(row.primaryStatus).toBe(2);
  });

  test("Linux puts its distribution's version into the major version, Windows its build", () => {
    const guests = vms.map(({ vm }) => vm.guest).filter((guest) => guest !== null);
    const ubuntu = guests.filter(({ osName }) => osName === "Ubuntu");
    expect(ubuntu.every(({ osMajorVersion }) => /^2[024]\.04$/.test(osMajorVersion ?? ""))).toBe(true);
    const windows = guests.filter(({ osName }) => osName?.startsWith("Windows"));
    expect(windows.every(({ osBuildNumber }) => /^\d+$/.test(osBuildNumber ?? ""))).toBe(true);
    expect(ubuntu.length).toBeGreaterThan(50);
  });

  test("systems old and new, several schools of names, and one name twice", () => {
    const systems = new Set(vms.map(({ vm }) => `${vm.guest?.osName} ${vm.guest?.osMajorVersion}`));
    expect(systems.size).toBeGreaterThan(15);
    const names = vms.map(({ vm }) => vm.name);
    expect(new Set(names).size).toBeLessThan(names.length);
    expect(names.some((name) => /[äöüß]/.test(name))).toBe(true);
    expect(names.some((name) => name.length > 60)).toBe(true);
  });
});

describe("what moves and what stays", () => {
  const VOLATILE = ["uptimeSeconds", "cpuUsagePercent", "memoryAssignedBytes", "memoryDemandBytes"];

  /** A VM without the numbers that are no part of its content. */
  function contentOf(vm: VmWire): string {
    return JSON.stringify(vm, (key, value: unknown) => (VOLATILE.includes(key) ? undefined : value));
  }

  test("runtime numbers move at every tick while content stays", () => {
    const host = hostAt(fleetOf("healthy"), 0);
    const before = vmsAt(host, 1);
    const after = vmsAt(host, 2);
    const running = before.filter(({ state }) => state === "Running");
    const moved = running.filter((vm) => {
      const later = after.find(({ id }) => id === vm.id);
      return (
        later?.uptimeSeconds === (vm.uptimeSeconds ?? 0) + 60 &&
        later.memoryDemandBytes !== vm.memoryDemandBytes
      );
    });
    expect(moved.length).toBe(running.length);
    expect(after.map(contentOf)).toEqual(before.map(contentOf));
  });

  test("about 5 % of the VMs change their settings now and then", () => {
    const fleet = fleetOf("large", { hosts: 20, vms: 100 });
    const changed = fleet.hosts.flatMap((host) => {
      const later = vmsAt(host, 100);
      return vmsAt(host, 0).filter((vm, place) => later[place]?.notes !== vm.notes);
    });
    expect(changed.length / fleet.vmCount).toBeGreaterThan(0.03);
    expect(changed.length / fleet.vmCount).toBeLessThan(0.07);
  });

  test.each([0.05, 0.1, 1])("a wanted share of %f changes from each tick to the next", (changedShare) => {
    const fleet = createFleet({ scenario: "large", now: NOW, hosts: 1, vms: 100, changedShare });
    // Later than the first minutes, in which guests that had just been started come up.
    for (const tick of [20, 21, 33]) {
      const later = vmsAt(hostAt(fleet, 0), tick + 1);
      const changed = vmsAt(hostAt(fleet, 0), tick).filter((vm, place) => {
        const next = later[place];
        return next && contentOf(next) !== contentOf(vm);
      });
      expect(changed.length).toBe(100 * changedShare);
    }
  });
});

describe("stories", () => {
  test("incident: VMs turn critical, others fall silent a minute later, and all of it mends", () => {
    const host = hostAt(fleetOf("incident"), 1);
    const critical = (tick: number) =>
      vmsAt(host, tick).filter(({ state }) => state === "RunningCritical").length;
    const silent = (tick: number) =>
      vmsAt(host, tick).filter((vm) => vm.state === "Running" && statusOf(vm, HEARTBEAT) === 13).length;
    expect([critical(1), silent(1)]).toEqual([0, 0]);
    expect(critical(2)).toBeGreaterThan(2);
    expect(silent(2)).toBe(0);
    expect(silent(3)).toBeGreaterThan(2);
    expect([critical(10), silent(10)]).toEqual([0, 0]);

    // Restarted guests answer nothing for a moment, which their uptime excuses, and then are well.
    const starting = vmsAt(host, 10).filter((vm) => statusOf(vm, HEARTBEAT) === 12);
    expect(starting.length).toBe(silent(5));
    expect(starting.every(({ uptimeSeconds }) => (uptimeSeconds ?? 0) < 600)).toBe(true);
    expect(vmsAt(host, 12).filter((vm) => statusOf(vm, HEARTBEAT) === 12)).toEqual([]);
  });

  test("the other hosts of an incident are left alone", () => {
    const fleet = fleetOf("incident");
    const states = [0, 2, 3].flatMap((place) => vmsAt(hostAt(fleet, place), 5).map(({ state }) => state));
    expect(states).not.toContain("RunningCritical");
  });

  test("offline-host: one host goes off for good, one is cut off for a while", () => {
    const fleet = fleetOf("offline-host");
    expect([2, 3, 60].map((tick) => hostAt(fleet, 1).linkAt(tick))).toEqual(["up", "off", "off"]);
    expect([2, 3, 14, 15].map((tick) => hostAt(fleet, 2).linkAt(tick))).toEqual(["up", "cut", "cut", "up"]);
    expect(hostAt(fleet, 0).linkAt(60)).toBe("up");
  });

  test("migration: a VM is planned at the target, then runs there and only there, then comes home", () => {
    const fleet = createFleet({ scenario: "migration", now: NOW, intervalSeconds: 15 });
    const [from, to] = [hostAt(fleet, 0), hostAt(fleet, 1)];
    const id = vmsAt(from, 0)[0]?.id;
    const seen = (host: FleetHost, seconds: number) => {
      const vm = vmsAt(host, seconds / 15).find((one) => one.id === id);
      return vm ? `${vm.vmType} ${vm.state} ${vm.operationalStatus?.at(-1)}` : "not there";
    };
    expect([seen(from, 75), seen(to, 75)]).toEqual(["Realized Running Ok", "not there"]);
    expect([seen(from, 105), seen(to, 105)]).toEqual([
      "Realized Running MigratingVirtualMachine",
      "Planned Off Ok",
    ]);
    expect([seen(from, 180), seen(to, 180)]).toEqual(["not there", "Realized Running Ok"]);
    expect([seen(from, 915), seen(to, 915)]).toEqual([
      "Planned Off Ok",
      "Realized Running MigratingVirtualMachine",
    ]);
    expect([seen(from, 1005), seen(to, 1005)]).toEqual(["Realized Running Ok", "not there"]);
  });

  test("migration: a VM keeps its identity and is wired to the switch of the host that it is on", () => {
    const fleet = fleetOf("migration");
    const [from, to] = [hostAt(fleet, 0), hostAt(fleet, 1)];
    const before = vmsAt(from, 0)[0];
    const after = vmsAt(to, 5).find(({ id }) => id === before?.id);
    expect(after?.name).toBe(before?.name);
    expect(after?.adapters?.[0]?.macAddress).toBe(before?.adapters?.[0]?.macAddress);
    expect(to.snapshotAt(5).switches?.map(({ id }) => id)).toContain(after?.adapters?.[0]?.switchId);
    expect(after?.uptimeSeconds).toBe((before?.uptimeSeconds ?? 0) + 300);
  });

  test("german-host: names and texts are translated, ids and numbers are not", () => {
    const snapshot = hostAt(fleetOf("german-host"), 0).snapshotAt(0);
    const rows = (snapshot.vms ?? []).flatMap((vm) => vm.integrationServices ?? []);
    expect(new Set(rows.map(({ name }) => name))).toEqual(
      new Set([
        "Takt",
        "Herunterfahren",
        "Zeitsynchronisierung",
        "Austausch von Schlüsselwertepaaren",
        "VSS",
        "Gastdienstschnittstelle",
      ]),
    );
    expect(rows.find(({ primaryStatus }) => primaryStatus === 12)?.primaryStatusText).toBe("Kein Kontakt");
    expect(snapshot.agent.runtime?.uiCulture).toBe("de-DE");
    expect(rows.some(({ id }) => id.toLowerCase().endsWith(HEARTBEAT))).toBe(true);
  });

  test("first-hours: agents are installed one after another", () => {
    expect(fleetOf("first-hours").hosts.map(({ enrollsAtSeconds }) => enrollsAtSeconds)).toEqual([
      0, 90, 180, 270, 360, 450, 540, 630,
    ]);
  });

  test("linux-heavy: most guests are Linux, and many of them lack a daemon", () => {
    const running = fleetOf("linux-heavy").hosts.flatMap((host) =>
      vmsAt(host, 0).filter((vm) => vm.state === "Running"),
    );
    const windows = running.filter(({ guest }) => guest?.osName?.startsWith("Windows"));
    const exchange = "2a34b1c2-fd73-4043-8a5b-dd2159bc743f";
    expect(windows.length / running.length).toBeLessThan(0.15);
    expect(running.filter((vm) => statusOf(vm, exchange) === 12).length).toBeGreaterThan(8);
  });

  test("demo: everything in it happens, in the first telling and in the next", () => {
    const news = fleetOf("demo").news(-1, 4800);
    const words = [
      "lost a path",
      "storage back",
      "move from",
      "home again",
      "Backup stopped",
      "cannot reach",
    ];
    const told = words.map((word) => `${word}: ${news.filter(({ text }) => text.includes(word)).length}`);
    expect(told).toEqual(words.map((word) => `${word}: 2`));
    expect(news.filter(({ text }) => text.includes("switched data exchange on again"))).toHaveLength(1);
    expect(news.find(({ text }) => text.includes("lost a path"))?.atSeconds).toBe(120);
  });

  test("demo: one stale host, one forgotten, one without rights, one with an unread section, one with a wrong clock", () => {
    const { hosts } = fleetOf("demo");
    expect(hosts).toHaveLength(40);
    const silent = hosts
      .map(({ silentSinceSeconds }) => silentSinceSeconds ?? 0)
      .filter((seconds) => seconds > 0);
    expect(silent.toSorted((a, b) => a - b)).toEqual([41 * 60, 8 * 86_400]);
    const snapshots = hosts.map((host) => host.snapshotAt(0));
    const blind = snapshots.filter(({ host }) => host.rights?.hyperv === false);
    expect(blind.map(({ vms }) => vms)).toEqual([[]]);
    expect(snapshots.filter(({ smb, host }) => smb === null && host.rights?.hyperv)).toHaveLength(1);
    const wrong = snapshots.filter(
      ({ collectedAt }) => Math.abs(Date.parse(collectedAt) - NOW.getTime()) > 120_000,
    );
    expect(wrong).toHaveLength(1);
  });

  test("demo: replica copies carry the id of a primary that says so", () => {
    const vms = fleetOf("demo").hosts.flatMap((host) => vmsAt(host, 0));
    const copies = vms.filter(({ replicationMode }) => replicationMode === "Replica");
    expect(copies.length).toBeGreaterThan(3);
    for (const copy of copies) {
      expect(copy.state).toBe("Off");
      const modes = vms.filter(({ id }) => id === copy.id).map(({ replicationMode }) => replicationMode);
      expect(new Set(modes)).toEqual(new Set(["Primary", "Replica"]));
      expect(modes).toHaveLength(2);
    }
  });
});
