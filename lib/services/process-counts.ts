import { pingDatabase, readPoolCounts } from "@/lib/data/access/database-state.ts";

/** Pool counts, after the database has responded. Throws if it does not. */
export async function readProcessCounts(): Promise<{ total: number; idle: number; waiting: number }> {
  await pingDatabase();
  return readPoolCounts();
}
