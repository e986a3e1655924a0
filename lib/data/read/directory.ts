import "server-only";
import { getDatabase } from "../database.ts";
import type { AgentFacts, IsoTime, SectionFacts } from "@/lib/domain/facts.ts";

/** The small set of columns that every page needs of every host: names, report times, counts. */
export interface DirectoryHost {
  id: string;
  name: string;
  fqdn: string | null;
  cluster: string | null;
  tags: string[];
  createdAt: IsoTime;
  retiredAt: IsoTime | null;
  /** The name of the person who retired it. */
  retiredBy: string | null;
  observedAt: IsoTime;
  intervalSeconds: number;
  /** Until then its past is being imported. */
  pastComesUntil: IsoTime | null;
  agentVersion: string;
  osCaption: string | null;
  /** Names and descriptions of its adapters, in lower case. */
  adapterWords: string[];
  /** Their MAC addresses: twelve lower-case digits without separators. */
  macAddresses: string[];
  sections: SectionFacts[];
  /** Which of its own facts could not be read, by section. */
  unreadFacts: string[];
  /** As written by ingest, which defines the type. */
  counts: unknown;
}

/** The fleet's version: it increases with every transaction that changes readable data. */
export async function readFleetVersion(): Promise<string> {
  const { rows } = await getDatabase().pool.query<{ version: string }>(
    "SELECT coalesce(sum(version), 0)::text || '.' || count(*) AS version FROM fleet_versions",
  );
  return rows[0]?.version ?? "0.0";
}

/** The version number of each host; the fleet's version is their sum. */
export async function readHostVersions(): Promise<{ id: string; version: string }[]> {
  const { rows } = await getDatabase().pool.query<{ id: string; version: string }>(
    "SELECT host_id AS id, version::text FROM fleet_versions",
  );
  return rows;
}

/** Physical adapters and the host's own adapters on virtual switches; none of a list that could not be read. */
const adapters = `unnest(ARRAY['physicalAdapters', 'hostAdapters']) AS list, jsonb_path_query(f.facts->list, '$[*]')`;

/** Those of these hosts that have ever reported. */
export async function readDirectory(ids: readonly string[]): Promise<DirectoryHost[]> {
  const { rows } = await getDatabase().pool.query<DirectoryHost>(
    `SELECT h.id, h.name, h.fqdn, h.cluster, h.tags, h.created_at AS "createdAt", h.retired_at AS "retiredAt",
            h.retired_by AS "retiredBy", r.observed_at AS "observedAt", r.interval_seconds AS "intervalSeconds",
            h.past_comes_until AS "pastComesUntil", r.agent->>'version' AS "agentVersion", r.sections,
            f.facts #>> '{host,os,caption}' AS "osCaption",
            ARRAY(SELECT DISTINCT lower(word)
                    FROM ${adapters} AS adapter,
                         unnest(ARRAY[adapter->>'name', adapter->>'description']) AS word
                   WHERE word <> '') AS "adapterWords",
            ARRAY(SELECT DISTINCT regexp_replace(lower(adapter->>'macAddress'), '[^0-9a-f]', '', 'g')
                    FROM ${adapters} AS adapter
                   WHERE adapter->>'macAddress' <> '') AS "macAddresses",
            ARRAY(SELECT key FROM jsonb_each(f.facts) WHERE value = 'null') AS "unreadFacts", u.counts
       FROM hosts h
       JOIN host_reports r ON r.host_id = h.id
       LEFT JOIN host_facts f ON f.host_id = h.id
       LEFT JOIN host_rollups u ON u.host_id = h.id
      WHERE h.id = ANY($1::uuid[])`,
    [ids],
  );
  return rows;
}

export interface HostDetailRow {
  id: string;
  /** Includes the observed clock difference, unless the report is older than that observation. */
  agent: AgentFacts & { clockAheadSeconds?: number };
  sections: SectionFacts[];
  facts: unknown;
  identityConflictAt: IsoTime | null;
  identityConflictDetail: string | null;
}

const detail = (
  facts: string,
) => `SELECT h.id, r.agent, r.sections, ${facts} AS facts, h.identity_conflict_at AS "identityConflictAt",
                       h.identity_conflict_detail AS "identityConflictDetail"
                  FROM hosts h JOIN host_reports r ON r.host_id = h.id LEFT JOIN host_facts f ON f.host_id = h.id`;

export async function readHostDetail(id: string): Promise<HostDetailRow | null> {
  const { rows } = await getDatabase().pool.query<HostDetailRow>(`${detail("f.facts")} WHERE h.id = $1`, [
    id,
  ]);
  return rows[0] ?? null;
}

/** Hosts for the rows of a list: only the facts about the host itself and the status of its sections. */
export async function readListedHosts(ids: readonly string[]): Promise<HostDetailRow[]> {
  const facts = `(SELECT jsonb_object_agg(key, CASE WHEN key = 'host' OR value = 'null' THEN value ELSE '[]' END)
                    FROM jsonb_each(f.facts))`;
  const { rows } = await getDatabase().pool.query<HostDetailRow>(
    `${detail(facts)} WHERE h.id = ANY($1::uuid[])`,
    [ids],
  );
  return rows;
}

/** Number of VMs that were marked as gone with a retired host and are on no other host. */
export async function countTakenOut(hostId: string, retiredAt: IsoTime): Promise<number> {
  const { rows } = await getDatabase().pool.query<{ count: number }>(
    "SELECT count(*) AS count FROM vms WHERE host_id = $1 AND gone_at = $2",
    [hostId, retiredAt],
  );
  // A count is always one row.
  return rows[0]?.count ?? 0;
}

/** Recorded counts of each host at the end of a day. */
export async function readHostDays(day: string): Promise<{ hostId: string; counts: unknown }[]> {
  const { rows } = await getDatabase().pool.query<{ hostId: string; counts: unknown }>(
    `SELECT host_id AS "hostId", counts FROM host_days WHERE day = $1::date`,
    [day],
  );
  return rows;
}
