import "server-only";
import { getDatabase } from "../database.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import type { ChangeKind } from "@/lib/domain/words.ts";
import { countUpTo } from "./count-up-to.ts";
import { SqlParts } from "./sql-parts.ts";

export interface ChangeRow {
  transactionId: number;
  id: number;
  at: IsoTime;
  hostId: string;
  subjectId: string | null;
  vmName: string | null;
  kind: ChangeKind;
  field: string;
  fromValue: string | null;
  toValue: string | null;
}

/** A position in the log: entries are read by (transaction, id), and only once no older transaction can still add entries. */
export interface ChangePosition {
  transactionId: number;
  id: number;
}

export interface ChangeQuery {
  sinceTime: IsoTime | null;
  after: ChangePosition | null;
  before: ChangePosition | null;
  kinds: ChangeKind[] | null;
  hostIds: string[] | null;
  vmIds: string[] | null;
}

const COLUMNS = `c.transaction_id AS "transactionId", c.id, c.at, c.host_id AS "hostId", c.subject_id AS "subjectId",
  v.name AS "vmName", c.kind, c.field, c.from_value AS "fromValue", c.to_value AS "toValue"`;
const FROM = "changes c LEFT JOIN vms v ON v.id = c.subject_id";
// A transaction in progress may have a lower number than a committed one: entries beyond it are not read yet.
const SETTLED = "c.transaction_id < pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

/** Entries after a position or time (oldest first), otherwise the newest entries (newest first). */
export async function readChanges(query: ChangeQuery, limit: number): Promise<ChangeRow[]> {
  const sql = new SqlParts();
  const where = conditions(query, sql);
  const direction = query.after !== null || query.sinceTime !== null ? "ASC" : "DESC";
  const { rows } = await getDatabase().pool.query<ChangeRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE ${where.join(" AND ")}
      ORDER BY c.transaction_id ${direction}, c.id ${direction} LIMIT ${sql.add(limit + 1)}`,
    sql.values,
  );
  return rows;
}

export interface LogEnd {
  /** The newest readable entry; `null` if there is none. */
  settled: string | null;
  /** The transaction of the newest recorded entry, readable or not; 0 if there is none. */
  newestTransaction: number;
  /** Entries of earlier transactions are readable. */
  oldestAtWork: number;
}

/** How far the log is readable now: a recorded entry may have to wait for an older transaction to end. */
export async function readLogEnd(): Promise<LogEnd> {
  const { rows } = await getDatabase().pool.query<LogEnd>(
    `SELECT (SELECT c.transaction_id || '-' || c.id FROM changes c WHERE ${SETTLED}
              ORDER BY c.transaction_id DESC, c.id DESC LIMIT 1) AS settled,
            coalesce((SELECT max(c.transaction_id) FROM changes c), 0) AS "newestTransaction",
            pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS "oldestAtWork"`,
  );
  return rows[0] ?? { settled: null, newestTransaction: 0, oldestAtWork: 0 };
}

export async function countChanges(query: ChangeQuery, ceiling: number): Promise<number> {
  const sql = new SqlParts();
  return countUpTo(ceiling, "changes c", conditions(query, sql), sql);
}

function conditions(query: ChangeQuery, sql: SqlParts): string[] {
  const where = [SETTLED];
  if (query.after) {
    where.push(
      `(c.transaction_id, c.id) > (${sql.add(query.after.transactionId)}::bigint, ${sql.add(query.after.id)}::bigint)`,
    );
  }
  if (query.sinceTime) where.push(`c.recorded_at >= ${sql.add(query.sinceTime)}::timestamptz`);
  if (query.before) {
    where.push(
      `(c.transaction_id, c.id) < (${sql.add(query.before.transactionId)}::bigint, ${sql.add(query.before.id)}::bigint)`,
    );
  }
  if (query.kinds) where.push(`c.kind = ANY(${sql.add(query.kinds)}::text[])`);
  if (query.hostIds) where.push(`c.host_id = ANY(${sql.add(query.hostIds)}::uuid[])`);
  if (query.vmIds) where.push(`c.subject_id = ANY(${sql.add(query.vmIds)}::uuid[])`);
  return where;
}

/** A VM that flaps every minute writes this many entries in half a day; its page gets the newest of them. */
const MAX_HISTORY_ENTRIES = 2000;

/**
 * Changes of one VM since a time, oldest first, and the last change of each field before that. Both in order of
 * recording, because a delayed report may describe an earlier time than one recorded before it.
 */
export async function readVmHistory(
  vmId: string,
  since: IsoTime,
): Promise<{ within: ChangeRow[]; before: ChangeRow[]; isCut: boolean }> {
  const { pool } = getDatabase();
  const newest = await pool.query<ChangeRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE c.subject_id = $1 AND c.at >= $2::timestamptz
      ORDER BY c.transaction_id DESC, c.id DESC LIMIT $3`,
    [vmId, since, MAX_HISTORY_ENTRIES + 1],
  );
  const isCut = newest.rows.length > MAX_HISTORY_ENTRIES;
  const within = newest.rows.slice(0, MAX_HISTORY_ENTRIES).toReversed();
  // If nothing is omitted, no change comes before the first: positions in the log begin at 1.
  const { transactionId, id } = isCut && within[0] ? within[0] : { transactionId: 0, id: 0 };
  const before = await pool.query<ChangeRow>(
    `SELECT DISTINCT ON (c.kind, c.field) ${COLUMNS} FROM ${FROM}
      WHERE c.subject_id = $1 AND c.kind IN ('service', 'health')
        AND (c.at < $2::timestamptz OR (c.transaction_id, c.id) < ($3::bigint, $4::bigint))
      ORDER BY c.kind, c.field, c.transaction_id DESC, c.id DESC`,
    [vmId, since, transactionId, id],
  );
  return { within, before: before.rows, isCut };
}
