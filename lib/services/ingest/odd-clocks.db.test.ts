import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { tornRows } from "@/lib/data/testing/stored-rows.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { getHost } from "../get-host.ts";
import { enrolTestHost, type TestHost } from "../testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const DAY_MINUTES = 24 * 60;
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

function listing(ids: readonly string[], collectedAt?: Date) {
  return (snapshot: SnapshotV1) => {
    const [vm] = snapshot.vms ?? [];
    if (!vm) throw new Error("The example has a VM.");
    snapshot.vms = ids.map((id) => ({ ...structuredClone(vm), id }));
    if (collectedAt) snapshot.collectedAt = collectedAt.toISOString();
  };
}

async function daysOf({ hostId }: TestHost): Promise<[day: string, vms: number][]> {
  const { rows } = await getDatabase().pool.query<{ day: string; vms: number }>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, (counts ->> 'vms')::int AS vms FROM host_days WHERE host_id = $1 ORDER BY day`,
    [hostId],
  );
  return rows.map(({ day, vms }) => [day, vms]);
}

test("a report backdated by days through a clock change affects no past day, and the next one is current", async () => {
  const host = await enrolTestHost({ now: NOW });
  const [first, second] = [randomUUID(), randomUUID()];
  await host.post(listing([first]), after(-DAY_MINUTES));
  await host.post(listing([first]), NOW);
  const before = await daysOf(host);
  expect(before).toEqual([
    ["2026-11-23", 1],
    ["2026-11-24", 1],
  ]);

  await host.post(listing([first, second], after(-DAY_MINUTES)), after(1));
  expect(await daysOf(host)).toEqual([
    ["2026-11-23", 1],
    ["2026-11-24", 2],
  ]);
  await host.post(listing([first, second]), after(2));
  expect(await getHost(host.hostId, after(2))).toMatchObject({
    freshness: "fresh",
    lastReportedAt: after(2).toISOString(),
    vms: 2,
  });
  expect(await tornRows()).toEqual([]);
});
