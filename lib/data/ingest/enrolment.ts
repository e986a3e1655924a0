import "server-only";
import type pg from "pg";

export type EnrolmentOutcome =
  | { kind: "enrolled"; hostId: string }
  | { kind: "bad-key" }
  | { kind: "held" }
  | { kind: "instance-elsewhere" };

export interface EnrolmentRequest {
  keyHash: string;
  enrolment: {
    instanceId: string;
    machineId: string;
    name: string;
    fqdn: string | null;
    agentVersion: string | null;
  };
  tokenHash: string;
  now: string;
  newHostId: string;
  newAgentId: string;
}

/**
 * Enrols inside the caller's transaction. A use of the key is spent only when a token is given. The same instance on
 * the same machine gets a new token, since the answer to its first try may have been lost; its old one ends.
 */
export async function enrolHost(client: pg.ClientBase, request: EnrolmentRequest): Promise<EnrolmentOutcome> {
  const { enrolment, now } = request;
  const key = await client.query<{ id: string; tags: string[] }>(
    `SELECT id, tags FROM enrolment_keys
      WHERE key_hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2::timestamptz)
        AND (uses_left IS NULL OR uses_left > 0) FOR UPDATE`,
    [request.keyHash, now],
  );
  const [usable] = key.rows;
  if (!usable) return { kind: "bad-key" };

  // Two first posts of one machine at once: the second waits here and then finds the host.
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 7))", [enrolment.machineId]);
  const elsewhere = await client.query(
    `SELECT FROM agents a JOIN hosts h ON h.id = a.host_id
      WHERE a.instance_id = $1 AND h.machine_id <> $2 AND a.status <> 'revoked' LIMIT 1`,
    [enrolment.instanceId, enrolment.machineId],
  );
  if (elsewhere.rowCount) return { kind: "instance-elsewhere" };

  const known = await client.query<{ id: string }>(
    "SELECT id FROM hosts WHERE md5(machine_id) = md5($1) AND machine_id = $1 FOR UPDATE",
    [enrolment.machineId],
  );
  const hostId = known.rows[0]?.id ?? request.newHostId;
  if (known.rows.length === 0) {
    await client.query("INSERT INTO hosts (id, machine_id, name, fqdn, tags) VALUES ($1, $2, $3, $4, $5)", [
      hostId,
      enrolment.machineId,
      enrolment.name,
      enrolment.fqdn,
      usable.tags,
    ]);
    await client.query("INSERT INTO fleet_versions (host_id, version) VALUES ($1, 1)", [hostId]);
  } else if (!(await isAdmitted(client, hostId, enrolment.instanceId))) {
    await client.query(
      `INSERT INTO agents (host_id, id, instance_id, status, version) VALUES ($1, $2, $3, 'pending', $4)
       ON CONFLICT (host_id, instance_id) DO UPDATE SET status = 'pending', version = excluded.version`,
      [hostId, request.newAgentId, enrolment.instanceId, enrolment.agentVersion],
    );
    await client.query("UPDATE fleet_versions SET version = version + 1 WHERE host_id = $1", [hostId]);
    return { kind: "held" };
  }

  // An instance that was approved takes the place of the one before it.
  await client.query(
    `UPDATE agents SET status = 'revoked', revoked_at = $3::timestamptz, token_hash = NULL
      WHERE host_id = $1 AND instance_id <> $2 AND status = 'active'`,
    [hostId, enrolment.instanceId, now],
  );
  await client.query(
    `INSERT INTO agents (host_id, id, instance_id, token_hash, status, version) VALUES ($1, $2, $3, $4, 'active', $5)
     ON CONFLICT (host_id, instance_id) DO UPDATE SET
       token_hash = excluded.token_hash, status = 'active', version = excluded.version, revoked_at = NULL`,
    [hostId, request.newAgentId, enrolment.instanceId, request.tokenHash, enrolment.agentVersion],
  );
  await client.query(
    "UPDATE enrolment_keys SET uses_left = uses_left - 1 WHERE id = $1 AND uses_left IS NOT NULL",
    [usable.id],
  );
  return { kind: "enrolled", hostId };
}

/** The instance that has the machine, one that an operator approved, or any where none was left. */
async function isAdmitted(client: pg.ClientBase, hostId: string, instanceId: string): Promise<boolean> {
  const { rows } = await client.query<{ is_admitted: boolean }>(
    `SELECT EXISTS (SELECT FROM agents WHERE host_id = $1 AND instance_id = $2 AND status IN ('active', 'approved'))
         AS is_admitted`,
    [hostId, instanceId],
  );
  return rows[0]?.is_admitted === true;
}
