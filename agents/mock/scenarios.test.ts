import { describe, expect, test } from "vitest";
import { createFleet, type FleetHost } from "./fleet.ts";
import { fleetOf, NOW, vmsAt, type VmWire } from "./testing/fleet-of.ts";
import { hostAt } from "./testing/host-at.ts";

const HEARTBEAT = "84eaae65-2f2e-45f5-9bb5-0e857dc8eb47";

function statusOf(vm: VmWire, component: string): number | null | undefined {
  return vm.integrationServices?.find(({ id }) => id.toLowerCase().endsWith(component))?.primaryStatus;
}

describe("stories", () => {
  test("incident: VMs become critical, others fall silent a minute later, and all of them recover", () => {
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

  test("an incident does not affect the other hosts", () => {
    const fleet = fleetOf("incident");
    const states = [0, 2, 3].flatMap((place) => vmsAt(hostAt(fleet, place), 5).map(({ state }) => state));
    expect(states).not.toContain("RunningCritical");
  });

  test("offline-host: one host stops permanently, one is cut off for a while", () => {
    const fleet = fleetOf("offline-host");
    expect([2, 3, 60].map((tick) => hostAt(fleet, 1).linkAt(tick))).toEqual(["up", "off", "off"]);
    expect([2, 3, 14, 15].map((tick) => hostAt(fleet, 2).linkAt(tick))).toEqual(["up", "cut", "cut", "up"]);
    expect(hostAt(fleet, 0).linkAt(60)).toBe("up");
  });

  test("migration: a VM is planned at the target, then runs only there, then returns", () => {
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

  test("migration: a VM keeps its identity and is connected to the switch of its current host", () => {
    const fleet = fleetOf("migration");
    const [from, to] = [hostAt(fleet, 0), hostAt(fleet, 1)];
    const before = vmsAt(from, 0)[0];
    const after = vmsAt(to, 5).find(({ id }) => id === before?.id);
    expect(after?.name).toBe(before?.name);
    expect(after?.adapters?.[0]?.macAddress).toBe(before?.adapters?.[0]?.macAddress);
    expect(to.snapshotAt(5).switches?.map(({ id }) => id)).toContain(after?.adapters?.[0]?.switchId);
    expect(after?.uptimeSeconds).toBe((before?.uptimeSeconds ?? 0) + 300);
  });

  test("german-host: names and texts are localized, ids and numbers are not", () => {
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

  test("demo: every event occurs, in the first cycle and in the next", () => {
    const news = fleetOf("demo").news(-1, 4800);
    const words = [
      "lost a path",
      "to its storage again",
      "move from",
      "are back on it",
      "Backup stopped",
      "cannot reach",
    ];
    const told = words.map((word) => `${word}: ${news.filter(({ text }) => text.includes(word)).length}`);
    expect(told).toEqual(words.map((word) => `${word}: 2`));
    expect(news.filter(({ text }) => text.includes("Data exchange was enabled again"))).toHaveLength(1);
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

  test("demo: replicas have the id of a primary that reports replication", () => {
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
