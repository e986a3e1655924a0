import { daysToSum, lockDays, readHostsAtDayEnd, writeDay } from "@/lib/data/compliance/day-state.ts";
import { inTransaction } from "@/lib/data/transaction.ts";
import { sumDay } from "./sum-day.ts";
import { sumFixes } from "./sum-fixes.ts";

const DAYS_AT_ONCE = 50;

/**
 * Sums every past day that is not summed yet or was changed by a late report. May run twice and on any replica; the next
 * run catches up on a missed one.
 * @returns the number of days summed
 */
export async function sumDays(now: Date): Promise<number> {
  const today = now.toISOString().slice(0, 10);
  await sumFixes(today);
  let summed = 0;
  let last = "0001-01-01";
  for (;;) {
    const days = await daysToSum(last, today, DAYS_AT_ONCE);
    for (const day of days) {
      await inTransaction(async (client) => {
        const startedAt = await lockDays(client);
        const { hosts, groups } = sumDay(day, await readHostsAtDayEnd(client, day));
        await writeDay(client, day, startedAt, hosts, groups);
      });
      summed += 1;
    }
    last = days.at(-1) ?? last;
    if (days.length < DAYS_AT_ONCE) return summed;
  }
}
