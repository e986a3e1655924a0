import { describe, expect, test } from "vitest";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { listVms } from "./list-vms.ts";
import { listVmBands } from "./vm-bands.ts";
import { withHeartbeats } from "./testing/listing-vm.ts";
import { enrolTestHost, type TestHost } from "./testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const OK = 2;
const LOST = 6;

async function post(host: TestHost, vms: Record<string, number>, at = NOW): Promise<string> {
  await host.post(withHeartbeats(vms), at);
  return host.hostId;
}

describe("bands of hosts", () => {
  test("have the counts of a list with the same filters, worst first", async () => {
    const well = await post(await enrolTestHost({ now: NOW }), { a: OK, b: OK, c: OK });
    const ill = await post(await enrolTestHost({ now: NOW }), { d: LOST, e: OK });
    const anHourAgo = new Date(NOW.getTime() - 3_600_000);
    const silent = await post(await enrolTestHost({ now: anHourAgo }), { f: LOST }, anHourAgo);

    const filters = { host: [well, ill, silent] };
    const { bands } = await listVmBands(filters, NOW);
    const { items } = await listVms({ ...filters, sort: "hostHealth" }, NOW);
    expect(bands.map(({ host, vms }) => [host.id, vms])).toEqual([
      [ill, 2],
      [silent, 1],
      [well, 3],
    ]);
    expect([...new Set(items.map(({ host }) => host.id))]).toEqual(bands.map(({ host }) => host.id));
    for (const band of bands) {
      const rows = items.filter(({ host }) => host.id === band.host.id);
      for (const [health, count] of Object.entries(band.health))
        expect(rows.filter((row) => row.health === health)).toHaveLength(count);
      const minded = rows.filter(
        ({ grounds }) => grounds.heartbeat === "warning" || grounds.heartbeat === "critical",
      );
      const { critical, warning } = band.sums.heartbeat ?? { critical: 0, warning: 0 };
      expect(critical + warning).toBe(minded.length);
    }
    expect(bands[0]?.sums.heartbeat).toBeDefined();
  });

  test("count the VMs whose services were not read, until they are, or the host falls silent", async () => {
    const host = await enrolTestHost({ now: NOW });
    const unreadIn = async (now = NOW) =>
      (await listVmBands({ host: [host.hostId] }, now)).bands.map(({ unread }) => unread);
    const vms: NonNullable<SnapshotV1["vms"]> = [];
    await host.post((snapshot) => {
      withHeartbeats({ a: OK, b: OK })(snapshot);
      vms.push(...(snapshot.vms ?? []));
      snapshot.vms = vms.map((vm) => (vm.name === "a" ? { ...vm, integrationServices: null } : vm));
    }, NOW);
    expect(await unreadIn()).toEqual([1]);
    expect(await unreadIn(new Date(NOW.getTime() + 3_600_000))).toEqual([0]);
    await host.post((snapshot) => (snapshot.vms = vms), new Date(NOW.getTime() + 60_000));
    expect(await unreadIn()).toEqual([0]);
  });

  test("of the whole fleet follow each report, and omit a host without matching VMs", async () => {
    const host = await enrolTestHost({ now: NOW });
    const id = await post(host, { one: OK });
    const vmsOf = async () => (await listVmBands({}, NOW)).bands.find((band) => band.host.id === id)?.vms;
    expect(await vmsOf()).toBe(1);
    await post(host, { one: OK, two: OK, three: OK }, new Date(NOW.getTime() + 60_000));
    expect(await vmsOf()).toBeGreaterThan(1);
    const { bands } = await listVmBands({ host: [id], health: ["inactive"] }, NOW);
    expect(bands).toEqual([]);
  });
});

test("names on one host are in natural order, page by page", async () => {
  const host = [await post(await enrolTestHost({ now: NOW }), { "web-10": OK, "WEB-2": OK, "web-1": OK })];
  const first = await listVms({ host, sort: "hostHealth", limit: 2 }, NOW);
  const second = await listVms({ host, sort: "hostHealth", limit: 2, cursor: first.nextCursor ?? "" }, NOW);
  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(["web-1", "WEB-2", "web-10"]);
  expect([first.total, second.nextCursor]).toEqual([3, null]);
});
