import { z } from "zod";
import { retryAfterMs } from "./backoff.ts";
import type { WireResponse } from "./transport.ts";

/** The meaning of a response for an agent. */
export type Answer =
  | { kind: "stored"; status: 201; vms: number; changes: number; nextIntervalSeconds: number | null }
  | { kind: "duplicate" | "stale"; status: 200 }
  /** Never to be sent again. */
  | { kind: "refused"; status: number; reason: string }
  /** The token or the identity is not accepted; the report is kept. */
  | { kind: "unwelcome"; status: number; reason: string }
  | { kind: "busy"; status: number; reason: string; retryAfterMs: number | null }
  | { kind: "unreachable"; status: null; reason: string };

const stored = z.object({
  snapshotId: z.string(),
  vms: z.number().default(0),
  changes: z.number().default(0),
  nextIntervalSeconds: z.number().positive().nullish().default(null),
});
const known = z.object({ duplicate: z.boolean().optional(), stale: z.boolean().optional() });
const problem = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.unknown(), message: z.string() })).optional(),
});

const REFUSED = new Set([400, 413, 415, 422]);
const UNWELCOME = new Set([401, 403, 409]);

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** A problem in one line: its title and the first of its errors. */
export function reasonOf({ status, body }: WireResponse): string {
  const parsed = problem.safeParse(parseJson(body));
  if (!parsed.success) return `HTTP ${status}`;
  const { title, detail, errors = [] } = parsed.data;
  const [first] = errors;
  const said = first ? `${toPath(first.path)} ${first.message}` : detail;
  return [title ?? `HTTP ${status}`, said].filter(Boolean).join(": ");
}

function toPath(path: unknown): string {
  return Array.isArray(path) ? path.join(".") : String(path);
}

/**
 * Interprets the response to a report. Only a body that refers to this report counts as acknowledged: a page that a proxy
 * inserts, with whatever status, leaves the report in the spool.
 */
export function toAnswer(response: WireResponse, snapshotId: string, nowMs: number): Answer {
  const { status } = response;
  if (status === 201) {
    const body = stored.safeParse(parseJson(response.body));
    if (body.success && body.data.snapshotId === snapshotId) return { kind: "stored", status, ...body.data };
  }
  if (status === 200) {
    const body = known.safeParse(parseJson(response.body));
    if (body.success && body.data.duplicate) return { kind: "duplicate", status };
    if (body.success && body.data.stale) return { kind: "stale", status };
  }
  if (REFUSED.has(status)) return { kind: "refused", status, reason: reasonOf(response) };
  if (UNWELCOME.has(status)) return { kind: "unwelcome", status, reason: reasonOf(response) };
  return {
    kind: "busy",
    status,
    reason: reasonOf(response),
    retryAfterMs: retryAfterMs(response.retryAfter, nowMs),
  };
}
