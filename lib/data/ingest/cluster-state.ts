import "server-only";
import type pg from "pg";
import type { IsoTime, PhysicalAdapterFacts, SwitchFacts } from "@/lib/domain/facts.ts";
import { toStoredFinding, type FindingRow, type StoredFinding } from "./write-life.ts";

export interface ClusterNode {
  hostId: string;
  hostName: string;
  observedAt: IsoTime;
  intervalSeconds: number;
  switches: SwitchFacts[] | null;
  physicalAdapters: PhysicalAdapterFacts[] | null;
}

/**
 * Reports evaluate a cluster one after the other: each sees the facts of those it waited for. The findings of the rule
 * are written only under this lock, so no lock of a node is needed.
 */
export async function lockCluster(client: pg.ClientBase, cluster: string): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtext('innkeeper.cluster'), hashtext($1))", [cluster]);
}

export async function readClusterNodes(client: pg.ClientBase, cluster: string): Promise<ClusterNode[]> {
  const { rows } = await client.query<ClusterNode>(
    `SELECT h.id AS "hostId", h.name AS "hostName", r.observed_at AS "observedAt",
            r.interval_seconds AS "intervalSeconds", nullif(f.facts -> 'switches', 'null') AS switches,
            nullif(f.facts -> 'physicalAdapters', 'null') AS "physicalAdapters"
       FROM hosts h
       JOIN host_reports r ON r.host_id = h.id
       LEFT JOIN host_facts f ON f.host_id = h.id
      WHERE h.cluster = $1 AND h.retired_at IS NULL
      ORDER BY h.id`,
    [cluster],
  );
  return rows;
}

/** The drift findings of these hosts that have not ended, oldest first. */
export async function readDrift(client: pg.ClientBase, hostIds: string[]): Promise<StoredFinding[]> {
  const { rows } = await client.query<FindingRow>(
    `SELECT host_id, id, subject_id, rule, severity, summary, evidence, remedies, vms_touched, touched_ids, opened_at,
            confirmed_at, frozen_at
       FROM findings
      WHERE host_id = ANY($1::uuid[]) AND rule = 'cluster.switch-drift' AND resolved_at IS NULL
      ORDER BY opened_at, host_id`,
    [hostIds],
  );
  return rows.map(toStoredFinding);
}
