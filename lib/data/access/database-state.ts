import "server-only";
import { Client } from "pg";
import { getDatabase } from "@/lib/data/database.ts";

// With the gate's quarter of a second before it, whoever waits is let go within a second.
const ANSWER_LIMIT_MILLISECONDS = 700;
// A connection that says nothing for so long is given up: after a failover it may lead to a machine that is no more.
const CONNECTION_LIMIT_MILLISECONDS = 5000;

/** Kept open between probes. It is not of the pool: a pool whose connections are all at work is not a database away. */
let prober: Client | null = null;
/** The question that is under way. Who asks while it is waits for its answer, so that a slow database is not asked more. */
let question: Promise<void> | null = null;

/** Throws when the database does not answer in time. */
export async function pingDatabase(limitMilliseconds = ANSWER_LIMIT_MILLISECONDS): Promise<void> {
  question ??= ask().finally(() => {
    question = null;
  });
  await within(question, limitMilliseconds);
}

/** Opens the connection that probes go over: opening one takes longer than a probe may. */
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
  // The next probe meets the broken connection and says so.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

function within(answer: Promise<void>, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    // An answer that came while this process was busy is read before the time counts as over.
    const isOver = () => setImmediate(() => reject(new Error("The database did not respond in time.")));
    const timer = setTimeout(isOver, milliseconds);
    timer.unref();
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Before the process ends. */
export async function closeProber(): Promise<void> {
  await prober?.end().catch(() => undefined);
  prober = null;
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
