import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { PrismaPg } from "@prisma/adapter-pg";
import { Client, Pool } from "pg";
import { parseSnapshotJson } from "../../lib/contract/agent/read-snapshot.ts";
import { migrate } from "../../lib/data/migrations/migrate.ts";
import { contentKey } from "../../lib/domain/content-key.ts";
import type { VmFacts } from "../../lib/domain/facts.ts";
import { hashOf } from "../../lib/services/hash-of.ts";
import { PrismaClient } from "../../prisma/generated/client.ts";
import type { Fleet } from "../../agents/mock/fleet.ts";
import { prepareTicks } from "../post-reports.ts";

const SENDERS = 4;

/**
 * A conventional implementation: reads and validates the report, and in one transaction upserts through Prisma the rows
 * that ours writes: every VM's numbers, and for changed VMs the facts, the current row and the verdicts. It evaluates
 * nothing and uses no HTTP.
 * @returns snapshots per second over the ticks after the first
 */
export async function upsertThroughPrisma(databaseUrl: string, fleet: Fleet, ticks: number): Promise<number> {
  const url = await createDatabase(databaseUrl, "alternative");
  const pool = new Pool({ connectionString: url, max: SENDERS });
  await migrate(pool, "prisma/migrations");
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const hostIds = fleet.hosts.map(() => randomUUID());
  const hashes = new Map<string, string>();
  const store = async (report: { host: number; body: Buffer }) => {
    const snapshot = parse(report.body);
    const hostId = hostIds[report.host] ?? "";
    await prisma.$transaction(
      async (tx) => {
        await tx.snapshotReceipt.create({
          data: { hostId, snapshotId: snapshot.snapshotId, receivedAt: new Date() },
        });
        for (const vm of snapshot.vms ?? []) {
          await tx.vmRuntime.upsert(runtime(hostId, vm, snapshot.collectedAt));
          const hash = hashOf(contentKey(vm));
          if (hashes.get(vm.id) === hash) continue;
          await tx.vmObservation.upsert(observation(hostId, vm, hash, snapshot.collectedAt));
          await tx.vm.upsert(current(hostId, vm, hash, snapshot.collectedAt));
          await tx.integrationService.upsert(services(hostId, vm));
          hashes.set(vm.id, hash);
        }
      },
      { timeout: 60_000, maxWait: 60_000 },
    );
  };
  const run = async (reports: { host: number; body: Buffer }[]) => {
    let next = 0;
    const work = async () => {
      for (let report = reports[next++]; report; report = reports[next++]) await store(report);
    };
    await Promise.all(Array.from({ length: SENDERS }, work));
  };
  await run(prepareTicks(fleet, 0, 1));
  const reports = prepareTicks(fleet, 1, ticks);
  const started = performance.now();
  await run(reports);
  const seconds = (performance.now() - started) / 1000;
  await prisma.$disconnect();
  if (!pool.ended) await pool.end();
  return reports.length / seconds;
}

async function createDatabase(databaseUrl: string, name: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}

function parse(body: Buffer) {
  const read = parseSnapshotJson(gunzipSync(body));
  if (!read.ok) throw new Error("The mock fleet writes valid reports.");
  return read.snapshot;
}

function runtime(hostId: string, vm: VmFacts, at: string) {
  const numbers = {
    observedAt: at,
    uptimeSeconds: vm.uptimeSeconds,
    cpuUsagePercent: vm.cpuUsagePercent,
    memoryAssignedBytes: vm.memoryAssignedBytes,
    memoryDemandBytes: vm.memoryDemandBytes,
  };
  return { where: key(hostId, vm), create: { hostId, id: vm.id, ...numbers }, update: numbers };
}

function observation(hostId: string, vm: VmFacts, contentHash: string, at: string) {
  const row = {
    vmId: vm.id,
    role: "primary",
    contentHash,
    facts: toJson(vm),
    isRealised: true,
    isRunning: vm.state === "Running",
    state: vm.state,
    firstReportedAt: at,
  };
  return { where: key(hostId, vm), create: { hostId, id: vm.id, ...row }, update: row };
}

function current(hostId: string, vm: VmFacts, verdictHash: string, at: string) {
  const row = {
    vmId: vm.id,
    role: "primary",
    name: vm.name,
    generation: vm.generation,
    configurationVersion: vm.configurationVersion,
    state: vm.state ?? "",
    health: "healthy",
    searchText: vm.name.toLowerCase(),
    words: ["health:healthy"],
    services: ["healthy", "healthy", "healthy", "healthy", "healthy", "disabled", "healthy"],
    grounds: {},
    placement: {},
    memory: {},
    verdictHash,
    firstSeenAt: at,
  };
  return { where: key(hostId, vm), create: { hostId, id: vm.id, ...row }, update: row };
}

function services(hostId: string, vm: VmFacts) {
  const row = { verdicts: toJson(vm.integrationServices ?? []) };
  return { where: key(hostId, vm), create: { hostId, id: vm.id, ...row }, update: row };
}

function key(hostId: string, { id }: VmFacts) {
  return { hostId_id: { hostId, id } };
}

function toJson(value: object): object {
  return value;
}
