import "server-only";
import type pg from "pg";

export type EnrolmentOutcome =
  | { kind: "enrolled"; hostId: string }
  | { kind: "bad-key" }
  | { kind: "used-up" }
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
  /** Address of the request. */
  address: string | null;
  now: string;
  newHostId: string;
  newAgentId: string;
}

/**
 * Enrols inside the caller's transaction. The same instance on the same machine gets a new token, because the first answer
 * may have been lost; its old token is revoked. A use of the key is counted only if a token is issued, and once for an
 * instance that repeats its enrolment, even if the key is used up by now.
 */
export async function enrolHost(client: pg.ClientBase, request: EnrolmentRequest): Promise<EnrolmentOutcome> {
  const { enrolment, now } = request;
  const key = await client.query<{ id: string; name: string; tags: string[]; is_used_up: boolean }>(
    `SELECT id, name, tags, coalesce(uses_left <= 0, false) AS is_used_up FROM enrolment_keys
      WHERE key_hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2::timestamptz) FOR UPDATE`,
    [request.keyHash, now],
  );
  const [usable] = key.rows;
  if (!usable) return { kind: "bad-key" };

  // Two concurrent first requests of one machine: the second waits here and then finds the host.
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 7))", [enrolment.machineId]);
  const isRepeated = await wasEnrolledWith(client, usable.id, enrolment);
  if (usable.is_used_up && !isRepeated) return { kind: "used-up" };
  const elsewhere = await client.query(
    `SELECT FROM agents a JOIN hosts h ON h.id = a.host_id
      WHERE a.instance_id = $1 AND h.machine_id <> $2 AND a.status IN ('active', 'approved') LIMIT 1`,
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
    // A refused instance may ask again: it stays refused until an administrator approves it.
    await client.query(
      `INSERT INTO agents (host_id, id, instance_id, status, ${ASKED}) VALUES ($1, $2, $3, 'pending', ${ASKED_VALUES})
       ON CONFLICT (host_id, instance_id) DO UPDATE SET
         status = CASE agents.status WHEN 'refused' THEN 'refused' ELSE 'pending' END, ${ASKED_AGAIN}`,
      [hostId, request.newAgentId, enrolment.instanceId, ...asked(request, usable.name)],
    );
    await client.query("UPDATE fleet_versions SET version = version + 1 WHERE host_id = $1", [hostId]);
    return { kind: "held" };
  }

  // An approved instance replaces the previous one.
  await client.query(
    `UPDATE agents SET status = 'revoked', revoked_at = $3::timestamptz, token_hash = NULL
      WHERE host_id = $1 AND instance_id <> $2 AND status = 'active'`,
    [hostId, enrolment.instanceId, now],
  );
  await client.query(
    `INSERT INTO agents (host_id, id, instance_id, status, ${ASKED}, token_hash, key_id)
     VALUES ($1, $2, $3, 'active', ${ASKED_VALUES}, $9, $10)
     ON CONFLICT (host_id, instance_id) DO UPDATE SET
       token_hash = excluded.token_hash, key_id = excluded.key_id, status = 'active', revoked_at = NULL, ${ASKED_AGAIN}`,
    [
      hostId,
      request.newAgentId,
      enrolment.instanceId,
      ...asked(request, usable.name),
      request.tokenHash,
      usable.id,
    ],
  );
  if (!isRepeated) {
    await client.query("UPDATE enrolment_keys SET uses = uses + 1, uses_left = uses_left - 1 WHERE id = $1", [
      usable.id,
    ]);
  }
  return { kind: "enrolled", hostId };
}

const ASKED = "version, asked_name, address, asked_at, key_name";
const ASKED_VALUES = "$4, $5, $6, $7::timestamptz, $8";
const ASKED_AGAIN = `version = excluded.version, asked_name = excluded.asked_name, address = excluded.address,
  asked_at = excluded.asked_at, key_name = excluded.key_name`;

function asked({ enrolment, address, now }: EnrolmentRequest, keyName: string): (string | null)[] {
  return [enrolment.agentVersion, enrolment.name, address, now, keyName];
}

/** Whether the active instance of the machine is this one, with a token that was issued for this key. */
async function wasEnrolledWith(
  client: pg.ClientBase,
  keyId: string,
  { instanceId, machineId }: EnrolmentRequest["enrolment"],
): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM agents a JOIN hosts h ON h.id = a.host_id
      WHERE a.instance_id = $1 AND a.status = 'active' AND a.key_id = $2 AND h.machine_id = $3`,
    [instanceId, keyId, machineId],
  );
  return rowCount === 1;
}

/** The active instance of the machine, or one approved by an administrator, or any instance if none is active. */
async function isAdmitted(client: pg.ClientBase, hostId: string, instanceId: string): Promise<boolean> {
  const { rows } = await client.query<{ is_admitted: boolean }>(
    `SELECT EXISTS (SELECT FROM agents WHERE host_id = $1 AND instance_id = $2 AND status IN ('active', 'approved'))
         AS is_admitted`,
    [hostId, instanceId],
  );
  return rows[0]?.is_admitted === true;
}
