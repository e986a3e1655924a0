import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { tornRows } from "@/lib/data/testing/stored-rows.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { getVm } from "../get-vm.ts";
import { listFindings } from "../list-findings.ts";
import { enrolTestHost } from "../testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

/** The example's VM under each of these ids, with SR-IOV requested but not active; the switch supports it or not. */
function asking(ids: readonly string[], status: "ok" | "partial", isSwitchAble: boolean) {
  return (snapshot: SnapshotV1) => {
    const [vm] = snapshot.vms ?? [];
    const [adapter] = vm?.adapters ?? [];
    if (!vm || !adapter) throw new Error("The example has a VM with an adapter.");
    const without = { iovWeight: 100, iovUsage: 0, iovQueuePairsAssigned: 0, vfDataPathActive: false };
    snapshot.vms = ids.map((id) => ({
      ...structuredClone(vm),
      id,
      adapters: [{ ...adapter, ...without, id: `Microsoft:${id}\\a` }],
    }));
    for (const each of snapshot.switches ?? []) each.iovEnabled = isSwitchAble;
    for (const section of snapshot.sections) if (section.name === "vms") section.status = status;
  };
}

test("a host's finding names the VMs of a partial list, and waits for missing ones", async () => {
  const host = await enrolTestHost({ name: "HV-PART", now: NOW });
  const [first, second] = [randomUUID(), randomUUID()];
  const found = async (minutes: number) =>
    (await listFindings({ host: [host.hostId], rule: ["host.sr-iov"], status: "all" }, after(minutes))).items;

  await host.post(asking([first, second], "partial", false), NOW);
  expect(await found(0)).toMatchObject([{ vmsTouched: 2, frozenAt: null }]);
  expect(await getVm(first, NOW)).toMatchObject({ health: "warning" });

  await host.post(asking([first], "partial", false), after(1));
  expect(await found(1)).toMatchObject([{ vmsTouched: 1, frozenAt: null }]);
  expect(await getVm(second, after(1))).toMatchObject({ health: "unknown" });
  await host.post(asking([first], "partial", true), after(2));
  expect(await found(2)).toMatchObject([{ vmsTouched: 1, frozenAt: after(2).toISOString() }]);
  await host.post(asking([first], "ok", true), after(3));
  expect(await found(3)).toMatchObject([{ resolvedAt: after(3).toISOString() }]);
  expect(await tornRows()).toEqual([]);
});

test("a VM missing once from a complete list is not evaluated by its host's findings", async () => {
  const host = await enrolTestHost({ name: "HV-ONCE", now: NOW });
  const [first, second] = [randomUUID(), randomUUID()];
  await host.post(asking([first, second], "ok", false), NOW);
  expect(await getVm(second, NOW)).toMatchObject({ health: "warning", gone: false });

  await host.post(asking([first], "ok", true), after(1));
  expect(await getVm(second, after(1))).toMatchObject({ health: "unknown", gone: false });
  expect(await tornRows()).toEqual([]);

  await host.post(asking([first, second], "ok", false), after(2));
  expect(await getVm(second, after(2))).toMatchObject({ health: "warning" });
  expect(await tornRows()).toEqual([]);
});
