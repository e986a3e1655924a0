import { addMonths, dropOldReceipts } from "@/lib/data/ingest/house.ts";

/** Partitions of the change log for the months to come, and receipts older than any agent's spool. May run twice. */
export async function keepHouse(now: Date): Promise<void> {
  await addMonths(now, 3);
  await dropOldReceipts(now);
}
