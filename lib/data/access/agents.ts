import "server-only";
import { getDatabase } from "@/lib/data/database.ts";

/** Who posts, as its token says. */
export interface AgentRow {
  hostId: string;
  id: string;
  instanceId: string;
  machineId: string;
  status: string;
}

// Asked with every post: one prepared statement instead of the mapper, which costs several times as much.
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

/** An instance that may post, whatever its token. */
export async function findAgentByInstance(instanceId: string): Promise<{ hostId: string } | null> {
  const { rows } = await getDatabase().pool.query<{ hostId: string }>(
    `SELECT host_id AS "hostId" FROM agents WHERE instance_id = $1 AND status = 'active' LIMIT 1`,
    [instanceId],
  );
  return rows[0] ?? null;
}

export interface WaitingAgent {
  id: string;
  hostId: string;
  hostName: string;
  instanceId: string;
  version: string | null;
  createdAt: string;
}

/** Second instances on machines that are known, oldest first. */
export async function listPendingAgents(): Promise<WaitingAgent[]> {
  const { rows } = await getDatabase().pool.query<WaitingAgent>(
    `SELECT a.id, a.host_id AS "hostId", h.name AS "hostName", a.instance_id AS "instanceId", a.version,
            a.created_at AS "createdAt"
     FROM agents a JOIN hosts h ON h.id = a.host_id
     WHERE a.status = 'pending'
     ORDER BY a.created_at, a.id`,
  );
  return rows;
}

/** Lets a waiting instance enrol at its next attempt. False where none of that id waits. */
export async function approveAgent(id: string): Promise<boolean> {
  const { rowCount } = await getDatabase().pool.query(
    `WITH approved AS (
       UPDATE agents SET status = 'approved' WHERE id = $1 AND status = 'pending' RETURNING host_id
     )
     UPDATE hosts h SET identity_conflict_at = NULL, identity_conflict_detail = NULL
     FROM approved WHERE h.id = approved.host_id`,
    [id],
  );
  return rowCount === 1;
}
