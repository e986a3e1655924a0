import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { readCurrentVmsOf } from "@/lib/data/ingest/vm-state.ts";
import { readRollup } from "@/lib/data/ingest/write-life.ts";
import { inTransaction } from "@/lib/data/transaction.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { enrolTestHost } from "../testing/test-host.ts";
import { postStep, START, told, toldOfHost, vmHistory, VMS } from "../testing/vm-history.ts";
import { rollupOf, type HostCounts } from "./rollup.ts";

useTestDatabase();

const REPORTS = 60;

test("a skipped VM has the same results as one evaluated with every report", async () => {
  const [host, twin] = [
    await enrolTestHost({ name: "HV-ONE", now: new Date(START) }),
    await enrolTestHost({ name: "HV-TWIN", now: new Date(START) }),
  ];
  const ids = Array.from({ length: VMS }, () => randomUUID());
  const twinIds = Array.from({ length: VMS }, () => randomUUID());
  let settled = 0;
  let named = 0;
  for (const [index, step] of vmHistory(REPORTS).entries()) {
    const at = new Date(START + index * 120_000);
    const counted = await getDatabase().pool.query<{ settled: number }>(
      "SELECT count(*) FILTER (WHERE is_settled) AS settled FROM vm_runtimes WHERE host_id = $1",
      [host.hostId],
    );
    settled += counted.rows[0]?.settled ?? 0;
    // All VMs of the twin are evaluated every time.
    await getDatabase().pool.query("UPDATE host_reports SET ground = NULL WHERE host_id = $1", [twin.hostId]);
    const stored = await postStep(host, ids, step, at);
    const storedByTwin = await postStep(twin, twinIds, step, at);
    expect(stored).toMatchObject({
      kind: "stored",
      changes: "changes" in storedByTwin ? storedByTwin.changes : -1,
    });
    expect(await told(host, ids)).toEqual(await told(twin, twinIds));
    const ofHost = await toldOfHost(host, ids);
    expect(ofHost).toEqual(await toldOfHost(twin, twinIds));
    for (const { touched } of ofHost) named += touched.length;
    const [counts, rows] = await inTransaction(async (client) => [
      await readRollup<HostCounts>(client, host.hostId),
      await readCurrentVmsOf(client, host.hostId, "all"),
    ]);
    // The host side is not a sum over its VMs.
    expect(counts).toEqual({ ...rollupOf(rows), network: counts?.network });
  }
  // Otherwise the test proves nothing: most VMs in most reports were skipped.
  expect(settled).toBeGreaterThan((VMS * REPORTS) / 3);
  expect(named).toBeGreaterThan(REPORTS);
});
