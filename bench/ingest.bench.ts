// Durable ingest of 100-VM snapshots over HTTP: first report, unchanged, 5 % changed. For comparison, the same rows written
// through per-row Prisma upserts, with the same validation but without HTTP, which favours the alternative.
import { upsertThroughPrisma } from "./alternative/prisma-upserts.ts";
import { enrolFleet, largeFleet, startBenchInn } from "./inn.ts";
import { flood, postAll, prepareTicks } from "./post-reports.ts";
import { printFigures } from "./print-figures.ts";

const HOSTS = 40;
const CHANGED = 0.05;
const ROUNDS = 3;
/** Far more than the server admits. */
const FLOOD = 400;
/** Tables that every report touches. */
const HOT_TABLES = ["vm_runtimes", "host_reports", "fleet_versions"];

const inn = await startBenchInn();
try {
  const restless = largeFleet(HOSTS, CHANGED);
  const calm = largeFleet(HOSTS, 0);
  const tokens = await enrolFleet(inn, calm);
  const firstSight = await postAll(inn.url, tokens, prepareTicks(calm, 0, 1));
  await postAll(inn.url, tokens, prepareTicks(calm, 1, 2));
  await inn.pool.query("SELECT pg_stat_reset()");

  const unchanged: Rate[] = [];
  const changed: Rate[] = [];
  let tick = 3;
  for (let round = 0; round < ROUNDS; round++) {
    unchanged.push(await measure(inn.url, tokens, prepareTicks(calm, tick, 5)));
    tick += 5;
    // The first report after switching fleets changes more VMs than its share and is not counted.
    await postAll(inn.url, tokens, prepareTicks(restless, tick, 1));
    tick += 1;
    changed.push(await measure(inn.url, tokens, prepareTicks(restless, tick, 10)));
    tick += 10;
    await postAll(inn.url, tokens, prepareTicks(calm, tick, 1));
    tick += 1;
  }
  const peakBefore = await inn.memoryBytes(true);
  const flooded = await flood(inn.url, tokens, prepareTicks(restless, tick, 50), FLOOD);
  const peakAfter = await inn.memoryBytes(true);
  const upserts = process.argv.includes("--fast")
    ? 1
    : await upsertThroughPrisma(inn.databaseUrl, largeFleet(4, CHANGED), 3);
  const { rows } = await inn.pool.query<{ table: string; updates: string; hot: string }>(
    `SELECT relname AS table, n_tup_upd AS updates, n_tup_hot_upd AS hot FROM pg_stat_user_tables
      WHERE relname = ANY($1) AND n_tup_upd > 0 ORDER BY n_tup_upd DESC`,
    [HOT_TABLES],
  );
  const best = Math.max(...changed.map(({ perSecond }) => perSecond));
  printFigures("Durable ingest of 100-VM snapshots, 4 senders, snapshots a second", [
    ["5 % of VMs changed", sayRates(changed)],
    ["  of these, processor time for one", sayCost(changed)],
    ["unchanged", sayRates(unchanged)],
    ["  of these, processor time for one", sayCost(unchanged)],
    ["first sight", firstSight.toFixed(0)],
    ["the same rows by per-row Prisma upserts, no HTTP", upserts.toFixed(1)],
    ["ratio to per-row Prisma upserts", `${(best / upserts).toFixed(1)}×`],
    ...rows.map(({ table, updates, hot }): [string, string] => [
      `HOT updates of ${table}`,
      `${((Number(hot) / Number(updates)) * 100).toFixed(1)} % of ${updates}`,
    ]),
    ["server memory at its peak", megabytes(peakBefore)],
    [`  with ${FLOOD} senders at once`, megabytes(peakAfter)],
    [
      "  of their reports stored / refused; half / 95 % of the refusals within",
      `${flooded.stored} / ${flooded.refused}; ${flooded.refusalMs.half.toFixed(0)} / ${flooded.refusalMs.most.toFixed(0)} ms`,
    ],
  ]);
} finally {
  await inn.stop();
}

interface Rate {
  perSecond: number;
  /** Processor time per snapshot. */
  serverMs: number;
  postgresMs: number;
  senderMs: number;
}

async function measure(...args: Parameters<typeof postAll>): Promise<Rate> {
  const count = args[2].length;
  const before = await inn.processorMs();
  const sender = process.cpuUsage();
  const perSecond = await postAll(...args);
  const { user, system } = process.cpuUsage(sender);
  const after = await inn.processorMs();
  return {
    perSecond,
    serverMs: (after.server - before.server) / count,
    postgresMs: (after.postgres - before.postgres) / count,
    senderMs: (user + system) / 1000 / count,
  };
}

function sayRates(rates: readonly Rate[]): string {
  const best = Math.max(...rates.map(({ perSecond }) => perSecond));
  return `${best.toFixed(0)} (${rates.map(({ perSecond }) => perSecond.toFixed(0)).join(", ")})`;
}

function sayCost(rates: readonly Rate[]): string {
  const least = (key: "serverMs" | "postgresMs" | "senderMs") =>
    Math.min(...rates.map((rate) => rate[key])).toFixed(1);
  return `server ${least("serverMs")} ms, Postgres ${least("postgresMs")} ms, sender ${least("senderMs")} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
