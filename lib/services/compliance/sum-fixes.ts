import { fixDaysToSum, writeFixDays } from "@/lib/data/compliance/fix-days.ts";
import { lockDays } from "@/lib/data/compliance/day-state.ts";
import { inTransaction } from "@/lib/data/transaction.ts";

const DAYS_AT_ONCE = 50;

/**
 * Sums the closed findings of every past day that is not summed yet, or on which a late report closed more. May run twice
 * and on any replica.
 */
export async function sumFixes(today: string): Promise<void> {
  const days = await fixDaysToSum(today);
  for (let start = 0; start < days.length; start += DAYS_AT_ONCE) {
    await inTransaction(async (client) => {
      await lockDays(client);
      await writeFixDays(client, days.slice(start, start + DAYS_AT_ONCE));
    });
  }
}
