import "server-only";
import { Client } from "pg";
import { getDatabase } from "@/lib/data/database.ts";

// Together with the gate's interval of a quarter of a second, waiting requests are rejected within a second.
const ANSWER_LIMIT_MILLISECONDS = 700;
// A connection silent for this long is abandoned: after a failover it may lead to a machine that no longer exists.
const CONNECTION_LIMIT_MILLISECONDS = 5000;

/**
 * Kept open between probes, outside the pool: a pool with all connections in use does not mean that the database is
 * unavailable.
 */
let prober: Client | null = null;
/** The probe in progress. Concurrent callers share it, so that a slow database is not queried more often. */
let question: Promise<void> | null = null;

/** Throws if the database does not respond in time. */
export async function pingDatabase(limitMilliseconds = ANSWER_LIMIT_MILLISECONDS): Promise<void> {
  question ??= ask().finally(() => {
    question = null;
  });
  await within(question, limitMilliseconds);
}

/** Opens the connection for probes: opening one takes longer than a probe is allowed to. */
export async function openProber(): Promise<void> {
  await pingDatabase(CONNECTION_LIMIT_MILLISECONDS);
}

async function ask(): Promise<void> {
  try {
    prober ??= await connectProber();
    await prober.query("SELECT 1");
  } catch (error) {
    prober?.end().catch(() => undefined);
    prober = null;
    throw error;
  }
}

async function connectProber(): Promise<Client> {
  const { connectionString } = getDatabase().pool.options;
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: CONNECTION_LIMIT_MILLISECONDS,
    query_timeout: CONNECTION_LIMIT_MILLISECONDS,
    application_name: "innkeeper-probe",
  });
  // The next probe detects the broken connection and fails.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

function within(answer: Promise<void>, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    // A response that arrived while this process was busy is read before the timeout counts.
    const isOver = () => setImmediate(() => reject(new Error("The database did not respond in time.")));
    const timer = setTimeout(isOver, milliseconds);
    timer.unref();
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Call before the process exits. */
export async function closeProber(): Promise<void> {
  await prober?.end().catch(() => undefined);
  prober = null;
}

/** Pool counts: open connections, idle connections, and callers waiting for one. */
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
