// Longer than 300 lines: retiring and restoring a host, with all consequences, is one story.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { getDatabase } from "@/lib/data/database.ts";
import { tornRows } from "@/lib/data/testing/stored-rows.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { getComplianceDay } from "../compliance/get-compliance-day.ts";
import { toReport } from "../ingest/read-report.ts";
import { ingestSnapshot } from "../ingest-snapshot.ts";
import { fleetSignature } from "../fleet-directory.ts";
import { getFleet } from "../get-fleet.ts";
import { getHost } from "../get-host.ts";
import { getNetwork } from "../get-network.ts";
import { getVm } from "../get-vm.ts";
import { getVmHistory } from "../get-vm-history.ts";
import { listChanges } from "../list-changes.ts";
import { listFindings } from "../list-findings.ts";
import { listHosts } from "../list-hosts.ts";
import { listVms } from "../list-vms.ts";
import { sweepSilence } from "../sweep-silence.ts";
import { choices } from "../testing/choices.ts";
import { listingVm } from "../testing/listing-vm.ts";
import { enrolTestHost, type TestHost } from "../testing/test-host.ts";
import { vmFacets } from "../vm-facets.ts";
import { findHost } from "./find-host.ts";
import { restoreHost } from "./restore-host.ts";
import { retireHost } from "./retire-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const by = (at: Date) => ({ name: "Jana", at });

/** A guest that does not respond, which is a critical finding. */
function silentGuest(id: string) {
  return (snapshot: SnapshotV1) => {
    listingVm(id)(snapshot);
    for (const service of snapshot.vms?.[0]?.integrationServices ?? []) service.primaryStatus = 13;
  };
}

/** A host whose only VM does not respond, and that has been silent long enough to be stale. */
async function staleHost(): Promise<{ host: TestHost; id: string }> {
  const host = await enrolTestHost({ now: NOW });
  const id = randomUUID();
  await host.post(silentGuest(id), NOW);
  await host.post(silentGuest(id), after(1));
  await sweepSilence(after(20));
  return { host, id };
}

async function openOf(host: TestHost, at: Date): Promise<string[]> {
  const of = { host: [host.hostId] };
  const lists = await Promise.all(["open", "frozen"].map((status) => listFindings({ ...of, status }, at)));
  return lists.flatMap(({ items }) => items.map(({ id }) => id)).toSorted();
}

async function query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await getDatabase().pool.query<Row>(text, values)).rows;
}

/** Everything stored about a host and its VMs, except the log and the counts of days. */
async function keptOf({ hostId }: TestHost): Promise<unknown[]> {
  const tables = [
    "vms",
    "findings",
    "host_rollups",
    "integration_services",
    "vm_observations",
    "vm_runtimes",
  ];
  const kept = tables.map((table) =>
    query(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE host_id = $1 ORDER BY 1`, [hostId]),
  );
  return Promise.all(kept);
}

describe("a host that is retired", () => {
  test("is counted nowhere, and neither are its VMs; their open findings are closed, and everything stays readable", async () => {
    const { host, id } = await staleHost();
    const other = await enrolTestHost({ now: NOW });
    await other.post(listingVm(randomUUID()), after(21));
    const [fleet, signature] = [await getFleet(after(21)), await fleetSignature(after(21))];
    const wereOpen = await openOf(host, after(21));
    expect(wereOpen.length).toBeGreaterThanOrEqual(2);

    const done = await retireHost(host.hostId, by(after(22)));
    expect(done).toMatchObject({ id: host.hostId, vms: 1, freshness: "stale" });
    expect(await fleetSignature(after(22))).not.toBe(signature);
    const now = await getFleet(after(22));
    expect(now).toMatchObject({
      hosts: fleet.hosts - 1,
      vms: fleet.vms - 1,
      health: { ...fleet.health, unknown: fleet.health.unknown - 1 },
      compliance: { unknown: fleet.compliance.unknown - 1 },
      freshness: { stale: fleet.freshness.stale - 1, retired: fleet.freshness.retired + 1 },
    });
    expect(now.staleHosts.map((each) => each.id)).not.toContain(host.hostId);
    expect(now.causes.filter((cause) => cause.host?.id === host.hostId)).toEqual([]);
    const technologies = ({ hostAcceleration }: typeof now) =>
      Object.values(hostAcceleration).reduce((sum, words) => sum + (words.unknown ?? 0), 0);
    expect(technologies(now)).toBeLessThan(technologies(fleet));
    expect((await getNetwork(after(22))).hosts.map((each) => each.id)).not.toContain(host.hostId);

    const listed = { host: [host.hostId] };
    expect(await listVms(listed, after(22))).toMatchObject({ items: [], total: 0 });
    const facets = await vmFacets(listed, after(22));
    expect(facets.health.filter(({ count }) => count > 0)).toEqual([]);
    expect((await listVms({ ...listed, gone: true }, after(22))).items).toMatchObject([
      { id, gone: true, freshness: "retired", health: "unknown" },
    ]);
    expect(await openOf(host, after(22))).toEqual([]);
    const ended = (await listFindings({ ...listed, status: "resolved" }, after(22))).items;
    expect(ended.map((finding) => finding.id).toSorted()).toEqual(wereOpen);
    expect(ended.every(({ resolvedAt }) => resolvedAt === after(22).toISOString())).toBe(true);

    expect(await getVm(id, after(22))).toMatchObject({ gone: true, host: { id: host.hostId } });
    const { lanes } = await getVmHistory(id, {}, after(30));
    for (const { spans } of lanes)
      for (const { to } of spans) expect(to <= after(22).toISOString()).toBe(true);
    expect(await getHost(host.hostId, after(22))).toMatchObject({
      freshness: "retired",
      retired: { at: after(22).toISOString(), by: "Jana" },
      retiredVms: 1,
      vms: 0,
    });
    const { items } = await listHosts({ freshness: ["retired"] }, after(22));
    expect(items.map((each) => each.id)).toContain(host.hostId);
    const today = await getComplianceDay({ day: "2026-11-24" }, after(22));
    expect(JSON.stringify(today)).not.toContain(host.hostId);
    expect(today.day).toMatchObject({ hosts: now.hosts, unknown: now.compliance.unknown });

    // No sweep processes it again.
    await sweepSilence(after(60 * 24 * 30));
    expect(await openOf(host, after(60 * 24 * 30))).toEqual([]);
    expect(await tornRows()).toEqual([]);
  });

  test("is logged once, with its VMs and closed findings", async () => {
    const { host, id } = await staleHost();
    await retireHost(host.hostId, by(after(22)));
    const { items } = await listChanges({ host: [host.hostId] }, after(22));
    const logged = items.filter(({ at }) => at === after(22).toISOString());
    expect(logged.map(({ kind, field, from, to }) => [kind, field, from, to])).toEqual(
      expect.arrayContaining([
        ["host", "freshness", "stale", "retired"],
        ["placement", "host", (await getHost(host.hostId, after(22))).name, null],
        ["finding", "host.stale", "open", "resolved"],
      ]),
    );
    expect(logged.filter(({ vm }) => vm?.id === id).length).toBeGreaterThanOrEqual(2);

    const kept = await keptOf(host);
    expect(await retireHost(host.hostId, { name: "Thomas", at: after(23) })).toMatchObject({
      freshness: null,
    });
    expect(await keptOf(host)).toEqual(kept);
    expect((await getHost(host.hostId, after(23))).retired).toEqual({
      at: after(22).toISOString(),
      by: "Jana",
    });
    expect((await listChanges({ host: [host.hostId] }, after(23))).total).toEqual(items.length);
  });

  test("need not be silent: a reporting host is retired until its next report", async () => {
    const host = await enrolTestHost({ now: NOW });
    const id = randomUUID();
    await host.post(listingVm(id), NOW);
    expect(await retireHost(host.hostId, by(after(1)))).toMatchObject({ freshness: "fresh", vms: 1 });
    expect((await getHost(host.hostId, after(1))).freshness).toBe("retired");
    await host.post(listingVm(id), after(2));
    expect(await getVm(id, after(2))).toMatchObject({ gone: false, health: "healthy", freshness: "fresh" });
  });

  test("is found by name or id; an unknown host, and one that never reported, are refused", async () => {
    const host = await enrolTestHost({ name: `HV-Named-${randomUUID().slice(0, 8)}`, now: NOW });
    await expect(retireHost(host.hostId, by(NOW))).rejects.toMatchObject({ code: "not-found" });
    await host.post(undefined, NOW);
    const { name } = await getHost(host.hostId, NOW);
    expect(await findHost(name.toUpperCase(), NOW)).toEqual({ id: host.hostId, name });
    expect(await findHost(host.hostId, NOW)).toEqual({ id: host.hostId, name });
    const twin = await enrolTestHost({ name, now: NOW });
    await twin.post((snapshot) => Object.assign(snapshot, { vms: [] }), NOW);
    await expect(findHost(name, NOW)).rejects.toMatchObject({ code: "conflict" });
    await expect(findHost("HV-NOBODY", NOW)).rejects.toMatchObject({ code: "not-found" });
    for (const id of [randomUUID(), "HV-NOBODY"]) {
      await expect(retireHost(id, by(NOW))).rejects.toMatchObject({ code: "not-found" });
      await expect(restoreHost(id, NOW)).rejects.toMatchObject({ code: "not-found" });
    }
  });
});

describe("VMs that are elsewhere", () => {
  test("one that moved before stays where it is", async () => {
    const { host, id } = await staleHost();
    const heir = await enrolTestHost({ now: NOW });
    await heir.post(listingVm(id), after(25));
    await heir.post(listingVm(id), after(26));
    expect(await retireHost(host.hostId, by(after(27)))).toMatchObject({ vms: 0 });
    expect(await getVm(id, after(27))).toMatchObject({ gone: false, host: { id: heir.hostId } });
    expect(await restoreHost(host.hostId, after(28))).toMatchObject({ isNew: true });
    expect(await getVm(id, after(28))).toMatchObject({ gone: false, host: { id: heir.hostId } });
    expect(await tornRows()).toEqual([]);
  });

  test("a VM that another host also lists moves to that host at once, and the conflict is over", async () => {
    const [host, other] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW })];
    const id = randomUUID();
    for (const minute of [0, 2, 4]) {
      await other.post(listingVm(id), after(minute));
      await host.post(listingVm(id), after(minute + 1));
    }
    expect(await getVm(id, after(5))).toMatchObject({ placement: { conflict: "running-twice" } });
    expect(await retireHost(host.hostId, by(after(5)))).toMatchObject({ vms: 0 });
    expect(await getVm(id, after(5))).toMatchObject({
      gone: false,
      host: { id: other.hostId },
      placement: { conflict: null },
    });
    expect((await getHost(other.hostId, after(5))).vms).toBe(1);
    expect((await listFindings({ rule: ["vm.placement-conflict"], vm: [id] }, after(5))).items).toEqual([]);
    expect(await tornRows()).toEqual([]);
  });

  test("a VM that another host starts afterwards returns there, with its id", async () => {
    const { host, id } = await staleHost();
    const heir = await enrolTestHost({ now: NOW });
    await retireHost(host.hostId, by(after(22)));
    await heir.post(listingVm(id), after(23));
    expect(await getVm(id, after(23))).toMatchObject({ gone: false, host: { id: heir.hostId } });
    await host.post(listingVm(randomUUID()), after(24));
    expect(await getVm(id, after(24))).toMatchObject({ gone: false, host: { id: heir.hostId } });
    expect(await tornRows()).toEqual([]);
  });
});

describe("a host is restored", () => {
  test("by its next report in order, and by no other", async () => {
    const { host, id } = await staleHost();
    const wereOpen = await openOf(host, after(21));
    await retireHost(host.hostId, by(after(22)));
    const agent = { hostId: host.hostId, instanceId: host.instanceId };
    const send = (change: (snapshot: SnapshotV1) => void, receivedAt: Date) =>
      ingestSnapshot({ agent, snapshot: toReport(host.snapshot(change)), receivedAt });
    const older = await send((snapshot) => Object.assign(snapshot, { sequence: 1 }), after(23));
    expect(older).toEqual({ kind: "stale" });
    expect((await getHost(host.hostId, after(23))).freshness).toBe("retired");
    expect(await openOf(host, after(23))).toEqual([]);

    const result = await host.post(silentGuest(id), after(24));
    const { items } = await listChanges({ host: [host.hostId] }, after(24));
    const logged = items.filter(({ at }) => at === after(24).toISOString());
    expect(result).toMatchObject({ kind: "stored", changes: logged.length });
    expect(logged.map(({ kind, from, to }) => [kind, from, to])).toEqual(
      expect.arrayContaining([
        ["host", "retired", "stale"],
        ["host", "stale", "fresh"],
      ]),
    );
    expect(await getHost(host.hostId, after(24))).toMatchObject({
      freshness: "fresh",
      retired: null,
      vms: 1,
    });
    expect(await getVm(id, after(24))).toMatchObject({ gone: false, health: "critical", freshness: "fresh" });
    // No report shows that the open findings were fixed: they stay open, except the silence.
    const open = await openOf(host, after(24));
    expect(open.length).toBe(wereOpen.length - 1);
    expect(wereOpen).toEqual(expect.arrayContaining(open));
    expect(await tornRows()).toEqual([]);
  });

  test("with the VMs it lists: missing ones count towards gone, as usual", async () => {
    const { host, id } = await staleHost();
    await retireHost(host.hostId, by(after(22)));
    const fresh = randomUUID();
    await host.post(listingVm(fresh), after(24));
    expect(await getVm(fresh, after(24))).toMatchObject({ gone: false, health: "healthy" });
    expect(await getVm(id, after(24))).toMatchObject({ gone: false });
    await host.post(listingVm(fresh), after(25));
    expect(await getVm(id, after(25))).toMatchObject({ gone: true, freshness: "fresh" });
    expect(await tornRows()).toEqual([]);
  });

  test("manually, exactly as it was", async () => {
    const { host, id } = await staleHost();
    const kept = await keptOf(host);
    const fleet = await getFleet(after(21));
    await retireHost(host.hostId, by(after(22)));
    expect(await keptOf(host)).not.toEqual(kept);
    expect(await restoreHost(host.hostId, after(23))).toMatchObject({ isNew: true });
    expect(await keptOf(host)).toEqual(kept);
    expect(await getFleet(after(23))).toMatchObject({
      vms: fleet.vms,
      hosts: fleet.hosts,
      health: fleet.health,
      freshness: fleet.freshness,
    });
    expect(await getVm(id, after(23))).toMatchObject({ gone: false, health: "unknown", freshness: "stale" });
    expect(await restoreHost(host.hostId, after(24))).toMatchObject({ isNew: false });
    expect(await tornRows()).toEqual([]);
  });

  test("by a report delayed since before the retirement, but not at an earlier time", async () => {
    const { host, id } = await staleHost();
    await retireHost(host.hostId, by(after(22)));
    await host.post((snapshot) => {
      silentGuest(id)(snapshot);
      snapshot.collectedAt = after(2).toISOString();
      snapshot.sentAt = after(30).toISOString();
    }, after(30));
    expect(await getVm(id, after(30))).toMatchObject({ gone: false, freshness: "stale" });
    const { items } = await listChanges({ host: [host.hostId], kind: ["placement"] }, after(30));
    expect(items[0]).toMatchObject({ at: after(22).toISOString(), from: null });
    expect(await tornRows()).toEqual([]);
  });
});

test("concurrent retiring, restoring and reports leave nothing half done", async () => {
  const choose = choices(42);
  const [host, other] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW })];
  const ids = [randomUUID(), randomUUID()];
  const somewhere = () => listingVm(ids[choose(2)] ?? randomUUID());
  await host.post(somewhere(), NOW);
  await other.post(somewhere(), NOW);
  for (let round = 1; round <= 5; round += 1) {
    const at = after(round * 10);
    await Promise.all([
      host.post(somewhere(), at),
      other.post(somewhere(), at),
      retireHost(host.hostId, by(at)),
      choose(2) === 0 ? restoreHost(host.hostId, at) : retireHost(other.hostId, by(at)),
    ]);
    expect(await tornRows()).toEqual([]);
  }
  await retireHost(host.hostId, by(after(200)));
  await host.post(somewhere(), after(201));
  await other.post(somewhere(), after(201));
  expect((await getHost(host.hostId, after(201))).freshness).toBe("fresh");
  expect(await tornRows()).toEqual([]);
});
