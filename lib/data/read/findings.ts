import "server-only";
import { getDatabase } from "../database.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import type { Evidence, Remedy } from "@/lib/domain/judgement.ts";
import { SEVERITIES, type RuleId, type Severity } from "@/lib/domain/words.ts";
import { countUpTo } from "./count-up-to.ts";
import { SqlParts } from "./sql-parts.ts";

export interface FindingRow {
  hostId: string;
  id: string;
  subjectId: string | null;
  vmName: string | null;
  rule: RuleId;
  severity: Severity;
  summary: string;
  evidence: Evidence[];
  remedies: Remedy[];
  vmsTouched: number;
  openedAt: IsoTime;
  confirmedAt: IsoTime | null;
  frozenAt: IsoTime | null;
  resolvedAt: IsoTime | null;
  resolution: "mended" | "no-longer-applies" | null;
}

const COLUMNS = `f.host_id AS "hostId", f.id, f.subject_id AS "subjectId", v.name AS "vmName", f.rule, f.severity,
  f.summary, f.evidence, f.remedies, f.vms_touched AS "vmsTouched", f.opened_at AS "openedAt",
  f.confirmed_at AS "confirmedAt", f.frozen_at AS "frozenAt", f.resolved_at AS "resolvedAt", f.resolution`;
const FROM = "findings f LEFT JOIN vms v ON v.id = f.subject_id";

export interface FindingQuery {
  status: "open" | "frozen" | "resolved" | "all";
  severities: Severity[] | null;
  rules: string[] | null;
  hostIds: string[] | null;
  vmIds: string[] | null;
  silentHostIds: string[];
}

/** On a silent host all findings are frozen, except the one that reports the silence. */
function isFrozen(row: "f" | "o", silent: string): string {
  return `(${row}.frozen_at IS NOT NULL OR (${row}.rule <> 'host.stale' AND ${row}.host_id = ANY(${silent}::uuid[])))`;
}

/**
 * A cluster finding is stored for each node with the same id. A list shows it once, from the node with the most current
 * information among the requested hosts: it is open while it is open on one of them, whatever it is on the others.
 */
function onceACluster(query: FindingQuery, sql: SqlParts): string {
  const silent = sql.add(query.silentHostIds);
  const stateOf = (row: "f" | "o") =>
    `(CASE WHEN ${row}.resolved_at IS NOT NULL THEN 2 WHEN ${isFrozen(row, silent)} THEN 1 ELSE 0 END)`;
  const left = query.hostIds ? `AND o.host_id = ANY(${sql.add(query.hostIds)}::uuid[])` : "";
  return `(f.rule <> 'cluster.switch-drift' OR NOT EXISTS (
    SELECT FROM hosts own JOIN hosts other ON other.cluster = own.cluster
      JOIN findings o ON o.host_id = other.id AND o.id = f.id
     WHERE own.id = f.host_id AND (${stateOf("o")}, o.host_id) < (${stateOf("f")}, f.host_id) ${left}))`;
}

function conditions(query: FindingQuery, sql: SqlParts): string[] {
  const where: string[] = [];
  const frozen = isFrozen("f", sql.add(query.silentHostIds));
  if (query.status === "open") where.push("f.resolved_at IS NULL", `NOT ${frozen}`);
  else if (query.status === "frozen") where.push("f.resolved_at IS NULL", frozen);
  else {
    if (query.status === "resolved") where.push("f.resolved_at IS NOT NULL");
    where.push(`(${frozen}) IS NOT NULL`);
  }
  if (query.severities) where.push(`f.severity = ANY(${sql.add(query.severities)}::text[])`);
  if (query.rules) where.push(`f.rule = ANY(${sql.add(query.rules)}::text[])`);
  if (query.hostIds) where.push(`f.host_id = ANY(${sql.add(query.hostIds)}::uuid[])`);
  if (query.vmIds) {
    const ids = sql.add(query.vmIds);
    // Only a host's own finding names other VMs: few are, and an index has them.
    const named = `f.subject_id IS NULL AND f.touched_ids && ${ids}::uuid[]`;
    where.push(`(f.subject_id = ANY(${ids}::uuid[]) OR (${named}))`);
  }
  return where;
}

const RANK = "CASE f.severity WHEN 'critical' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END";

export interface FindingPlace {
  rank: number;
  openedAt: string;
  id: string;
}

interface List {
  /** `silent` adds the ids of the silent hosts as a parameter. */
  where: (silent: () => string) => string;
  order: string;
}

const NEWEST_FIRST = "f.severity, f.opened_at DESC, f.id";

/** Each list has an index that has those of one severity in order, newest first, except that of silent hosts: few are. */
const UNRESOLVED: List = {
  where: () => "f.resolved_at IS NULL",
  order: `f.resolved_at, ${NEWEST_FIRST}`,
};
const RESOLVED: List = { where: () => "f.resolved_at IS NOT NULL", order: NEWEST_FIRST };
const FROZEN: List = {
  where: () => "f.resolved_at IS NULL AND f.frozen_at IS NOT NULL",
  order: NEWEST_FIRST,
};
const OF_SILENT_HOSTS: List = {
  where: (silent) => `f.resolved_at IS NULL AND f.frozen_at IS NULL AND f.host_id = ANY(${silent()}::uuid[])`,
  order: NEWEST_FIRST,
};

const LISTS: Record<FindingQuery["status"], readonly List[]> = {
  open: [UNRESOLVED],
  frozen: [FROZEN, OF_SILENT_HOSTS],
  resolved: [RESOLVED],
  all: [UNRESOLVED, RESOLVED],
};

/** Worst first, then newest first; returns one more than `limit` if there are more. */
export async function readFindingPage(
  query: FindingQuery,
  after: FindingPlace | null,
  limit: number,
): Promise<(FindingRow & { rank: number })[]> {
  // Severity by severity nothing is sorted, and only the shown rows are read.
  const rows: (FindingRow & { rank: number })[] = [];
  for (const [rank, severity] of SEVERITIES.entries()) {
    if (rows.length > limit) break;
    if ((after && rank < after.rank) || (query.severities && !query.severities.includes(severity))) continue;
    const from = after?.rank === rank ? after : null;
    const found = await readOfSeverity(severity, query, from, limit + 1 - rows.length);
    rows.push(...found.map((row) => ({ ...row, rank })));
  }
  return rows;
}

async function readOfSeverity(
  severity: Severity,
  query: FindingQuery,
  after: FindingPlace | null,
  limit: number,
): Promise<FindingRow[]> {
  const sql = new SqlParts();
  const where = [
    ...conditions({ ...query, severities: null }, sql),
    onceACluster(query, sql),
    `f.severity = ${sql.add(severity)}`,
  ];
  if (after) {
    const [at, id] = [sql.add(after.openedAt), sql.add(after.id)];
    where.push(
      `f.opened_at <= ${at}::timestamptz AND (f.opened_at < ${at}::timestamptz OR f.id > ${id}::uuid)`,
    );
  }
  const most = sql.add(limit);
  const silent = () => sql.add(query.silentHostIds);
  const lists = LISTS[query.status].map(
    (list) => `(SELECT f.host_id, f.id FROM findings f WHERE ${[list.where(silent), ...where].join(" AND ")}
                 ORDER BY ${list.order} LIMIT ${most})`,
  );
  const { rows } = await getDatabase().pool.query<FindingRow>(
    `SELECT ${COLUMNS} FROM (${lists.join(" UNION ALL ")}) page
       JOIN findings f USING (host_id, id) LEFT JOIN vms v ON v.id = f.subject_id
      ORDER BY f.opened_at DESC, f.id LIMIT ${most}`,
    sql.values,
  );
  return rows;
}

export async function countFindings(query: FindingQuery, ceiling: number): Promise<number> {
  const sql = new SqlParts();
  return countUpTo(ceiling, "findings f", [...conditions(query, sql), onceACluster(query, sql)], sql);
}

/** A VM's open, frozen and recently resolved findings, and findings of its host that name it. */
export async function readVmFindings(
  vmId: string,
  hostId: string,
  resolvedSince: IsoTime,
): Promise<FindingRow[]> {
  const { rows } = await getDatabase().pool.query<FindingRow>(
    `SELECT ${COLUMNS} FROM ${FROM}
      WHERE (f.subject_id = $1 OR (f.host_id = $3 AND f.subject_id IS NULL AND $1::uuid = ANY(f.touched_ids)))
        AND (f.resolved_at IS NULL OR f.resolved_at >= $2::timestamptz)
      ORDER BY f.resolved_at IS NOT NULL, ${RANK}, f.opened_at DESC LIMIT 200`,
    [vmId, resolvedSince, hostId],
  );
  return rows;
}

/** A host's own findings, and the open findings of its VMs. */
export async function readHostFindings(hostId: string, resolvedSince: IsoTime): Promise<FindingRow[]> {
  const { rows } = await getDatabase().pool.query<FindingRow>(
    `SELECT ${COLUMNS} FROM ${FROM}
      WHERE f.host_id = $1 AND f.subject_id IS NULL AND (f.resolved_at IS NULL OR f.resolved_at >= $2::timestamptz)
      ORDER BY f.resolved_at IS NOT NULL, ${RANK}, f.opened_at DESC LIMIT 200`,
    [hostId, resolvedSince],
  );
  return rows;
}

export interface CauseRow {
  hostId: string;
  rule: RuleId;
  severity: Severity;
  summary: string;
  /** Whether every finding has this summary. */
  isOfOneSummary: boolean;
  findings: number;
  vms: number;
  isOfHost: boolean;
  openedAt: IsoTime;
  /** Number of its VMs on which the finding was opened since then. */
  found: number;
  cost: string | null;
}

/** Findings by rule and host, with one representative finding and the number of VM findings newer than `since`. */
export async function readCauses(query: FindingQuery, since: IsoTime): Promise<CauseRow[]> {
  const sql = new SqlParts();
  const { rows } = await getDatabase().pool.query<CauseRow>(
    `SELECT f.host_id AS "hostId", f.rule, f.severity, min(f.summary) AS summary,
            min(f.summary) = max(f.summary) AS "isOfOneSummary", count(*) AS findings,
            greatest(count(f.subject_id), max(f.vms_touched) FILTER (WHERE f.subject_id IS NULL), 0) AS vms,
            bool_or(f.subject_id IS NULL) AS "isOfHost", min(f.opened_at) AS "openedAt",
            count(f.subject_id) FILTER (WHERE f.opened_at >= ${sql.add(since)}::timestamptz) AS found,
            min(f.remedies -> 0 ->> 'cost') AS cost
       FROM findings f WHERE ${conditions(query, sql).join(" AND ")}
      GROUP BY f.host_id, f.rule, f.severity`,
    sql.values,
  );
  return rows;
}

export type EndedRow = Pick<CauseRow, "hostId" | "rule" | "severity"> & { ended: number };

/** VM findings that were open at `since` and are now resolved, by rule and host. Findings of silent hosts do not end. */
export async function readEnded(
  { severities, rules, hostIds, silentHostIds }: Omit<FindingQuery, "status">,
  since: IsoTime,
): Promise<EndedRow[]> {
  const { rows } = await getDatabase().pool.query<EndedRow>(
    `SELECT f.host_id AS "hostId", f.rule, f.severity, count(*) AS ended FROM findings f
      WHERE f.resolved_at >= $1::timestamptz AND f.opened_at < $1::timestamptz AND f.subject_id IS NOT NULL
        AND ($2::text[] IS NULL OR f.severity = ANY($2)) AND ($3::text[] IS NULL OR f.rule = ANY($3))
        AND ($4::uuid[] IS NULL OR f.host_id = ANY($4)) AND f.host_id <> ALL($5::uuid[])
      GROUP BY f.host_id, f.rule, f.severity`,
    [since, severities, rules, hostIds, silentHostIds],
  );
  return rows;
}

/** Open findings of one rule about hosts. */
export async function readOpenFindingsOf(
  rule: RuleId,
  silentHostIds: string[],
): Promise<{ hostId: string; rule: RuleId; severity: Severity; summary: string; evidence: Evidence[] }[]> {
  const { rows } = await getDatabase().pool.query<{
    hostId: string;
    rule: RuleId;
    severity: Severity;
    summary: string;
    evidence: Evidence[];
  }>(
    `SELECT f.host_id AS "hostId", f.rule, f.severity, f.summary, f.evidence FROM findings f
      WHERE f.rule = $1 AND f.subject_id IS NULL AND f.resolved_at IS NULL AND f.frozen_at IS NULL
        AND f.host_id <> ALL($2::uuid[])
      ORDER BY f.opened_at, f.id`,
    [rule, silentHostIds],
  );
  return rows;
}

/** Open findings about hosts themselves, worst first: of all hosts, or of these. */
export async function readHostsOwnFindings(
  hostIds: readonly string[] | null,
): Promise<{ hostId: string; rule: RuleId; severity: Severity; summary: string }[]> {
  const { rows } = await getDatabase().pool.query<{
    hostId: string;
    rule: RuleId;
    severity: Severity;
    summary: string;
  }>(
    `SELECT f.host_id AS "hostId", f.rule, f.severity, f.summary FROM findings f
      WHERE f.subject_id IS NULL AND f.resolved_at IS NULL AND f.frozen_at IS NULL
        AND ($1::uuid[] IS NULL OR f.host_id = ANY($1))
      ORDER BY ${RANK}, f.opened_at`,
    [hostIds],
  );
  return rows;
}
