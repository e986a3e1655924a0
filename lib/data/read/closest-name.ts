import "server-only";
import { getDatabase } from "../database.ts";

/** From this share of common trigrams on, a name could be what was meant. */
const LIKE_ENOUGH = 0.4;

/**
 * The name most similar to a word, of VMs that are not gone, or only of those with these ids; `null` if none is. The index
 * on `search_text` finds texts that contain something similar; the name decides.
 */
export async function readClosestName(word: string, ids: readonly string[] | null): Promise<string | null> {
  const { rows } = await getDatabase().pool.query<{ name: string }>(
    `SELECT name FROM (SELECT v.name, word_similarity($1, lower(v.name)) AS likeness
                         FROM vms v
                        WHERE $1 <% v.search_text
                          AND CASE WHEN $2::uuid[] IS NULL THEN v.gone_at IS NULL ELSE v.id = ANY($2) END) near
      WHERE likeness >= ${LIKE_ENOUGH} ORDER BY likeness DESC, length(name), name LIMIT 1`,
    [word.toLowerCase(), ids],
  );
  return rows[0]?.name ?? null;
}
