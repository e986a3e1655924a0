import "server-only";
import { Client } from "pg";
import { getDatabase } from "@/lib/data/database.ts";

const CONNECT_LIMIT_MILLISECONDS = 800;
// Above what a busy server takes for nothing, below what a person waits.
const ANSWER_LIMIT_MILLISECONDS = 2000;

/** Kept open between probes. It is not of the pool: a pool whose connections are all at work is not a database away. */
let prober: Promise<Client> | null = null;

/** Throws when the database does not answer in time. */
export async function pingDatabase(): Promise<void> {
  prober ??= connectProber();
  const used = prober;
  try {
    await (await used).query("SELECT 1");
  } catch (error) {
    if (prober === used) prober = null;
    void used.then((client) => client.end()).catch(() => undefined);
    throw error;
  }
}

async function connectProber(): Promise<Client> {
  const { connectionString } = getDatabase().pool.options;
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: CONNECT_LIMIT_MILLISECONDS,
    query_timeout: ANSWER_LIMIT_MILLISECONDS,
    application_name: "innkeeper-probe",
  });
  // The next probe meets the broken connection and says so.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Before the process ends. */
export async function closeProber(): Promise<void> {
  const used = prober;
  prober = null;
  await used?.then((client) => client.end()).catch(() => undefined);
}

/** Connections of the pool: open, at rest, and callers who wait for one. */
export function readPoolCounts(): { total: number; idle: number; waiting: number } {
  const { totalCount, idleCount, waitingCount } = getDatabase().pool;
  return { total: totalCount, idle: idleCount, waiting: waitingCount };
}

export async function countFleet(): Promise<{
  hosts: number;
  vms: number;
  users: number;
  pendingAgents: number;
}> {
  const { rows } = await getDatabase().pool.query<{
    hosts: number;
    vms: number;
    users: number;
    pendingAgents: number;
  }>(
    `SELECT (SELECT count(*) FROM hosts) AS hosts,
            (SELECT count(*) FROM vms WHERE gone_at IS NULL) AS vms,
            (SELECT count(*) FROM users) AS users,
            (SELECT count(*) FROM agents WHERE status = 'pending') AS "pendingAgents"`,
  );
  const [row] = rows;
  if (!row) throw new Error("unreachable: counts are one row");
  return row;
}
