import { pingDatabase, readPoolCounts } from "@/lib/data/access/database-state.ts";

/** Connections of the pool, once the database answered. Throws when it does not. */
export async function readProcessCounts(): Promise<{ total: number; idle: number; waiting: number }> {
  await pingDatabase();
  return readPoolCounts();
}
