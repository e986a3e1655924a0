import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { tornRows } from "@/lib/data/testing/stored-rows.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { getVm } from "../get-vm.ts";
import { retireHost } from "../hosts/retire-host.ts";
import { listChanges } from "../list-changes.ts";
import { choices } from "../testing/choices.ts";
import { listingVm } from "../testing/listing-vm.ts";
import { enrolTestHost, type TestHost } from "../testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
function silentGuest(id: string) {
  return (snapshot: SnapshotV1) => {
    listingVm(id)(snapshot);
    for (const service of snapshot.vms?.[0]?.integrationServices ?? []) service.primaryStatus = 13;
  };
}

const nothing = (snapshot: SnapshotV1) => {
  snapshot.vms = [];
};

function nothingOf(status: "partial" | "failed") {
  return (snapshot: SnapshotV1) => {
    snapshot.vms = status === "failed" ? null : [];
    for (const section of snapshot.sections) if (section.name === "vms") section.status = status;
  };
}

async function twoHosts(): Promise<[TestHost, TestHost]> {
  return [
    await enrolTestHost({ name: "HV-LEFT", now: NOW }),
    await enrolTestHost({ name: "HV-RIGHT", now: NOW }),
  ];
}

/** Names of the hosts that still have an observation of a VM. */
async function held(id: string) {
  const { rows } = await getDatabase().pool.query<{ name: string; isSettled: boolean }>(
    `SELECT h.name, t.is_settled AS "isSettled" FROM vm_observations o JOIN hosts h ON h.id = o.host_id
       JOIN vm_runtimes t ON t.host_id = o.host_id AND t.id = o.id
      WHERE o.id = $1 ORDER BY h.name`,
    [id],
  );
  return rows;
}

const namesOf = async (id: string) => (await held(id)).map(({ name }) => name);

async function versionOf({ hostId }: TestHost): Promise<number> {
  const { rows } = await getDatabase().pool.query<{ version: number }>(
    "SELECT version FROM fleet_versions WHERE host_id = $1",
    [hostId],
  );
  return rows[0]?.version ?? 0;
}

describe("a host's observation of a VM ends", () => {
  test.each([
    { first: "its old host let go of it first", order: ["go", "come"], between: ["HV-LEFT"] },
    { first: "its new host has it first", order: ["come", "go"], between: ["HV-LEFT", "HV-RIGHT"] },
  ])(
    "once the VM belongs to another host, and then the hosts share nothing: $first",
    async ({ order, between }) => {
      const [left, right] = await twoHosts();
      const id = randomUUID();
      await left.post(listingVm(id), NOW);
      const tell = (what: string | undefined, minute: number) =>
        what === "come" ? right.post(listingVm(id), after(minute)) : left.post(nothing, after(minute));
      await tell(order[0], 1);
      expect(await namesOf(id)).toEqual(between);
      await tell(order[1], 2);
      expect(await namesOf(id)).toEqual(["HV-RIGHT"]);
      await right.post(listingVm(id), after(3));
      await right.post(listingVm(id), after(4));
      expect(await held(id)).toEqual([{ name: "HV-RIGHT", isSettled: true }]);
      expect(await getVm(id, after(4))).toMatchObject({
        host: { id: right.hostId },
        gone: false,
        placement: { conflict: null, hosts: [{ id: right.hostId }] },
      });
      const [ofLeft, ofRight] = [await versionOf(left), await versionOf(right)];
      await right.post(listingVm(id), after(5));
      await left.post(nothing, after(5));
      expect([await versionOf(left), await versionOf(right)]).toEqual([ofLeft + 1, ofRight + 1]);
      expect(await tornRows()).toEqual([]);
    },
  );

  test("and the VM may return with its id and its history", async () => {
    const [left, right] = await twoHosts();
    const id = randomUUID();
    await left.post(listingVm(id), NOW);
    await right.post(listingVm(id), after(1));
    await left.post(nothing, after(2));
    await left.post(listingVm(id, { uptimeSeconds: 777_777 }), after(3));
    await right.post(nothing, after(4));
    await left.post(listingVm(id, { uptimeSeconds: 777_837 }), after(5));
    expect(await held(id)).toEqual([{ name: "HV-LEFT", isSettled: true }]);
    expect(await getVm(id, after(5))).toMatchObject({
      host: { id: left.hostId },
      firstSeenAt: NOW.toISOString(),
      lastReportedAt: after(5).toISOString(),
      uptimeSeconds: 777_837,
      placement: { conflict: null },
    });
    const { items } = await listChanges({ vm: [id], kind: ["placement"], since: "0-0" }, after(5));
    expect(items.map(({ from, to }) => [from, to])).toEqual([
      [null, "HV-LEFT"],
      ["HV-LEFT", "HV-RIGHT"],
      ["HV-RIGHT", "HV-LEFT"],
    ]);
    expect(await tornRows()).toEqual([]);
  });

  test.each(["partial", "failed"] as const)(
    "not because of a list that is %s, which proves nothing",
    async (status) => {
      const [left, right] = await twoHosts();
      const id = randomUUID();
      await left.post(listingVm(id), NOW);
      await right.post(listingVm(id), after(1));
      await left.post(nothingOf(status), after(2));
      await left.post(nothingOf(status), after(3));
      expect(await namesOf(id)).toEqual(["HV-LEFT", "HV-RIGHT"]);
      expect(await getVm(id, after(3))).toMatchObject({ host: { id: right.hostId }, gone: false });
      await left.post(nothing, after(4));
      expect(await namesOf(id)).toEqual(["HV-RIGHT"]);
      expect(await tornRows()).toEqual([]);
    },
  );

  test("and its old host evaluates it again if it returns there, even if it was settled there", async () => {
    const [left, right] = await twoHosts();
    const id = randomUUID();
    await left.post(listingVm(id), NOW);
    expect(await held(id)).toEqual([{ name: "HV-LEFT", isSettled: true }]);
    await right.post(silentGuest(id), after(1));
    await right.post(nothing, after(2));
    expect(await namesOf(id)).toEqual(["HV-LEFT"]);
    expect(await getVm(id, after(2))).toMatchObject({ host: { id: left.hostId }, health: "critical" });
    await left.post(listingVm(id), after(3));
    const { health, findings } = await getVm(id, after(3));
    expect(health).toBe("healthy");
    expect(findings).toMatchObject([{ rule: "is.guest-silent", resolvedAt: after(3).toISOString() }]);
    expect(await tornRows()).toEqual([]);
  });

  test("not because of silence: a silent host may still have the VM until it is retired", async () => {
    const [left, right] = await twoHosts();
    const id = randomUUID();
    await left.post(listingVm(id), NOW);
    await right.post(listingVm(id), after(60));
    await right.post(listingVm(id), after(61));
    expect(await namesOf(id)).toEqual(["HV-LEFT", "HV-RIGHT"]);
    await retireHost(left.hostId, { name: "Jana", at: after(62) });
    await right.post(listingVm(id), after(62));
    await right.post(listingVm(id), after(63));
    expect(await held(id)).toEqual([{ name: "HV-RIGHT", isSettled: true }]);
    expect(await getVm(id, after(63))).toMatchObject({
      host: { id: right.hostId },
      placement: { conflict: null, hosts: [{ id: right.hostId }] },
    });
    expect(await tornRows()).toEqual([]);
  });

  test("not while both list it, running or off", async () => {
    const [left, right] = await twoHosts();
    const id = randomUUID();
    for (const minute of [0, 2, 4]) {
      await left.post(listingVm(id), after(minute));
      await right.post(listingVm(id), after(minute + 1));
    }
    expect(await namesOf(id)).toEqual(["HV-LEFT", "HV-RIGHT"]);
    expect(await getVm(id, after(5))).toMatchObject({ placement: { conflict: "running-twice" } });
    await left.post(listingVm(id, { state: "Off" }), after(6));
    await right.post(listingVm(id), after(7));
    expect(await namesOf(id)).toEqual(["HV-LEFT", "HV-RIGHT"]);
    const { placement } = await getVm(id, after(7));
    expect(placement).toMatchObject({ conflict: null, host: { id: right.hostId } });
    expect(placement.hosts.map((host) => host.id).toSorted()).toEqual([left.hostId, right.hostId].toSorted());
    expect(await tornRows()).toEqual([]);
  });

  test("also if it is gone from both: the last host keeps its observation", async () => {
    const [left, right] = await twoHosts();
    const id = randomUUID();
    await left.post(listingVm(id), NOW);
    await right.post(listingVm(id), after(1));
    await left.post(nothing, after(2));
    await right.post(nothing, after(3));
    expect(await getVm(id, after(3))).toMatchObject({ host: { id: right.hostId }, gone: false });
    await right.post(nothing, after(4));
    expect(await namesOf(id)).toEqual(["HV-RIGHT"]);
    expect(await getVm(id, after(4))).toMatchObject({ host: { id: right.hostId }, gone: true });
    expect(await tornRows()).toEqual([]);

    await left.post(listingVm(id), after(5));
    expect(await namesOf(id)).toEqual(["HV-LEFT"]);
    expect(await getVm(id, after(5))).toMatchObject({ host: { id: left.hostId }, gone: false });
    expect(await tornRows()).toEqual([]);
  });

  test("of three successive hosts, only the last one keeps an observation", async () => {
    const [left, right] = await twoHosts();
    const third = await enrolTestHost({ name: "HV-THIRD", now: NOW });
    const id = randomUUID();
    await left.post(listingVm(id), NOW);
    await right.post(listingVm(id), after(1));
    await third.post(listingVm(id), after(2));
    await left.post(nothing, after(3));
    expect(await namesOf(id)).toEqual(["HV-RIGHT", "HV-THIRD"]);
    await right.post(nothing, after(4));
    await third.post(listingVm(id), after(5));
    await third.post(listingVm(id), after(6));
    expect(await held(id)).toEqual([{ name: "HV-THIRD", isSettled: true }]);
    expect(await tornRows()).toEqual([]);
  });
});

test("a VM missing from one complete report keeps its known state until the second, and shows that", async () => {
  const [host] = await twoHosts();
  const id = randomUUID();
  await host.post(silentGuest(id), NOW);
  const known = await getVm(id, NOW);
  expect(known).toMatchObject({ health: "critical", missingReports: 0, findings: [{ confirmedAt: null }] });
  expect(known.placement.hosts).toMatchObject([{ id: host.hostId, state: "Running", isCurrent: true }]);

  expect(await host.post(nothing, after(1))).toMatchObject({ changes: 0 });
  expect(await getVm(id, after(1))).toEqual({ ...known, missingReports: 1 });

  await host.post(nothing, after(2));
  expect(await getVm(id, after(2))).toMatchObject({
    gone: true,
    missingReports: 2,
    findings: [{ rule: "is.guest-silent", resolvedAt: after(2).toISOString(), confirmedAt: null }],
  });
  expect(await tornRows()).toEqual([]);
});

test("hosts that exchange VMs concurrently leave only the observations of their own VMs", async () => {
  const choose = choices(1);
  const hosts = [...(await twoHosts()), ...(await twoHosts())];
  const vms = Array.from({ length: 12 }, () => ({ id: randomUUID(), on: choose(hosts.length) }));
  const postAll = (minute: number) =>
    hosts.map((host, index) =>
      host.post((snapshot) => {
        const [vm] = snapshot.vms ?? [];
        if (!vm) throw new Error("The example has a VM.");
        snapshot.vms = vms.flatMap(({ id, on }) => (on === index ? [{ ...structuredClone(vm), id }] : []));
      }, after(minute)),
    );
  for (let minute = 0; minute < 10; minute += 1) {
    for (const vm of vms) if (choose(4) === 0) vm.on = choose(hosts.length);
    await Promise.all(postAll(minute));
    expect(await tornRows()).toEqual([]);
  }
  for (const minute of [10, 11, 12]) await Promise.all(postAll(minute));
  const { rows } = await getDatabase().pool.query<{ id: string; hostId: string; isSettled: boolean }>(
    `SELECT o.id, o.host_id AS "hostId", t.is_settled AS "isSettled"
       FROM vm_observations o JOIN vm_runtimes t USING (host_id, id) WHERE o.id = ANY($1::uuid[])`,
    [vms.map(({ id }) => id)],
  );
  const byId = (left: { id: string }, right: { id: string }) => (left.id < right.id ? -1 : 1);
  expect(rows.toSorted(byId)).toEqual(
    vms.map(({ id, on }) => ({ id, hostId: hosts[on]?.hostId, isSettled: true })).toSorted(byId),
  );
});
