import "server-only";
import { getDatabase } from "../database.ts";
import type { AgentFacts, IsoTime, SectionFacts } from "@/lib/domain/facts.ts";

/** What every page needs of every host, small: names, when it reported, its counts. */
export interface DirectoryHost {
  id: string;
  name: string;
  fqdn: string | null;
  cluster: string | null;
  tags: string[];
  createdAt: IsoTime;
  retiredAt: IsoTime | null;
  observedAt: IsoTime;
  intervalSeconds: number;
  /** As the ingest wrote them; typed by who wrote them. */
  counts: unknown;
}

/** The fleet's version: it rises with every transaction that changes what is read. */
export async function readFleetVersion(): Promise<string> {
  const { rows } = await getDatabase().pool.query<{ version: string }>(
    "SELECT coalesce(sum(version), 0)::text || '.' || count(*) AS version FROM fleet_versions",
  );
  return rows[0]?.version ?? "0.0";
}

/** All hosts that have ever reported, by name. */
export async function readDirectory(): Promise<DirectoryHost[]> {
  const { rows } = await getDatabase().pool.query<DirectoryHost>(
    `SELECT h.id, h.name, h.fqdn, h.cluster, h.tags, h.created_at AS "createdAt", h.retired_at AS "retiredAt",
            r.observed_at AS "observedAt", r.interval_seconds AS "intervalSeconds", u.counts
       FROM hosts h
       JOIN host_reports r ON r.host_id = h.id
       LEFT JOIN host_rollups u ON u.host_id = h.id
      ORDER BY lower(h.name), h.id`,
  );
  return rows;
}

export interface HostDetailRow {
  id: string;
  /** With what the server saw of its clock, where the report is not older than that. */
  agent: AgentFacts & { clockAheadSeconds?: number };
  sections: SectionFacts[];
  facts: unknown;
  identityConflictAt: IsoTime | null;
  identityConflictDetail: string | null;
}

const DETAIL = `SELECT h.id, r.agent, r.sections, f.facts, h.identity_conflict_at AS "identityConflictAt",
                       h.identity_conflict_detail AS "identityConflictDetail"
                  FROM hosts h JOIN host_reports r ON r.host_id = h.id LEFT JOIN host_facts f ON f.host_id = h.id`;

export async function readHostDetails(ids: string[]): Promise<HostDetailRow[]> {
  const { rows } = await getDatabase().pool.query<HostDetailRow>(`${DETAIL} WHERE h.id = ANY($1::uuid[])`, [
    ids,
  ]);
  return rows;
}

/** Counts of each host at the end of a day, as far as they were recorded. */
export async function readHostDays(day: string): Promise<{ hostId: string; counts: unknown }[]> {
  const { rows } = await getDatabase().pool.query<{ hostId: string; counts: unknown }>(
    `SELECT host_id AS "hostId", counts FROM host_days WHERE day = $1::date`,
    [day],
  );
  return rows;
}
