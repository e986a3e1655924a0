import type { IsoTime } from "./facts.ts";
import type { Freshness } from "./words.ts";

const MIN_INTERVAL_SECONDS = 10;
const MAX_MARGIN_SECONDS = 4 * 60 * 60;
const MIN_STALE_SECONDS = 5 * 60;
const MIN_MISSING_SECONDS = 7 * 24 * 60 * 60;

/** The wire refuses no interval, and an instant after this year no longer has a four-digit ISO year. */
const LAST_INSTANT_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Age of the newest report, in seconds, beyond which (not at which) a host counts as late, stale or missing. */
export interface FreshnessLimits {
  lateSeconds: number;
  staleSeconds: number;
  missingSeconds: number;
}

/** The limits follow the host's own interval, so that a host that reports daily is not stale by noon. */
export function freshnessLimits(intervalSeconds: number): FreshnessLimits {
  const interval = Math.max(intervalSeconds, MIN_INTERVAL_SECONDS);
  const margin = Math.min(interval, MAX_MARGIN_SECONDS);
  return {
    lateSeconds: interval + margin,
    staleSeconds: Math.max(MIN_STALE_SECONDS, interval + 4 * margin),
    missingSeconds: Math.max(MIN_MISSING_SECONDS, interval + 4 * margin),
  };
}

/**
 * The last instants at which the host is still fresh, not yet stale and not yet missing, if no further report arrives.
 * `lastReportedAt` is the `observedAt` of the newest report by (epoch, sequence), not its receipt: a report that waited
 * an hour describes the state of an hour ago.
 */
export function freshnessInstants(report: { lastReportedAt: Date | IsoTime; intervalSeconds: number }): {
  lateAt: IsoTime;
  staleAt: IsoTime;
  missingAt: IsoTime;
} {
  const limits = freshnessLimits(report.intervalSeconds);
  const reportedMs = new Date(report.lastReportedAt).getTime();
  const after = (seconds: number) =>
    new Date(Math.min(reportedMs + seconds * 1000, LAST_INSTANT_MS)).toISOString();
  return {
    lateAt: after(limits.lateSeconds),
    staleAt: after(limits.staleSeconds),
    missingAt: after(limits.missingSeconds),
  };
}

/** Freshness by the server's clock. A retired host stays retired, regardless of the age of its report. */
export function freshnessOf(host: {
  lastReportedAt: Date | IsoTime;
  intervalSeconds: number;
  retiredAt: Date | IsoTime | null;
  now: Date | IsoTime;
}): Freshness {
  if (host.retiredAt !== null) return "retired";

  const limits = freshnessLimits(host.intervalSeconds);
  const ageSeconds = (new Date(host.now).getTime() - new Date(host.lastReportedAt).getTime()) / 1000;
  if (ageSeconds > limits.missingSeconds) return "missing";
  if (ageSeconds > limits.staleSeconds) return "stale";
  if (ageSeconds > limits.lateSeconds) return "late";
  return "fresh";
}

/** Whether the host's last report is still valid. */
export function isReporting(freshness: Freshness): boolean {
  return freshness === "fresh" || freshness === "late";
}
