import "server-only";
import { getDatabase } from "@/lib/data/database.ts";
import { inTransaction } from "@/lib/data/transaction.ts";

/** The posting agent, identified by its token. */
export interface AgentRow {
  hostId: string;
  id: string;
  instanceId: string;
  machineId: string;
  status: string;
}

// Runs for every post: a prepared statement, because the mapper costs several times as much.
const FIND_BY_TOKEN = {
  name: "agent-by-token",
  text: `SELECT a.host_id AS "hostId", a.id, a.instance_id AS "instanceId", h.machine_id AS "machineId", a.status
         FROM agents a JOIN hosts h ON h.id = a.host_id
         WHERE a.token_hash = $1
         LIMIT 1`,
};

export async function findAgentByTokenHash(tokenHash: string): Promise<AgentRow | null> {
  const { rows } = await getDatabase().pool.query<AgentRow>({ ...FIND_BY_TOKEN, values: [tokenHash] });
  return rows[0] ?? null;
}

/** An agent instance that may post. */
export async function findAgentByInstance(instanceId: string): Promise<{ hostId: string } | null> {
  const { rows } = await getDatabase().pool.query<{ hostId: string }>(
    `SELECT host_id AS "hostId" FROM agents WHERE instance_id = $1 AND status = 'active' LIMIT 1`,
    [instanceId],
  );
  return rows[0] ?? null;
}

/** A new instance on a known machine, and the instance that is active there. */
export interface WaitingAgent {
  id: string;
  hostId: string;
  hostName: string;
  status: "pending" | "refused";
  instanceId: string;
  version: string | null;
  /** The name, address and key of its request; `null` for requests made before these were stored. */
  askedName: string | null;
  address: string | null;
  keyName: string | null;
  createdAt: string;
  askedAt: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  /** The instance whose token is valid now. */
  present: {
    instanceId: string;
    version: string | null;
    address: string | null;
    createdAt: string;
  } | null;
  /** Newest report of the host. */
  lastReport: { observedAt: string; intervalSeconds: number } | null;
}

/** Waiting instances, oldest first, followed by refused ones. */
export async function listWaitingAgents(): Promise<WaitingAgent[]> {
  const { rows } = await getDatabase().pool.query<WaitingAgent>(
    `SELECT a.id, a.host_id AS "hostId", h.name AS "hostName", a.status, a.instance_id AS "instanceId", a.version,
            a.asked_name AS "askedName", a.address, a.key_name AS "keyName", a.created_at AS "createdAt",
            a.asked_at AS "askedAt", a.decided_by AS "decidedBy", a.decided_at AS "decidedAt",
            CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('instanceId', p.instance_id, 'version', p.version,
              'address', p.address, 'createdAt', ${isoOf("p.created_at")}) END AS present,
            CASE WHEN r.host_id IS NOT NULL THEN jsonb_build_object('observedAt', ${isoOf("r.observed_at")},
              'intervalSeconds', r.interval_seconds) END AS "lastReport"
       FROM agents a
       JOIN hosts h ON h.id = a.host_id
       LEFT JOIN agents p ON p.host_id = a.host_id AND p.status = 'active'
       LEFT JOIN host_reports r ON r.host_id = a.host_id
      WHERE a.status IN ('pending', 'refused')
      ORDER BY a.status, a.created_at, a.id`,
  );
  return rows;
}

export async function countWaitingAgents(): Promise<number> {
  const { rows } = await getDatabase().pool.query<{ count: number }>(
    "SELECT count(*) AS count FROM agents WHERE status = 'pending'",
  );
  const [counted] = rows;
  if (!counted) throw new Error("A count is one row.");
  return counted.count;
}

/** Formats a time inside JSON, where it is text. */
function isoOf(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/**
 * Approves a waiting instance, which then enrols at its next attempt, or refuses it. A refused instance can be approved
 * later.
 * @returns false if no instance with that id is waiting
 */
export async function decideOnAgent(
  id: string,
  decision: "approved" | "refused",
  by: { name: string; at: Date },
): Promise<boolean> {
  const { rowCount } = await getDatabase().pool.query(
    `WITH decided AS (
       UPDATE agents SET status = $2, decided_by = $3, decided_at = $4
        WHERE id = $1 AND status IN ('pending', 'refused') RETURNING host_id
     ), cleared AS (
       UPDATE hosts h SET identity_conflict_at = NULL, identity_conflict_detail = NULL
         FROM decided WHERE h.id = decided.host_id AND $2 = 'approved'
     )
     UPDATE fleet_versions f SET version = version + 1 FROM decided WHERE f.host_id = decided.host_id`,
    [id, decision, by.name, by.at],
  );
  return rowCount === 1;
}

/** A host that enrolled but never reported. */
export interface AwaitedHost {
  id: string;
  name: string;
  fqdn: string | null;
  tags: string[];
  enrolledAt: string;
  agentVersion: string | null;
  address: string | null;
  keyName: string | null;
}

/** The newest first. */
export async function listAwaitedHosts(): Promise<AwaitedHost[]> {
  const { rows } = await getDatabase().pool.query<AwaitedHost>(
    `SELECT h.id, h.name, h.fqdn, h.tags, coalesce(a.asked_at, h.created_at) AS "enrolledAt",
            a.version AS "agentVersion", a.address, a.key_name AS "keyName"
       FROM hosts h
       LEFT JOIN agents a ON a.host_id = h.id AND a.status = 'active'
      WHERE h.retired_at IS NULL AND NOT EXISTS (SELECT FROM host_reports r WHERE r.host_id = h.id)
      ORDER BY "enrolledAt" DESC, h.id`,
  );
  return rows;
}

/** Removes a host that never reported, with its agents. False if there is none, or if it has reported in the meantime. */
export async function deleteAwaitedHost(id: string): Promise<boolean> {
  return inTransaction(async (client) => {
    // A first report in progress holds this lock: the next statement then sees what it wrote.
    await client.query("SELECT FROM fleet_versions WHERE host_id = $1 FOR UPDATE", [id]);
    // The version row stays and is raised: the fleet's version is the sum and must never return to an earlier value.
    const { rowCount } = await client.query(
      `WITH forgotten AS (
         DELETE FROM hosts h WHERE h.id = $1 AND NOT EXISTS (SELECT FROM host_reports r WHERE r.host_id = h.id)
         RETURNING h.id
       ), agents_of AS (
         DELETE FROM agents a USING forgotten WHERE a.host_id = forgotten.id
       ), version_of AS (
         UPDATE fleet_versions f SET version = version + 1 FROM forgotten WHERE f.host_id = forgotten.id
       )
       SELECT id FROM forgotten`,
      [id],
    );
    return rowCount === 1;
  });
}
