import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { generationsView } from "@/lib/contract/api/generations.ts";
import { hostView } from "@/lib/contract/api/hosts.ts";
import { networkView } from "@/lib/contract/api/network.ts";
import { vmView } from "@/lib/contract/api/vms.ts";
import { getFleet } from "./get-fleet.ts";
import { getGenerations } from "./get-generations.ts";
import { getHost } from "./get-host.ts";
import { getNetwork } from "./get-network.ts";
import { getVm } from "./get-vm.ts";
import { listCauses } from "./list-causes.ts";
import { listChanges } from "./list-changes.ts";
import { listFindings } from "./list-findings.ts";
import { listGenerations } from "./list-generations.ts";
import { listVms } from "./list-vms.ts";
import { enrolTestHost } from "./testing/test-host.ts";
import { vmFacets } from "./vm-facets.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

/** Copies of the example's VM, each with an adapter that requests SR-IOV. */
function asking(ids: readonly string[], isSwitchAble: boolean, change?: (snapshot: SnapshotV1) => void) {
  return (snapshot: SnapshotV1) => {
    const [vm] = snapshot.vms ?? [];
    if (!vm) throw new Error("The example has a VM.");
    snapshot.vms = ids.map((id) => {
      const [adapter, ...others] = structuredClone(vm.adapters) ?? [];
      if (!adapter || others.length > 0) throw new Error("Its VM has one adapter.");
      return {
        ...structuredClone(vm),
        id,
        name: `vm-${id.slice(0, 4)}`,
        integrationServices: (vm.integrationServices ?? []).map((row) => ({
          ...row,
          id: row.id.replace(/[^\\]+\\/, `Microsoft:${id}\\`),
        })),
        adapters: [
          {
            ...adapter,
            id: `Microsoft:${id}\\a`,
            iovWeight: 100,
            iovUsage: 0,
            iovQueuePairsAssigned: 0,
            vfDataPathActive: false,
          },
        ],
      };
    });
    for (const each of snapshot.switches ?? []) each.iovEnabled = isSwitchAble;
    change?.(snapshot);
  };
}

describe("a switch created without SR-IOV for VMs that request it", () => {
  test("is one finding of the host that names them, counts for their health, and is closed with its cause", async () => {
    const host = await enrolTestHost({ name: "HV-IOV", now: NOW });
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    await host.post(asking(ids, false), NOW);

    const open = await listFindings({ host: [host.hostId], rule: ["host.sr-iov"] }, NOW);
    expect(open.items).toMatchObject([{ vm: null, severity: "warning", vmsTouched: 3 }]);
    const { items } = await listVms({ host: [host.hostId] }, NOW);
    expect(items.map(({ health, acceleration }) => [health, acceleration["sr-iov"]])).toEqual(
      ids.map(() => ["warning", "configured"]),
    );
    for (const filter of [
      { rule: ["host.sr-iov"] },
      { acceleration: ["sr-iov:configured"] },
      {
        acceleration: [
          "sr-iov:blocked",
          "sr-iov:configured",
          "vmq:active",
          "vmq:ready",
          "vmq:unknown",
          "vmq:configured",
          "vmq:blocked",
        ],
      },
    ]) {
      expect((await listVms({ host: [host.hostId], ...filter }, NOW)).total).toBe(3);
    }
    expect((await listVms({ host: [host.hostId], acceleration: ["sr-iov:active"] }, NOW)).total).toBe(0);

    const vm = await getVm(ids[0] ?? "", NOW);
    expect(vmView.parse(vm)).toEqual(vm);
    expect(vm.findings.map(({ rule }) => rule)).toContain("host.sr-iov");
    const ladder = vm.acceleration.find(({ technology }) => technology === "sr-iov");
    expect(ladder).toMatchObject({ status: "configured" });
    const broken = ladder?.rungs.find(({ key }) => key === ladder.brokenRung);
    expect(broken).toMatchObject({ status: "fail", remedy: { runOn: "host" } });
    expect(vm.capabilities).toHaveLength(16);

    const network = await getNetwork(NOW);
    expect(networkView.parse(network)).toEqual(network);
    expect(network.brokenRungs[0]).toMatchObject({
      technology: "sr-iov",
      rung: ladder?.brokenRung,
      title: broken?.title,
      fault: "the switch was created without SR-IOV",
      costs: ["outage"],
      vms: 3,
      hosts: [{ id: host.hostId, name: "HV-IOV" }],
    });
    const rung = `sr-iov:${ladder?.brokenRung}`;
    expect((await listVms({ rung: [rung] }, NOW)).total).toBe(3);
    expect(network.funnel.find(({ technology }) => technology === "sr-iov")).toMatchObject({
      adapters: 3,
      enabled: 0,
      inVain: 3,
      active: 0,
    });
    const causes = await listCauses({ rule: ["host.sr-iov"] }, NOW);
    expect(causes.causes).toMatchObject([{ rule: "host.sr-iov", vmsTouched: 3, hosts: 1 }]);
    expect((await getFleet(NOW)).acceleration["sr-iov"]).toEqual({ configured: 3 });
    expect((await vmFacets({}, NOW)).acceleration["sr-iov"]).toEqual({ configured: 3 });

    // One VM no longer requests it: the finding continues without that VM.
    await host.post(
      asking(ids, false, (snapshot) => {
        for (const adapter of snapshot.vms?.[0]?.adapters ?? []) adapter.iovWeight = 0;
      }),
      after(1),
    );
    const [first] = (await listFindings({ rule: ["host.sr-iov"] }, after(1))).items;
    expect(first).toMatchObject({ vmsTouched: 2, confirmedAt: after(1).toISOString() });
    expect(await getVm(ids[0] ?? "", after(1))).toMatchObject({ health: "healthy" });
    const changes = await listChanges({ kind: ["network"], vm: [ids[0] ?? ""] }, after(1));
    expect(changes.items).toMatchObject([
      { field: "adapters[Prod].iovWeight", to: "0" },
      { field: "sr-iov", from: "configured", to: "blocked" },
    ]);

    await host.post(asking(ids, true), after(2));
    await host.post(asking(ids, true), after(3));
    expect((await listFindings({ rule: ["host.sr-iov"] }, after(3))).items).toEqual([]);
  });

  test("the host's page contains its own ladders, and a silent host has no valid status", async () => {
    const host = await enrolTestHost({ now: NOW });
    const id = randomUUID();
    await host.post(asking([id], true), NOW);
    const view = await getHost(host.hostId, NOW);
    expect(hostView.parse(view)).toEqual(view);
    expect(view.acceleration.map(({ technology }) => technology)).toEqual(
      expect.arrayContaining(["sr-iov", "vmq", "vmmq", "smb-direct", "smb-multichannel"]),
    );
    expect(view.wiring.switches).toMatchObject([
      { use: { vms: 1, ports: 1, technologies: { "sr-iov": {} } } },
    ]);
    const late = after(60);
    expect((await getHost(host.hostId, late)).wiring.switches).toMatchObject([
      { use: { vms: 1, technologies: {} } },
    ]);
    expect((await getHost(host.hostId, late)).acceleration.every(({ status }) => status === "unknown")).toBe(
      true,
    );
    const vm = await getVm(id, late);
    expect([...vm.acceleration, ...vm.capabilities].every(({ status }) => status === "unknown")).toBe(true);
    expect(vm.conversion).toMatchObject({ verdict: "unknown", plan: [] });
    expect((await listVms({ host: [host.hostId], acceleration: ["sr-iov:unknown"] }, late)).total).toBe(1);
  });
});

describe("VMs of generation 1", () => {
  test("are counted by required work, and each lists what it would gain", async () => {
    const host = await enrolTestHost({ now: NOW });
    const id = randomUUID();
    await host.post((snapshot) => {
      const [vm] = snapshot.vms ?? [];
      if (!vm) throw new Error("The example has a VM.");
      Object.assign(vm, { id, generation: 1, firmware: null });
    }, NOW);
    const view = await getGenerations(NOW);
    expect(generationsView.parse(view)).toEqual(view);
    expect(view.generation["1"]).toBe(1);
    const { items } = await listGenerations({ host: [host.hostId] }, NOW);
    const [row] = items;
    expect(row).toMatchObject({ id, gains: expect.arrayContaining(["uefi-secure-boot", "vtpm"]) });
    expect((await getVm(id, NOW)).conversion?.verdict).toBe(row?.verdict);
    expect((await listVms({ conversion: [row?.verdict ?? ""], host: [host.hostId] }, NOW)).total).toBe(1);
    const [check] = Object.entries(row?.checks ?? {});
    expect((await listVms({ check: [check?.join(":") ?? ""], host: [host.hostId] }, NOW)).total).toBe(1);
  });
});
