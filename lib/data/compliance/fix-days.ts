import "server-only";
import type pg from "pg";
import type { RuleId, Severity } from "@/lib/domain/words.ts";
import { getDatabase } from "../database.ts";

/** Closed findings of one rule and severity: counts, and how long the fixed ones had been open. */
export interface EndedFindings {
  rule: RuleId;
  severity: Severity;
  ended: number;
  gone: number;
  /** In seconds, comma-separated; findings never confirmed or no longer applicable are not included. */
  seconds: string;
}

// The host's clock may have been set back between the two reports.
const LIVED = "greatest(0, extract(epoch FROM resolved_at - opened_at))::int";
const IS_MENDED = "resolution = 'mended' AND confirmed_at IS NOT NULL";
const GONE = "count(*) FILTER (WHERE resolution = 'no-longer-applies')";

/** Days before `today` whose number of closed findings differs from their sums: a late report closes findings in the past. */
export async function fixDaysToSum(today: string): Promise<string[]> {
  const { rows } = await getDatabase().pool.query<{ day: string }>(
    `WITH ended AS (
       SELECT (resolved_at AT TIME ZONE 'UTC')::date AS day, count(*) AS ended FROM findings
        WHERE resolved_at < $1::timestamp AT TIME ZONE 'UTC' GROUP BY 1
     ), kept AS (
       SELECT day, sum(ended) AS ended FROM fix_days GROUP BY 1
     )
     SELECT day::text AS day FROM ended LEFT JOIN kept USING (day)
      WHERE ended.ended IS DISTINCT FROM kept.ended ORDER BY day`,
    [today],
  );
  return rows.map(({ day }) => day);
}

/** Replaces the sums of these days. */
export async function writeFixDays(client: pg.ClientBase, days: readonly string[]): Promise<void> {
  await client.query("DELETE FROM fix_days WHERE day = ANY($1::date[])", [days]);
  await client.query(
    `INSERT INTO fix_days (day, rule, severity, ended, gone, seconds, summed_at)
     SELECT d.day, rule, severity, count(*), ${GONE},
            coalesce(array_agg(${LIVED} ORDER BY resolved_at - opened_at) FILTER (WHERE ${IS_MENDED}), '{}'),
            clock_timestamp()
       FROM unnest($1::date[]) AS d (day)
       JOIN findings ON resolved_at >= d.day::timestamp AT TIME ZONE 'UTC'
                    AND resolved_at < (d.day + 1)::timestamp AT TIME ZONE 'UTC'
      GROUP BY d.day, rule, severity`,
    [days],
  );
}

/** Closed findings on summed days, from the first to the last day inclusive. */
export async function readFixDays(from: string, to: string): Promise<EndedFindings[]> {
  const { rows } = await getDatabase().pool.query<EndedFindings>(
    `SELECT rule, severity, sum(ended)::int AS ended, sum(gone)::int AS gone,
            coalesce(string_agg(array_to_string(seconds, ','), ',') FILTER (WHERE seconds <> '{}'), '') AS seconds
       FROM fix_days WHERE day BETWEEN $1::date AND $2::date GROUP BY rule, severity`,
    [from, to],
  );
  return rows;
}

/** The same for days that may not be summed yet, read from the findings themselves. */
export async function readLateFixes(from: string, to: string): Promise<EndedFindings[]> {
  const { rows } = await getDatabase().pool.query<EndedFindings>(
    `SELECT rule, severity, count(*)::int AS ended, (${GONE})::int AS gone,
            coalesce(string_agg((${LIVED})::text, ',') FILTER (WHERE ${IS_MENDED}), '') AS seconds
       FROM findings
      WHERE resolved_at >= $1::timestamp AT TIME ZONE 'UTC' AND resolved_at < ($2::date + 1)::timestamp AT TIME ZONE 'UTC'
      GROUP BY rule, severity`,
    [from, to],
  );
  return rows;
}

export interface OpenFindings {
  rule: RuleId;
  severity: Severity;
  open: number;
  oldestAt: string;
}

/** Number of open findings and opening time of the oldest, without findings of silent hosts and other frozen ones. */
export async function readOpenAges(silentHostIds: readonly string[]): Promise<OpenFindings[]> {
  const { rows } = await getDatabase().pool.query<OpenFindings>(
    `SELECT rule, severity, count(*)::int AS open, min(opened_at) AS "oldestAt" FROM findings
      WHERE resolved_at IS NULL AND frozen_at IS NULL AND (rule = 'host.stale' OR host_id <> ALL($1::uuid[]))
      GROUP BY rule, severity`,
    [silentHostIds],
  );
  return rows;
}
