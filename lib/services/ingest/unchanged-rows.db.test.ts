import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { validExamples } from "@/agents/contract/examples.ts";
import { parseSnapshotJson } from "@/lib/contract/agent/read-snapshot.ts";
import { getDatabase } from "@/lib/data/database.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { enrolTestHost } from "../testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");

async function rowsOf(hostId: string): Promise<string[]> {
  const { rows } = await getDatabase().pool.query<{ row: string }>(
    `SELECT 'vm ' || id || ' ' || xmin AS row FROM vms WHERE host_id = $1
      UNION ALL SELECT 'services ' || id || ' ' || xmin FROM integration_services WHERE host_id = $1 ORDER BY row`,
    [hostId],
  );
  return rows.map(({ row }) => row);
}

const examples = validExamples()
  .map(({ name, bytes }) => {
    const parsed = parseSnapshotJson(bytes);
    return { name, vms: parsed.ok ? (parsed.snapshot.vms ?? []) : [] };
  })
  .filter(({ vms }) => vms.length > 0);

test.each(examples)("an unchanged second report rewrites no VM: $name", async ({ vms }) => {
  const own = vms.map((vm) => ({ ...vm, id: randomUUID() }));
  const host = await enrolTestHost({ now: NOW });
  await host.post((snapshot) => Object.assign(snapshot, { vms: own }), NOW);
  const first = await rowsOf(host.hostId);
  expect(first.length).toBeGreaterThan(0);
  expect(await host.post((snapshot) => Object.assign(snapshot, { vms: own }))).toMatchObject({ changes: 0 });
  expect(await rowsOf(host.hostId)).toEqual(first);
});
