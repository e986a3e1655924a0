import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { getVm } from "../get-vm.ts";
import { listChanges } from "../list-changes.ts";
import { listFindings } from "../list-findings.ts";
import { listVms } from "../list-vms.ts";
import { listingVm } from "../testing/listing-vm.ts";
import { enrolTestHost, type TestHost } from "../testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const nothing = (snapshot: SnapshotV1) => {
  snapshot.vms = [];
};

function inCluster(name: string, change: (snapshot: SnapshotV1) => void) {
  return (snapshot: SnapshotV1) => {
    change(snapshot);
    snapshot.host.cluster = { name, nodes: null };
  };
}

async function dispute(): Promise<{ id: string; left: TestHost; right: TestHost }> {
  const [left, right] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW })];
  const id = randomUUID();
  await left.post(listingVm(id), NOW);
  await right.post(listingVm(id), minutesLater(1));
  await left.post(listingVm(id), minutesLater(2));
  await right.post(listingVm(id), minutesLater(3));
  return { id, left, right };
}

describe("a conflict of two hosts about a VM", () => {
  test.each([
    { how: "lists it no more", say: () => nothing },
    { how: "lists it as off", say: (id: string) => listingVm(id, { state: "Off" }) },
  ])("is over as soon as the host that does not have it $how", async ({ say }) => {
    const { id, left, right } = await dispute();
    expect(await getVm(id, minutesLater(3))).toMatchObject({
      host: { id: right.hostId },
      placement: { conflict: "running-twice" },
      health: "warning",
    });
    const now = minutesLater(4);
    const stored = await left.post(say(id), now);
    expect(await getVm(id, now)).toMatchObject({
      host: { id: right.hostId },
      placement: { conflict: null },
      health: "healthy",
    });
    expect((await listFindings({ vm: [id], rule: ["vm.placement-conflict"] }, now)).items).toEqual([]);
    const [row] = (await listVms({ search: id }, now)).items;
    expect(row).toMatchObject({ findings: { critical: 0, warning: 0 }, worst: null });
    expect((await listVms({ host: [right.hostId], rule: ["vm.placement-conflict"] }, now)).items).toEqual([]);
    const { items } = await listChanges({ vm: [id], since: now.toISOString().slice(0, 10) }, now);
    expect(stored).toMatchObject({ changes: items.filter(({ at }) => at === now.toISOString()).length });
    // The evaluation here uses the report of the VM's own host.
    expect(await right.post(listingVm(id), minutesLater(5))).toMatchObject({ changes: 0 });
  });

  test("does not move the VM when one of the two is renamed", async () => {
    const { id, left, right } = await dispute();
    const renamed = (name: string) => (snapshot: SnapshotV1) => {
      listingVm(id)(snapshot);
      snapshot.host.name = name;
    };
    const placements = async (minute: number) =>
      (await listChanges({ vm: [id], kind: ["placement"], since: "0-0" }, minutesLater(minute))).items.map(
        ({ to }) => to,
      );
    const before = await placements(3);
    await left.post(renamed("HV-RENAMED"), minutesLater(4));
    await right.post(listingVm(id), minutesLater(5));
    await left.post(renamed("HV-RENAMED-AGAIN"), minutesLater(6));
    expect(await placements(6)).toEqual(before);
    await left.post(nothing, minutesLater(7));
    const { name } = (await getVm(id, minutesLater(7))).host;
    expect((await placements(7)).at(-1)).toBe(name);
    await right.post(listingVm(id), minutesLater(8));
    expect((await placements(8)).at(-1)).toBe(name);
  });

  test("of three hosts lists the remaining ones when one no longer lists the VM", async () => {
    const { id, left, right } = await dispute();
    const third = await enrolTestHost({ now: NOW });
    await third.post(listingVm(id), minutesLater(4));
    await right.post(listingVm(id), minutesLater(5));
    await left.post(listingVm(id), minutesLater(6));
    await third.post(listingVm(id), minutesLater(7));
    await left.post(nothing, minutesLater(8));
    const { items } = await listChanges({ vm: [id], kind: ["placement"], since: "0-0" }, minutesLater(8));
    expect(items.slice(1).map(({ from }) => from)).toEqual(items.slice(0, -1).map(({ to }) => to));
    expect(items.at(-1)?.to?.split(", ")).toHaveLength(2);
  });

  test("is not evaluated again if its host could not read it: earlier data is no evidence", async () => {
    const { id, left, right } = await dispute();
    await right.post((snapshot) => {
      snapshot.vms = null;
    }, minutesLater(4));
    await left.post(nothing, minutesLater(5));
    expect(await getVm(id, minutesLater(5))).toMatchObject({
      host: { id: right.hostId },
      placement: { conflict: null },
      health: "unknown",
    });
  });
});

describe("a VM that moves", () => {
  test("logs a setting changed in the meantime once, on the host where it changed, and not again on return", async () => {
    const [left, right] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW })];
    const id = randomUUID();
    await left.post(listingVm(id, { processorCount: 2 }), NOW);
    await left.post(nothing, minutesLater(1));
    await right.post(listingVm(id, { processorCount: 2 }), minutesLater(2));
    await right.post(listingVm(id, { processorCount: 8 }), minutesLater(3));
    await right.post(nothing, minutesLater(4));
    await left.post(listingVm(id, { processorCount: 8 }), minutesLater(5));
    const { items } = await listChanges({ vm: [id], kind: ["configuration"] }, minutesLater(5));
    expect(items).toMatchObject([
      { field: "processorCount", from: "2", to: "8", host: { id: right.hostId } },
    ]);
  });

  test("logs a setting changed during the move", async () => {
    const [left, right] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW })];
    const id = randomUUID();
    await left.post(listingVm(id, { processorCount: 2 }), NOW);
    await left.post(nothing, minutesLater(1));
    await right.post(listingVm(id, { processorCount: 4 }), minutesLater(2));
    const { items } = await listChanges({ vm: [id], kind: ["configuration"] }, minutesLater(2));
    expect(items).toMatchObject([{ field: "processorCount", from: "2", to: "4" }]);
  });

  test("has the cluster and tags of its new host before that host reports again", async () => {
    const cluster = `C-${randomUUID()}`;
    const tag = `t-${randomUUID()}`;
    const [left, right] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW, tags: [tag] })];
    const id = randomUUID();
    await right.post(listingVm(id), NOW);
    await left.post(inCluster(cluster, listingVm(id)), minutesLater(1));
    expect(await getVm(id, minutesLater(1))).toMatchObject({ host: { id: left.hostId }, cluster });
    await left.post(inCluster(cluster, nothing), minutesLater(2));
    expect(await getVm(id, minutesLater(2))).toMatchObject({ host: { id: right.hostId }, cluster: null });
    expect((await listVms({ tag: [tag] }, minutesLater(2))).items.map((row) => row.id)).toEqual([id]);
  });
});

test("a test replica that moves to a host which could not read its mode stays a test replica", async () => {
  const [left, right] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW })];
  const id = randomUUID();
  await right.post(listingVm(id, { replicationMode: "TestReplica" }), NOW);
  await right.post(listingVm(id, { replicationMode: null }), minutesLater(1));
  await left.post(listingVm(id, { replicationMode: "TestReplica" }), minutesLater(2));
  await left.post(nothing, minutesLater(3));
  const { items } = await listVms({ search: id }, minutesLater(3));
  expect(items).toMatchObject([{ host: { id: right.hostId }, health: "inactive" }]);
});

test("the findings of a host name a VM that another host's report returned to it, even if its own reports are all alike", async () => {
  const [left, right] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW })];
  const id = randomUUID();
  const asking = (snapshot: SnapshotV1) => {
    listingVm(id)(snapshot);
    for (const each of snapshot.switches ?? []) each.iovEnabled = false;
    for (const adapter of snapshot.vms?.[0]?.adapters ?? [])
      Object.assign(adapter, { iovWeight: 100, iovUsage: 0, vfDataPathActive: false });
  };
  await right.post(asking, NOW);
  await left.post(asking, minutesLater(2));
  // Backdated by a wrong clock: the other host's report is newer.
  const backdated = (snapshot: SnapshotV1) => {
    asking(snapshot);
    snapshot.collectedAt = minutesLater(1).toISOString();
  };
  await right.post(backdated, minutesLater(3));
  expect(await getVm(id, minutesLater(3))).toMatchObject({ host: { id: left.hostId } });
  await left.post(nothing, minutesLater(4));
  await right.post(asking, minutesLater(5));
  expect(await getVm(id, minutesLater(5))).toMatchObject({ host: { id: right.hostId }, health: "warning" });
  expect(
    (await listFindings({ host: [right.hostId], rule: ["host.sr-iov"] }, minutesLater(5))).items,
  ).toMatchObject([{ vmsTouched: 1 }]);
});

test("a VM that could not be read is in the current cluster of its host", async () => {
  const host = await enrolTestHost({ now: NOW });
  const id = randomUUID();
  const [then, now] = [`C-${randomUUID()}`, `C-${randomUUID()}`];
  await host.post(inCluster(then, listingVm(id)), NOW);
  const unread = (snapshot: SnapshotV1) => {
    snapshot.vms = null;
  };
  await host.post(inCluster(then, unread), minutesLater(1));
  expect(await getVm(id, minutesLater(1))).toMatchObject({ cluster: then, health: "unknown" });
  await host.post(inCluster(now, unread), minutesLater(2));
  expect((await listVms({ cluster: [now] }, minutesLater(2))).items.map((row) => row.id)).toEqual([id]);
  expect(await host.post(inCluster(now, unread), minutesLater(3))).toMatchObject({ changes: 0 });
});

test("a VM missing from one complete list keeps its known state, in the current cluster of its host", async () => {
  const host = await enrolTestHost({ now: NOW });
  const id = randomUUID();
  const [then, now] = [`C-${randomUUID()}`, `C-${randomUUID()}`];
  await host.post(inCluster(then, listingVm(id)), NOW);
  await host.post(inCluster(now, nothing), minutesLater(1));
  expect((await listVms({ cluster: [now] }, minutesLater(1))).items).toMatchObject([
    { id, health: "healthy" },
  ]);
  expect((await listVms({ cluster: [then] }, minutesLater(1))).items).toEqual([]);
});

test("a replica that replaced its primary stays that VM if its mode temporarily cannot be read", async () => {
  const host = await enrolTestHost({ now: NOW });
  const id = randomUUID();
  await host.post(listingVm(id, { replicationMode: "None" }), NOW);
  await host.post(listingVm(id, { replicationMode: "Replica", state: "Off" }), minutesLater(1));
  const states = async (minutes: number) =>
    (await listVms({ search: id }, minutesLater(minutes))).items.map((row) => [row.id === id, row.state]);
  await host.post(listingVm(id, { replicationMode: null, state: "Paused" }), minutesLater(2));
  expect(await states(2)).toEqual([[false, "paused"]]);
  await host.post(listingVm(id, { replicationMode: "None" }), minutesLater(3));
  await host.post(listingVm(id, { replicationMode: null, state: "Saved" }), minutesLater(4));
  expect(await states(4)).toEqual([[true, "saved"]]);
});

test("a VM that is gone is found by its displayed state", async () => {
  const host = await enrolTestHost({ now: NOW });
  const id = randomUUID();
  await host.post(listingVm(id), NOW);
  await host.post(nothing, minutesLater(1));
  await host.post(nothing, minutesLater(2));
  const gone = { search: id, gone: true };
  const [row] = (await listVms(gone, minutesLater(2))).items;
  expect(row).toMatchObject({ gone: true, services: { heartbeat: "healthy" } });
  const found = await listVms({ ...gone, service: ["heartbeat:healthy"] }, minutesLater(2));
  expect(found.items).toEqual([row]);
});
