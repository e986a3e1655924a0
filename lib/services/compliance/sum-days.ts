import { daysToSum, lockDays, readHostsAtDayEnd, writeDay } from "@/lib/data/compliance/day-state.ts";
import { inTransaction } from "@/lib/data/transaction.ts";
import { sumDay } from "./sum-day.ts";
import { sumFixes } from "./sum-fixes.ts";

const DAYS_AT_ONCE = 50;

/**
 * Sums every day that is over and is not summed yet, or was written to since by a report that came late. May run twice
 * and on any replica; a run that was missed is made up for by the next.
 * @returns how many days were summed
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
