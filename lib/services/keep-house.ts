import { addMonths, dropOldReceipts } from "@/lib/data/ingest/house.ts";

/** Creates change log partitions for the coming months and deletes receipts older than any agent's spool. May run twice. */
export async function keepHouse(now: Date): Promise<void> {
  await addMonths(now, 3);
  await dropOldReceipts(now);
}
