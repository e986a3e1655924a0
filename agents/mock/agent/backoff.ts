import type { Random } from "../random.ts";

const MIN_BACKOFF_MS = 5_000;
const MAX_BACKOFF_MS = 300_000;
/** A longer wait than this is not accepted. */
const MAX_RETRY_AFTER_MS = 3_600_000;

/**
 * The wait after a number of consecutive failures: a random time between 5 seconds and a limit that doubles up to
 * 5 minutes, so that a thousand agents that failed together do not retry together.
 */
export function backoffMs(failures: number, random: Random): number {
  const ceiling = Math.min(MAX_BACKOFF_MS, MIN_BACKOFF_MS * 2 ** Math.min(failures, 10));
  return Math.round(MIN_BACKOFF_MS + random.next() * (ceiling - MIN_BACKOFF_MS));
}

/** Milliseconds of a `Retry-After` header, in either of its two forms; `null` if it is not usable. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isFinite(waitMs) && waitMs > 0 ? Math.min(waitMs, MAX_RETRY_AFTER_MS) : null;
}

/** A requested wait is kept as a minimum, and extended slightly so that not all agents return at once. */
export function stretch(waitMs: number, random: Random): number {
  return Math.round(waitMs * (1 + 0.25 * random.next()));
}
