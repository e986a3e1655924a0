import "server-only";
import { fromOpenRule } from "@/lib/domain/open-rule.ts";
import { getDatabase } from "../database.ts";
import { SqlParts } from "./sql-parts.ts";
import { vmConditions, type VmQuery } from "./vms.ts";

/**
 * The values of each facet of a VM, over `v`; `SILENT` is whether its host is silent, which makes verdicts unknown. Values
 * of a list have their position in front: `1:ok`.
 */
const FACETS = {
  health: "CASE WHEN SILENT THEN 'unknown' ELSE v.health END",
  state: "v.state",
  generation: "coalesce(v.generation::text, '')",
  cluster: "coalesce(v.cluster, '')",
  guestOs: "coalesce(v.guest_os, '')",
  tag: "v.tags",
  service:
    "CASE WHEN SILENT THEN array_fill('unknown'::text, ARRAY[cardinality(v.services)]) ELSE v.services END",
  acceleration:
    "CASE WHEN SILENT THEN array_fill('unknown'::text, ARRAY[cardinality(v.acceleration)]) ELSE v.acceleration END",
  conversion: "CASE WHEN SILENT THEN 'unknown' ELSE v.conversion END",
  rule: "CASE WHEN SILENT THEN '{}' ELSE v.open_rules END",
} as const;

export type VmFacet = keyof typeof FACETS;

/** Number of VMs for each value of a facet, most first. */
export type FacetCounts = readonly { value: string; count: number }[];

const MAX_VALUES = 200;

/**
 * Counts a query's VMs by several facets in one pass. Lists are counted as a whole: many VMs have the same, and are taken
 * apart once.
 */
export async function countVmsBy(
  query: VmQuery,
  facets: readonly VmFacet[],
): Promise<Partial<Record<VmFacet, FacetCounts>>> {
  if (facets.length === 0) return {};
  const sql = new SqlParts();
  const where = vmConditions(query, sql);
  const isSilent = `(v.host_id = ANY(${sql.add(query.silentHostIds)}::uuid[]))`;
  const columns = facets.map((_, at) => `f${at}`);
  const values = facets.map((facet, at) => `${FACETS[facet].replaceAll("SILENT", isSilent)} AS f${at}`);
  const { rows } = await getDatabase().pool.query<
    { left_out: number; count: number } & Record<string, unknown>
  >(
    `SELECT grouping(${columns.join(", ")}) AS left_out, count(*) AS count, ${columns.join(", ")}
       FROM (SELECT ${values.join(", ")} FROM vms v WHERE ${where.join(" AND ")} AND ${isSilent} IS NOT NULL) told
      GROUP BY GROUPING SETS (${columns.map((column) => `(${column})`).join(", ")})`,
    sql.values,
  );
  return Object.fromEntries(
    facets.map((facet, at) => {
      // The bit of the one column that a row is grouped by is not set; the first column has the highest.
      const own = (1 << facets.length) - 1 - (1 << (facets.length - 1 - at));
      const counts = new Map<string, number>();
      for (const row of rows) {
        if (row.left_out !== own) continue;
        for (const value of valuesOf(facet, row[`f${at}`]))
          counts.set(value, (counts.get(value) ?? 0) + row.count);
      }
      return [facet, mostFirst(counts)];
    }),
  );
}

function valuesOf(facet: VmFacet, told: unknown): string[] {
  if (!Array.isArray(told)) return [String(told)];
  const values = told.map(String);
  if (facet === "tag") return values;
  if (facet === "rule") return values.flatMap((word) => fromOpenRule(word)?.rule ?? []);
  return values.map((word, place) => `${place + 1}:${word}`);
}

function mostFirst(counts: ReadonlyMap<string, number>): FacetCounts {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_VALUES);
}
