import "server-only";
import { getDatabase } from "../database.ts";
import type { ConversionVerdict } from "@/lib/domain/words.ts";

/** Conversion verdicts of these VMs. */
export async function readConversions(
  ids: string[],
): Promise<{ id: string; conversion: ConversionVerdict; checks: string[]; gains: string[] }[]> {
  if (ids.length === 0) return [];
  const { rows } = await getDatabase().pool.query<{
    id: string;
    conversion: ConversionVerdict;
    checks: string[];
    gains: string[];
  }>(
    `SELECT v.id, v.conversion, v.conversion_checks AS checks,
            ARRAY(SELECT word FROM unnest(v.words) AS word WHERE word LIKE 'gain:%') AS gains
       FROM vms v WHERE v.id = ANY($1::uuid[])`,
    [ids],
  );
  return rows;
}
