import "server-only";
import type pg from "pg";
import type { AgentFacts, SectionFacts } from "@/lib/domain/facts.ts";

/** A host before this report is applied. */
export interface HostState {
  hostId: string;
  /** The version assigned by this transaction. */
  version: number;
  machineId: string;
  name: string;
  cluster: string | null;
  tags: string[];
  retiredAt: string | null;
  /** `null` before the first report. */
  report: {
    epoch: number;
    sequence: number;
    observedAt: string;
    receivedAt: string;
    /** The latest time covered by any report. */
    toldUntil: string;
    intervalSeconds: number;
    agent: AgentFacts;
    sections: SectionFacts[];
    factsHash: string | null;
    /** Other inputs of the verdicts on its settled VMs, besides the VMs themselves. */
    ground: string | null;
    /** `null` if an earlier release stored the report. */
    sentAt: string | null;
    /** `null` if the list could not be read. */
    vmsListed: number | null;
  } | null;
  isKnownSnapshot: boolean;
}

interface HostStateRow {
  machine_id: string;
  name: string;
  cluster: string | null;
  tags: string[];
  retired_at: string | null;
  epoch: number | null;
  sequence: number;
  observed_at: string;
  received_at: string;
  told_until: string;
  interval_seconds: number;
  agent: AgentFacts;
  sections: SectionFacts[];
  facts_hash: string | null;
  ground: string | null;
  sent_at: string | null;
  vms_listed: number | null;
  is_known_snapshot: boolean;
}

/** Locks the host and all hosts that it ever shared a VM with. */
const LOCK_HOST = {
  name: "lock-host",
  text: `WITH sharing AS (
           SELECT DISTINCT theirs.host_id FROM vm_observations ours
             JOIN vm_observations theirs ON theirs.id = ours.id
            WHERE ours.host_id = $1
         ), locked AS (
           SELECT host_id FROM fleet_versions
            WHERE host_id = $1 OR host_id IN (SELECT host_id FROM sharing) ORDER BY host_id FOR UPDATE
         )
         UPDATE fleet_versions f SET version = f.version + 1 FROM locked
          WHERE f.host_id = $1 AND locked.host_id = $1 RETURNING f.version`,
};

const LOCK_HOST_ALONE = {
  name: "lock-host-alone",
  text: "UPDATE fleet_versions SET version = version + 1 WHERE host_id = $1 RETURNING version",
};

/**
 * Locks the host, raises its version, and reads it. The version row is the lock: two reports of one host are applied one
 * after the other. Hosts that it ever shared a VM with are locked too, in key order, because placing the VM requires
 * them: the nodes of a cluster report in the same minute, and Postgres needs a second to detect each deadlock between
 * them. `null` if no such host is registered.
 */
export async function lockHost(
  client: pg.ClientBase,
  hostId: string,
  /** `null` without a report. */
  snapshotId: string | null,
  /** Whether it shares no VM, as far as is known. The caller must check the version and start again if it has changed. */
  isAlone = false,
): Promise<HostState | null> {
  const lock = client.query<{ version: number }>({
    ...(isAlone ? LOCK_HOST_ALONE : LOCK_HOST),
    values: [hostId],
  });
  // Runs after the lock is taken, so it sees everything committed while waiting for the lock.
  const state = client.query<HostStateRow>({
    name: "host-state",
    text: `SELECT h.machine_id, h.name, h.cluster, h.tags, h.retired_at,
            r.epoch, r.sequence, r.observed_at, r.received_at, coalesce(r.told_until, r.observed_at) AS told_until, r.interval_seconds, r.agent, r.sections, r.facts_hash, r.ground,
            r.sent_at, r.vms_listed,
            EXISTS (SELECT FROM snapshot_receipts s WHERE s.host_id = h.id AND s.snapshot_id = $2) AS is_known_snapshot
       FROM hosts h LEFT JOIN host_reports r ON r.host_id = h.id
      WHERE h.id = $1`,
    values: [hostId, snapshotId],
  });
  const [{ rows: versions }, { rows }] = await Promise.all([lock, state]);
  const [row] = rows;
  const [locked] = versions;
  if (!locked || !row) return null;
  return {
    hostId,
    version: locked.version,
    machineId: row.machine_id,
    name: row.name,
    cluster: row.cluster,
    tags: row.tags,
    retiredAt: row.retired_at,
    report:
      row.epoch === null
        ? null
        : {
            epoch: row.epoch,
            sequence: row.sequence,
            observedAt: row.observed_at,
            receivedAt: row.received_at,
            toldUntil: row.told_until,
            intervalSeconds: row.interval_seconds,
            agent: row.agent,
            sections: row.sections,
            factsHash: row.facts_hash,
            ground: row.ground,
            sentAt: row.sent_at,
            vmsListed: row.vms_listed,
          },
    isKnownSnapshot: row.is_known_snapshot,
  };
}

/** Raises the version of other hosts whose VMs this report moves, in key order, which also takes their locks. */
export async function lockOtherHosts(client: pg.ClientBase, hostIds: string[]): Promise<void> {
  if (hostIds.length === 0) return;
  await client.query(
    `WITH locked AS (SELECT host_id FROM fleet_versions WHERE host_id = ANY($1::uuid[]) ORDER BY host_id FOR UPDATE)
     UPDATE fleet_versions f SET version = f.version + 1 FROM locked WHERE f.host_id = locked.host_id`,
    [hostIds],
  );
}

/** The configuration versions that each reporting node of a cluster lists; a node that reported none is `null`. */
export async function readClusterVmVersions(
  client: pg.ClientBase,
  cluster: string,
  exceptHostId: string,
): Promise<{ hostId: string; versions: string[] | null; observedAt: string; intervalSeconds: number }[]> {
  const { rows } = await client.query<{
    id: string;
    vm_versions: string[] | null;
    observed_at: string;
    interval_seconds: number;
  }>({
    name: "cluster-vm-versions",
    text: `SELECT h.id, h.vm_versions, r.observed_at, r.interval_seconds
       FROM hosts h JOIN host_reports r ON r.host_id = h.id
      WHERE h.cluster = $1 AND h.id <> $2 AND h.retired_at IS NULL`,
    values: [cluster, exceptHostId],
  });
  return rows.map((row) => ({
    hostId: row.id,
    versions: row.vm_versions,
    observedAt: row.observed_at,
    intervalSeconds: row.interval_seconds,
  }));
}

export interface HostReportWrite {
  hostId: string;
  name: string;
  fqdn: string | null;
  cluster: string | null;
  vmVersions: string[] | null;
  snapshotId: string;
  epoch: number;
  sequence: number;
  observedAt: string;
  receivedAt: string;
  intervalSeconds: number;
  agent: AgentFacts & { clockAheadSeconds: number };
  sections: SectionFacts[];
  factsHash: string;
  ground: string;
  judgedBy: number;
  sentAt: string;
  vmsListed: number | null;
  /** Set if the hash changed. */
  facts: object | null;
  isHostRowChanged: boolean;
  /** The period before it without reports, if the host was silent. */
  silence: { from: string; to: string } | null;
}

export async function writeHostReport(client: pg.ClientBase, report: HostReportWrite): Promise<void> {
  const written: Promise<unknown>[] = [];
  const send = (query: pg.QueryConfig) => written.push(client.query(query));
  send({
    name: "write-host-report",
    text: `WITH receipt AS (
       INSERT INTO snapshot_receipts (host_id, snapshot_id, received_at) VALUES ($1, $2, $6)
     )
     INSERT INTO host_reports
       (host_id, epoch, sequence, observed_at, received_at, interval_seconds, agent, sections, facts_hash, ground, judged_by,
        sent_at, vms_listed, told_until)
     VALUES ($1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $5)
     ON CONFLICT (host_id) DO UPDATE SET
       epoch = excluded.epoch, sequence = excluded.sequence, observed_at = excluded.observed_at,
       received_at = excluded.received_at, interval_seconds = excluded.interval_seconds,
       agent = excluded.agent, sections = excluded.sections, facts_hash = excluded.facts_hash, ground = excluded.ground,
       judged_by = excluded.judged_by, sent_at = excluded.sent_at, vms_listed = excluded.vms_listed,
       told_until = greatest(host_reports.told_until, host_reports.observed_at, excluded.observed_at)`,
    values: [
      report.hostId,
      report.snapshotId,
      report.epoch,
      report.sequence,
      report.observedAt,
      report.receivedAt,
      report.intervalSeconds,
      JSON.stringify(report.agent),
      JSON.stringify(report.sections),
      report.factsHash,
      report.ground,
      report.judgedBy,
      report.sentAt,
      report.vmsListed,
    ],
  });
  if (report.isHostRowChanged) {
    send({
      text: "UPDATE hosts SET name = $2, fqdn = $3, cluster = $4, vm_versions = $5 WHERE id = $1",
      values: [report.hostId, report.name, report.fqdn, report.cluster, report.vmVersions],
    });
  }
  if (report.silence !== null) {
    send({
      text: `INSERT INTO host_silences (host_id, from_at, to_at) VALUES ($1, $2, $3)
             ON CONFLICT (host_id, from_at) DO UPDATE SET to_at = greatest(host_silences.to_at, excluded.to_at)`,
      values: [report.hostId, report.silence.from, report.silence.to],
    });
  }
  if (report.facts !== null) {
    send({
      text: `INSERT INTO host_facts (host_id, facts) VALUES ($1, $2)
             ON CONFLICT (host_id) DO UPDATE SET facts = excluded.facts`,
      values: [report.hostId, JSON.stringify(report.facts)],
    });
  }
  await Promise.all(written);
}

export async function readHostFacts(client: pg.ClientBase, hostId: string): Promise<unknown> {
  const { rows } = await client.query<{ facts: unknown }>("SELECT facts FROM host_facts WHERE host_id = $1", [
    hostId,
  ]);
  return rows[0]?.facts ?? null;
}

/** Facts that a VM on this host takes from the host. */
export async function readHostAbout(
  client: pg.ClientBase,
  hostId: string,
): Promise<{ cluster: string | null; tags: string[]; facts: unknown } | null> {
  const { rows } = await client.query<{ cluster: string | null; tags: string[]; facts: unknown }>(
    "SELECT h.cluster, h.tags, f.facts FROM hosts h JOIN host_facts f ON f.host_id = h.id WHERE h.id = $1",
    [hostId],
  );
  return rows[0] ?? null;
}

/** Records that another machine used this host's identity. The host itself is not changed. */
export async function markIdentityConflict(
  client: pg.ClientBase,
  hostId: string,
  at: string,
  detail: string,
): Promise<void> {
  await client.query(
    "UPDATE hosts SET identity_conflict_at = $2, identity_conflict_detail = $3 WHERE id = $1",
    [hostId, at, detail],
  );
  await client.query("UPDATE fleet_versions SET version = version + 1 WHERE host_id = $1", [hostId]);
}
