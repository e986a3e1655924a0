import { describe, expect, test } from "vitest";
import { snapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { createFleet } from "./fleet.ts";
import { SCENARIO_NAMES, type ScenarioName } from "./scenarios.ts";
import { fleetOf, NOW, vmsAt, type VmWire } from "./testing/fleet-of.ts";
import { hostAt } from "./testing/host-at.ts";

/** Ticks of a minute that look into every part of every story, and into its second telling. */
const TICKS = [0, 1, 2, 3, 4, 5, 7, 9, 11, 14, 17, 26, 30, 35, 41, 45, 51, 90, 1440];

function write(scenario: ScenarioName, seed: number): string[] {
  return createFleet({ scenario, seed, now: NOW, hosts: 4, vms: 6 }).hosts.flatMap((host) =>
    [0, 4, 12].map((tick) => JSON.stringify(host.snapshotAt(tick))),
  );
}

describe.each(SCENARIO_NAMES)("%s", (scenario) => {
  // Few VMs on each host, so that a look at every moment stays quick.
  const fleet = fleetOf(scenario, scenario === "large" ? { hosts: 45, vms: 5 } : { vms: 6 });

  test("every report conforms to the contract at any time", { timeout: 30_000 }, () => {
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

  test("has the requested number of VMs, each with a unique id", () => {
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

describe("host data in a report matches its VM data", () => {
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

describe("VMs are realistic", () => {
  const vms = [...fleetOf("demo").hosts, ...fleetOf("neglected").hosts].flatMap((host) =>
    vmsAt(host, 3).map((vm) => ({ vm, host })),
  );

  test("names are no longer than Hyper-V accepts", () => {
    for (const { vm } of vms) expect(vm.name.length).toBeLessThanOrEqual(100);
  });

  test("firmware belongs to generation 2, an IDE boot disk to generation 1", () => {
    for (const { vm } of vms) {
      expect(vm.firmware === null).toBe(vm.generation === 1);
      expect(vm.disks?.[0]?.controllerType).toBe(vm.generation === 1 ? "IDE" : "SCSI");
    }
  });

  test("a VM that is off reports no status, no guest and no uptime, but keeps its settings", () => {
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

  test("a disabled service still reports OK while the VM runs", () => {
    const running = vms.filter(({ vm }) => vm.heartbeat === "OkApplicationsUnknown");
    const rows = running.flatMap(({ vm }) => vm.integrationServices ?? []).filter(({ enabled }) => !enabled);
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) expect(row.primaryStatus).toBe(2);
  });

  test("Linux reports its distribution's version as the major version, Windows its build", () => {
    const guests = vms.map(({ vm }) => vm.guest).filter((guest) => guest !== null);
    const ubuntu = guests.filter(({ osName }) => osName === "Ubuntu");
    expect(ubuntu.every(({ osMajorVersion }) => /^2[024]\.04$/.test(osMajorVersion ?? ""))).toBe(true);
    const windows = guests.filter(({ osName }) => osName?.startsWith("Windows"));
    expect(windows.every(({ osBuildNumber }) => /^\d+$/.test(osBuildNumber ?? ""))).toBe(true);
    expect(ubuntu.length).toBeGreaterThan(50);
  });

  test("old and new systems, several naming styles, and one duplicate name", () => {
    const systems = new Set(vms.map(({ vm }) => `${vm.guest?.osName} ${vm.guest?.osMajorVersion}`));
    expect(systems.size).toBeGreaterThan(15);
    const names = vms.map(({ vm }) => vm.name);
    expect(new Set(names).size).toBeLessThan(names.length);
    expect(names.some((name) => /[äöüß]/.test(name))).toBe(true);
    expect(names.some((name) => name.length > 60)).toBe(true);
  });
});

describe("changes over time", () => {
  const VOLATILE = ["uptimeSeconds", "cpuUsagePercent", "memoryAssignedBytes", "memoryDemandBytes"];

  /** A VM without the numbers that are no part of its content. */
  function contentOf(vm: VmWire): string {
    return JSON.stringify(vm, (key, value: unknown) => (VOLATILE.includes(key) ? undefined : value));
  }

  test("runtime numbers change at every tick while the content stays the same", () => {
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

  test("about 5 % of the VMs change their settings occasionally", () => {
    const fleet = fleetOf("large", { hosts: 20, vms: 100 });
    const changed = fleet.hosts.flatMap((host) => {
      const later = vmsAt(host, 100);
      return vmsAt(host, 0).filter((vm, place) => later[place]?.notes !== vm.notes);
    });
    expect(changed.length / fleet.vmCount).toBeGreaterThan(0.03);
    expect(changed.length / fleet.vmCount).toBeLessThan(0.07);
  });

  test.each([0.05, 0.1, 1])("a requested share of %f changes from each tick to the next", (changedShare) => {
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

test("healthy: every enabled service of a running VM responds", () => {
  const running = fleetOf("healthy").hosts.flatMap((host) =>
    vmsAt(host, 5).filter(({ state }) => state === "Running"),
  );
  const rows = running.flatMap((vm) => vm.integrationServices ?? []).filter(({ enabled }) => enabled);
  expect(running.length).toBeGreaterThan(40);
  expect(new Set(rows.map(({ primaryStatus }) => primaryStatus))).toEqual(new Set([2]));
  expect(running.every(({ guest, uptimeSeconds }) => guest && (uptimeSeconds ?? 0) > 600)).toBe(true);
});
