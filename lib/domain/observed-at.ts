import type { IsoTime } from "./facts.ts";

/** Longest accepted wait between reading and sending: 7 days. */
const MAX_WAIT_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * When a report was collected, by the server's clock: the time of receipt minus how long the report waited on the host.
 * Both host times come from the same clock, so a clock that is wrong by hours does no harm.
 */
export function observedAt(report: {
  collectedAt: IsoTime;
  sentAt: IsoTime;
  receivedAt: Date | IsoTime;
}): IsoTime {
  const waitedMs = Date.parse(report.sentAt) - Date.parse(report.collectedAt);
  const believedMs = Math.min(Math.max(waitedMs, 0), MAX_WAIT_MS);
  return new Date(new Date(report.receivedAt).getTime() - believedMs).toISOString();
}
