import { rejudgeFleet } from "@/lib/services/rejudge/rejudge-fleet.ts";

interface RejudgeLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

/**
 * After an upgrade that changed the rules, re-evaluates everything in the background. A failed run, for example because
 * the database became unavailable, is resumed by the next call. Once a run has completed, the process starts no other:
 * it must not compete over every report with a server of an older release that is still running.
 */
export function rejudgeOnce(options: {
  logger: RejudgeLogger;
  isStopped: () => boolean;
}): () => Promise<void> {
  const { logger, isStopped } = options;
  let isDone = false;
  return async () => {
    if (isDone) return;
    const { of, hosts, vms, rewritten, failed, left } = await rejudgeFleet({
      now: () => new Date(),
      isGentle: true,
      isStopped,
      onBegin: (waiting) =>
        logger.info(waiting, "The rules have changed: re-evaluating everything that older rules evaluated"),
    });
    if (isStopped()) return;
    isDone = true;
    for (const { hostId, message } of failed)
      logger.warn(
        { hostId, problem: message },
        "A host could not be re-evaluated; its next report will be evaluated by the new rules",
      );
    if (of.hosts > 0) logger.info({ hosts, vms, rewritten, left }, "Everything has been re-evaluated");
  };
}
