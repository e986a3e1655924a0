import { z } from "zod";
import type { EnrollmentV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import type { Clock } from "../clock.ts";
import type { Random } from "../random.ts";
import { reasonOf } from "./answer.ts";
import { backoffMs, retryAfterMs, stretch } from "./backoff.ts";
import type { Transport } from "./transport.ts";

/** The result of enrolment, which an agent keeps. The token is a secret: it is never printed. */
export interface Enrolled {
  readonly hostId: string;
  readonly token: string;
}

/** The server does not accept this agent; a retry would not help. */
export class EnrollmentError extends Error {}

const enrolled = z.object({ hostId: z.string().min(1), token: z.string().min(1) });

/** Enrols a host with a key. Retries temporary errors until the time limit is reached. */
export async function enroll(
  enrollment: EnrollmentV1,
  {
    transport,
    key,
    clock,
    random,
    signal,
    giveUpAfterMs,
  }: {
    transport: Transport;
    key: string;
    clock: Clock;
    random: Random;
    signal: AbortSignal;
    giveUpAfterMs: number;
  },
): Promise<Enrolled> {
  const giveUpAtMs = clock.now() + giveUpAfterMs;
  const body = Buffer.from(JSON.stringify(enrollment));
  for (let failures = 1; ; failures++) {
    const attempt = await tryOnce(transport, key, body, clock.now());
    if (attempt.enrolled) return attempt.enrolled;
    const waitMs = attempt.waitMs === null ? backoffMs(failures, random) : stretch(attempt.waitMs, random);
    if (attempt.isFinal || clock.now() + waitMs > giveUpAtMs || signal.aborted) {
      throw new EnrollmentError(`${enrollment.name}: ${attempt.reason}`);
    }
    await clock.sleepUntil(clock.now() + waitMs, signal);
  }
}

interface Attempt {
  enrolled: Enrolled | null;
  isFinal: boolean;
  waitMs: number | null;
  reason: string;
}

async function tryOnce(transport: Transport, key: string, body: Buffer, nowMs: number): Promise<Attempt> {
  try {
    const response = await transport.post({ path: "/api/v1/enroll", token: key, body, isGzip: false });
    const parsed = response.status === 201 ? enrolled.safeParse(JSON.parse(response.body)) : null;
    if (parsed?.success) return { enrolled: parsed.data, isFinal: true, waitMs: null, reason: "" };
    return {
      enrolled: null,
      isFinal: response.status < 500 && response.status !== 429 && response.status !== 408,
      waitMs: retryAfterMs(response.retryAfter, nowMs),
      reason: reasonOf(response),
    };
  } catch (error) {
    return { enrolled: null, isFinal: false, waitMs: null, reason: toReason(error) };
  }
}

/** Why there was no response, in a few words. */
export function toReason(error: unknown): string {
  if (!(error instanceof Error)) return "no response";
  // An AggregateError of several addresses has a code and an empty message.
  return error.message || ("code" in error ? String(error.code) : error.name);
}
