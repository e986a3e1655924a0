import PgBoss from "pg-boss";
import { sumDays } from "@/lib/services/compliance/sum-days.ts";

interface JobLogger {
  warn(details: object, message: string): void;
}

const SUM_DAYS = "sum-days";
const STOP_TIMEOUT_MS = 10_000;

/**
 * Work that one replica does for all, kept in the database: a job that was missed while none ran is made up for by the
 * next, and one that runs twice does no harm.
 */
export async function startJobs(options: {
  connectionString: string;
  logger: JobLogger;
}): Promise<() => Promise<void>> {
  const { connectionString, logger } = options;
  const boss = new PgBoss({ connectionString, max: 2, schema: "boss", application_name: "innkeeper jobs" });
  // Unheard, the event would end the process; what failed is tried again.
  boss.on("error", (error) => logger.warn({ err: error }, "A background job failed"));
  await boss.start();
  await boss.createQueue(SUM_DAYS, { name: SUM_DAYS, policy: "short", retryLimit: 2, retryDelay: 60 });
  await boss.work(SUM_DAYS, { pollingIntervalSeconds: 15 }, async () => sumDays(new Date()));
  // Each hour, since reports may come late; at the start, since days may have ended meanwhile.
  await boss.schedule(SUM_DAYS, "7 * * * *", {}, { tz: "UTC" });
  await boss.send(SUM_DAYS, {});
  return () => boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS, wait: true });
}
