import "server-only";
import { getDatabase } from "../database.ts";
import { SqlParts } from "./sql-parts.ts";
import { vmConditions, type VmQuery } from "./vms.ts";

/** From this share of common trigrams on, a name could be what was meant. */
const LIKE_ENOUGH = 0.4;

/**
 * The name most similar to a word, of a query's VMs; `null` if none is. The index on `search_text` finds texts that
 * contain something similar; the name decides.
 */
export async function readClosestName(query: VmQuery, word: string): Promise<string | null> {
  const sql = new SqlParts();
  const where = vmConditions(query, sql);
  const meant = sql.add(word.toLowerCase());
  const { rows } = await getDatabase().pool.query<{ name: string }>(
    `SELECT name FROM (SELECT v.name, word_similarity(${meant}, lower(v.name)) AS likeness
                         FROM vms v WHERE ${[...where, `${meant} <% v.search_text`].join(" AND ")}) near
      WHERE likeness >= ${LIKE_ENOUGH} ORDER BY likeness DESC, length(name), name LIMIT 1`,
    sql.values,
  );
  return rows[0]?.name ?? null;
}
