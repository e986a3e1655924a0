import type { Random } from "../random.ts";

const MIN_BACKOFF_MS = 5_000;
const MAX_BACKOFF_MS = 300_000;
/** A server that names a time further away than this is not believed. */
const MAX_RETRY_AFTER_MS = 3_600_000;

/**
 * How long to wait after so many failures in a row: anywhere between 5 seconds and a ceiling that doubles up to
 * 5 minutes, so that a thousand agents that failed together do not come back together.
 */
export function backoffMs(failures: number, random: Random): number {
  const ceiling = Math.min(MAX_BACKOFF_MS, MIN_BACKOFF_MS * 2 ** Math.min(failures, 10));
  return Math.round(MIN_BACKOFF_MS + random.next() * (ceiling - MIN_BACKOFF_MS));
}

/** Milliseconds that a `Retry-After` header asks for, in either of its two forms; `null` when it says nothing usable. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isFinite(waitMs) && waitMs > 0 ? Math.min(waitMs, MAX_RETRY_AFTER_MS) : null;
}

/** A named wait is kept to the millisecond at least, and stretched a little so that not everybody returns at once. */
export function stretch(waitMs: number, random: Random): number {
  return Math.round(waitMs * (1 + 0.25 * random.next()));
}
