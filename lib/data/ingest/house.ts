import "server-only";
import { getDatabase } from "../database.ts";
import { inTransaction } from "../transaction.ts";

const RECEIPTS_KEPT_DAYS = 30;

/**
 * Creates the partitions of this month and the next ones, unless the default partition already contains rows of that
 * month.
 */
export async function addMonths(now: Date, count: number): Promise<void> {
  for (let offset = 0; offset < count; offset += 1) {
    const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1));
    const to = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset + 1, 1));
    const name = `changes_${from.toISOString().slice(0, 7).replace("-", "_")}`;
    await inTransaction(async (client) => {
      await client.query("SELECT pg_advisory_xact_lock(hashtext('innkeeper.changes'))");
      const { rows } = await client.query<{ is_there: boolean; is_taken: boolean }>(
        `SELECT to_regclass($1) IS NOT NULL AS is_there,
                EXISTS (SELECT FROM changes_default WHERE recorded_at >= $2 AND recorded_at < $3) AS is_taken`,
        [name, from, to],
      );
      if (rows[0]?.is_there || rows[0]?.is_taken) return;
      // The name and the bounds are built from digits here; no external input is used.
      await client.query(
        `CREATE TABLE ${name} PARTITION OF changes FOR VALUES FROM ('${from.toISOString()}') TO ('${to.toISOString()}')`,
      );
    });
  }
}

export async function dropOldReceipts(now: Date): Promise<void> {
  const before = new Date(now.getTime() - RECEIPTS_KEPT_DAYS * 86_400_000);
  await getDatabase().pool.query("DELETE FROM snapshot_receipts WHERE received_at < $1", [before]);
}
