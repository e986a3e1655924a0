import "server-only";
import { getDatabase } from "@/lib/data/database.ts";

/** Throws when the database does not answer. */
export async function pingDatabase(): Promise<void> {
  await getDatabase().pool.query("SELECT 1");
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
