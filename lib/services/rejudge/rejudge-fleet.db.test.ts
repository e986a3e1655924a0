// Longer than 300 lines: what a re-evaluation must not change is one story.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { validExamples } from "@/agents/contract/examples.ts";
import { parseSnapshotJson } from "@/lib/contract/agent/read-snapshot.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { getDatabase } from "@/lib/data/database.ts";
import { tornRows } from "@/lib/data/testing/stored-rows.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { inTransaction } from "@/lib/data/transaction.ts";
import { RULES_VERSION } from "@/lib/domain/rules/rules-version.ts";
import { fleetSignature } from "../fleet-directory.ts";
import { sweepSilence } from "../sweep-silence.ts";
import { enrolTestHost, type TestHost } from "../testing/test-host.ts";
import { postStep, START, told, vmHistory, VMS } from "../testing/vm-history.ts";
import { rejudgeFleet } from "./rejudge-fleet.ts";

useTestDatabase();

const NOW = new Date(START);
const after = (minutes: number) => new Date(START + minutes * 60_000);

/** Each test upgrades to rules that have not evaluated any host before. */
let newest = RULES_VERSION;
const upgrade = () => (newest += 1);

async function query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await getDatabase().pool.query<Row>(text, values)).rows;
}

/** Hosts with the VMs of the contract's examples, with their own ids, each reported twice. */
async function hostsOfExamples(count: number, now = NOW): Promise<TestHost[]> {
  const lists = validExamples().flatMap(({ bytes }) => {
    const parsed = parseSnapshotJson(bytes);
    return parsed.ok && parsed.snapshot.vms ? [parsed.snapshot.vms.slice(0, 12)] : [];
  });
  const hosts = await Promise.all(Array.from({ length: count }, () => enrolTestHost({ now })));
  for (const [index, host] of hosts.entries()) {
    const vms = (lists[index % lists.length] ?? []).map((vm) => ({ ...vm, id: randomUUID() }));
    const withVms = (snapshot: SnapshotV1) => void Object.assign(snapshot, { vms });
    await host.post(withVms, now);
    await host.post(withVms, new Date(now.getTime() + 60_000));
  }
  return hosts;
}

/** The example's VM with its own id, so that no other host has it as well. */
function ownVm(change: (vm: NonNullable<SnapshotV1["vms"]>[number]) => void = () => undefined) {
  const id = randomUUID();
  return (snapshot: SnapshotV1) => {
    for (const vm of snapshot.vms ?? []) change(Object.assign(vm, { id }));
  };
}

const VERDICT_TABLES = [
  "vms",
  "integration_services",
  "findings",
  "changes",
  "vm_runtimes",
  "host_rollups",
  "host_days",
];

/** Which transaction wrote each row last. */
async function writtenRows(): Promise<string[]> {
  const parts = VERDICT_TABLES.map(
    (table) => `SELECT '${table} ' || xmin || ' ' || ctid AS row FROM ${table}`,
  );
  return (await query<{ row: string }>(`${parts.join(" UNION ALL ")} ORDER BY row`)).map(({ row }) => row);
}

async function versionsOf(hosts: readonly TestHost[]): Promise<number[]> {
  const rows = await query<{ version: number }>(
    "SELECT version FROM fleet_versions WHERE host_id = ANY($1::uuid[]) ORDER BY host_id",
    [hosts.map(({ hostId }) => hostId)],
  );
  return rows.map(({ version }) => version);
}

async function countJudgedBy(hosts: readonly TestHost[], rulesVersion: number): Promise<number> {
  const rows = await query("SELECT FROM host_reports WHERE host_id = ANY($1::uuid[]) AND judged_by = $2", [
    hosts.map(({ hostId }) => hostId),
    rulesVersion,
  ]);
  return rows.length;
}

/** Stores a host as different rules might have left it: different words, and different text in open findings. */
async function judgeOtherwise(hostId: string): Promise<void> {
  await query(
    `UPDATE vms SET health = 'warning', services = array_fill('degraded'::text, ARRAY[cardinality(services)]),
            acceleration = array_fill('blocked'::text, ARRAY[cardinality(acceleration)]), ladders = '{}', words = '{}',
            capabilities = '{}', conversion = 'blocked', conversion_checks = '{}', open_rules = '{}', worst = NULL,
            critical_count = 9, verdict_hash = 'older'
      WHERE host_id = $1 AND gone_at IS NULL AND id IN (
        SELECT t.id FROM vm_runtimes t JOIN host_reports r USING (host_id, observed_at) WHERE t.host_id = $1)`,
    [hostId],
  );
  await query(
    `UPDATE findings SET summary = 'An older sentence.', severity = 'info', evidence = '[]'
      WHERE host_id = $1 AND resolved_at IS NULL AND frozen_at IS NULL AND rule <> 'host.stale'`,
    [hostId],
  );
  await query(`UPDATE host_rollups SET counts = '{"vms": 77}' WHERE host_id = $1`, [hostId]);
}

async function countsOf(hostId: string): Promise<unknown> {
  return query("SELECT counts FROM host_rollups WHERE host_id = $1", [hostId]);
}

async function findingsOf(host: TestHost) {
  return query<{
    id: string;
    rule: string;
    opened_at: string;
    confirmed_at: string | null;
    resolved_at: string | null;
  }>(
    "SELECT id, rule, opened_at, confirmed_at, resolved_at FROM findings WHERE host_id = $1 ORDER BY rule, opened_at",
    [host.hostId],
  );
}

test("if the rules give the same result, only the host's version is written", async () => {
  const hosts = await hostsOfExamples(16);
  const before = await writtenRows();
  const versions = await versionsOf(hosts);
  const signature = await fleetSignature(after(1));
  const rulesVersion = upgrade();
  const done = await rejudgeFleet({ now: () => after(1), rulesVersion });
  expect(done).toMatchObject({ hosts: 16, rewritten: 0, failed: [], left: 0 });
  expect(done.vms).toBeGreaterThan(16);
  expect(await writtenRows()).toEqual(before);
  expect(await countJudgedBy(hosts, rulesVersion)).toBe(16);
  // A page also shows verdicts computed on read.
  expect(await versionsOf(hosts)).toEqual(versions.map((version) => version + 1));
  expect(await fleetSignature(after(1))).not.toBe(signature);
  expect(await rejudgeFleet({ now: () => after(1), rulesVersion })).toMatchObject({ hosts: 0, left: 0 });
});

test("re-evaluated VMs have the same results as if the rules had evaluated each report", async () => {
  const [host, twin] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW })];
  const ids = Array.from({ length: VMS }, () => randomUUID());
  const twinIds = Array.from({ length: VMS }, () => randomUUID());
  let rewritten = 0;
  for (const [index, step] of vmHistory(20).entries()) {
    const at = new Date(START + index * 120_000);
    await postStep(host, ids, step, at);
    await postStep(twin, twinIds, step, at);
    await judgeOtherwise(host.hostId);
    // At any time: findings have the time of the report that showed them.
    const result = await rejudgeFleet({
      now: () => new Date(at.getTime() + 50_000),
      rulesVersion: upgrade(),
    });
    expect(result).toMatchObject({ failed: [], left: 0 });
    rewritten += result.rewritten;
    expect(await told(host, ids)).toEqual(await told(twin, twinIds));
    expect(await countsOf(host.hostId)).toEqual(await countsOf(twin.hostId));
  }
  expect(rewritten).toBeGreaterThan(VMS * 10);
  expect(await tornRows()).toEqual([]);
});

test("new findings open with the last report and wait for the next one; obsolete findings are closed", async () => {
  const host = await enrolTestHost({ now: NOW });
  const broken = ownVm(({ integrationServices }) => {
    for (const row of integrationServices ?? [])
      if (row.id.toLowerCase().endsWith("84eaae65-2f2e-45f5-9bb5-0e857dc8eb47")) row.primaryStatus = 13;
  });
  await host.post(broken, NOW);
  await host.post(broken, after(1));
  const open = (await findingsOf(host)).filter(({ resolved_at }) => resolved_at === null);
  const heartbeat = open.find(({ rule }) => rule === "is.heartbeat");
  expect(heartbeat).toMatchObject({ opened_at: NOW.toISOString(), confirmed_at: after(1).toISOString() });
  const others = open.filter((finding) => finding !== heartbeat);

  // Older rules attributed it to the backup.
  await query("UPDATE findings SET rule = 'is.vss' WHERE id = $1", [heartbeat?.id]);
  await query("UPDATE changes SET field = 'is.vss' WHERE field = 'is.heartbeat' AND host_id = $1", [
    host.hostId,
  ]);
  await judgeOtherwise(host.hostId);
  await rejudgeFleet({ now: () => after(200), rulesVersion: upgrade() });
  const now = await findingsOf(host);
  expect(now.filter(({ resolved_at }) => resolved_at !== null)).toMatchObject([
    { id: heartbeat?.id, rule: "is.vss", resolved_at: after(1).toISOString() },
  ]);
  expect(now.filter(({ rule }) => rule === "is.heartbeat")).toMatchObject([
    { opened_at: after(1).toISOString(), confirmed_at: null },
  ]);
  const kept = now.filter(({ id }) => others.some((finding) => finding.id === id));
  expect(kept).toEqual(others);
  const logged = await query(
    "SELECT at, field, to_value FROM changes WHERE host_id = $1 AND kind = 'finding' AND at = $2 ORDER BY field",
    [host.hostId, after(1)],
  );
  expect(logged).toEqual([
    { at: after(1).toISOString(), field: "is.heartbeat", to_value: "open" },
    { at: after(1).toISOString(), field: "is.vss", to_value: "resolved" },
  ]);

  await host.post(broken, after(2));
  expect((await findingsOf(host)).filter(({ rule }) => rule === "is.heartbeat")).toMatchObject([
    { opened_at: after(1).toISOString(), confirmed_at: after(2).toISOString() },
  ]);
});

test("a re-evaluated host skips its settled VMs as before", async () => {
  const host = await enrolTestHost({ now: NOW });
  const vm = ownVm();
  await host.post(vm, NOW);
  await host.post(vm, after(1));
  await judgeOtherwise(host.hostId);
  await query("UPDATE vm_runtimes SET is_settled = false WHERE host_id = $1", [host.hostId]);
  await rejudgeFleet({ now: () => after(1), isAll: true });
  const rows = await query("SELECT is_settled FROM vm_runtimes WHERE host_id = $1", [host.hostId]);
  expect(rows).toEqual([{ is_settled: true }]);
  const before = await writtenRows();
  expect(await host.post(vm, after(2))).toMatchObject({ changes: 0 });
  const isOfRuntimes = (row: string) => row.startsWith("vm_runtimes");
  const now = await writtenRows();
  expect(now.filter((row) => !isOfRuntimes(row))).toEqual(before.filter((row) => !isOfRuntimes(row)));
});

test("a silent host's finding stays open, and past days do not change", async () => {
  const host = await enrolTestHost({ now: NOW });
  await host.post(ownVm(), NOW);
  const later = after(3 * 24 * 60);
  await sweepSilence(later);
  await sweepSilence(later);
  const days = await query("SELECT day, counts, written_at FROM host_days WHERE host_id = $1", [host.hostId]);
  const stale = (await findingsOf(host)).filter(({ rule }) => rule === "host.stale");
  expect(stale).toMatchObject([{ resolved_at: null }]);
  await judgeOtherwise(host.hostId);
  expect(await rejudgeFleet({ now: () => later, rulesVersion: upgrade() })).toMatchObject({ left: 0 });
  expect((await findingsOf(host)).filter(({ rule }) => rule === "host.stale")).toEqual(stale);
  expect(
    await query("SELECT day, counts, written_at FROM host_days WHERE host_id = $1", [host.hostId]),
  ).toEqual(days);
  expect(await countsOf(host.hostId)).toMatchObject([{ counts: { vms: 1 } }]);
});

describe("a fleet", () => {
  test("that was interrupted is continued, and no host is evaluated twice", async () => {
    const hosts = await hostsOfExamples(4);
    await rejudgeFleet({ now: () => NOW, rulesVersion: newest });
    for (const { hostId } of hosts) await judgeOtherwise(hostId);
    const versions = await versionsOf(hosts);
    const rulesVersion = upgrade();
    const progress: number[] = [];
    const first = await rejudgeFleet({
      now: () => NOW,
      rulesVersion,
      isStopped: () => progress.length === 2,
      onProgress: (each) => progress.push(each.hosts),
    });
    expect(progress).toEqual([1, 2]);
    expect(first.left).toBe(first.of.hosts - 2);
    const second = await rejudgeFleet({ now: () => NOW, rulesVersion });
    expect(second).toMatchObject({ of: { hosts: first.left }, hosts: first.left, left: 0 });
    expect(await versionsOf(hosts)).toEqual(versions.map((version) => version + 1));
    expect(await tornRows()).toEqual([]);
  });

  test("is shared by two processes, and no host is evaluated twice", async () => {
    const hosts = await hostsOfExamples(5);
    const versions = await versionsOf(hosts);
    const rulesVersion = upgrade();
    const both = await Promise.all([1, 2].map(() => rejudgeFleet({ now: () => NOW, rulesVersion })));
    expect(both).toMatchObject([
      { left: 0, failed: [] },
      { left: 0, failed: [] },
    ]);
    expect(Math.min(...both.map((each) => each.hosts))).toBeGreaterThan(0);
    expect(await versionsOf(hosts)).toEqual(versions.map((version) => version + 1));
  });

  test("accepts reports in the meantime, and a host with a report in progress comes last", async () => {
    const hosts = await hostsOfExamples(4);
    const [busy, ...free] = hosts.toSorted((left, right) => (left.hostId < right.hostId ? -1 : 1));
    if (!busy) throw new Error("unreachable: there are four hosts");
    const rulesVersion = upgrade();
    const runs: ReturnType<typeof rejudgeFleet>[] = [];
    await inTransaction(async (client) => {
      await client.query("UPDATE fleet_versions SET version = version + 1 WHERE host_id = $1", [busy.hostId]);
      await new Promise<void>((resolve) => {
        const run = rejudgeFleet({
          now: () => NOW,
          rulesVersion,
          onProgress: ({ hosts: done, of }) => done === of.hosts - 1 && resolve(),
        });
        runs.push(run);
      });
      expect(await countJudgedBy(free, rulesVersion)).toBe(free.length);
      // The run waits for this one host now, and nothing waits for the run.
      expect(await free[0]?.post(ownVm(), after(5))).toMatchObject({ kind: "stored" });
    });
    expect(await runs[0]).toMatchObject({ left: 0, failed: [] });
    // The report was evaluated by the rules of the process that received it, and then by the newer ones.
    expect(await countJudgedBy(hosts, rulesVersion)).toBe(hosts.length);
    expect(await tornRows()).toEqual([]);
  });

  test("under reports of all its hosts is stored completely", async () => {
    const hosts = (await hostsOfExamples(4)).map((host) => ({ host, vm: ownVm() }));
    const reports = (async () => {
      for (const minute of [3, 4, 5])
        await Promise.all(hosts.map(({ host, vm }) => host.post(vm, after(minute))));
    })();
    const runs = (async () => {
      for (let run = 0; run < 2; run += 1)
        await rejudgeFleet({ now: () => after(5), rulesVersion: upgrade() });
    })();
    await Promise.all([reports, runs]);
    expect(await tornRows()).toEqual([]);
  });

  test("with a host that cannot be evaluated gets all others evaluated, and reports which one failed", async () => {
    const hosts = await hostsOfExamples(3);
    await query("UPDATE host_facts SET facts = 'null' WHERE host_id = $1", [hosts[0]?.hostId]);
    const rulesVersion = upgrade();
    const done = await rejudgeFleet({ now: () => NOW, rulesVersion });
    expect(done).toMatchObject({ left: 1, failed: [{ hostId: hosts[0]?.hostId }] });
    expect(await countJudgedBy(hosts, rulesVersion)).toBe(2);
  });
});
