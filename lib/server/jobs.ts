import PgBoss from "pg-boss";
import { sumDays } from "@/lib/services/compliance/sum-days.ts";

interface JobLogger {
  warn(details: object, message: string): void;
}

const SUM_DAYS = "sum-days";
const STOP_TIMEOUT_MS = 10_000;

/**
 * Jobs that one replica runs for all, queued in the database. A job missed while no replica was running is caught up by
 * the next run; running a job twice is harmless.
 */
export async function startJobs(options: {
  connectionString: string;
  logger: JobLogger;
}): Promise<() => Promise<void>> {
  const { connectionString, logger } = options;
  const boss = new PgBoss({ connectionString, max: 2, schema: "boss", application_name: "innkeeper jobs" });
  // Without a listener the event would end the process. Failed jobs are retried.
  boss.on("error", (error) => logger.warn({ err: error }, "A background job failed"));
  await boss.start();
  await boss.createQueue(SUM_DAYS, { name: SUM_DAYS, policy: "short", retryLimit: 2, retryDelay: 60 });
  await boss.work(SUM_DAYS, { pollingIntervalSeconds: 15 }, async () => sumDays(new Date()));
  // Hourly, because reports may arrive late; at startup, because days may have ended in the meantime.
  await boss.schedule(SUM_DAYS, "7 * * * *", {}, { tz: "UTC" });
  await boss.send(SUM_DAYS, {});
  return () => boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS, wait: true });
}
