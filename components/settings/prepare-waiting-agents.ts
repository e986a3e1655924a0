import type { WaitingAgentView } from "@/lib/contract/api/access.ts";

/** What speaks for a reinstalled agent, and what for a copy of the machine. */
export type Likely = "copy" | "reinstall" | "never-reported";

/**
 * An agent that was installed anew ends the one before it: while that one goes on reporting, two machines have the same
 * machine id.
 */
export function prepareLikely({ freshness, lastReportedAt }: WaitingAgentView): Likely {
  if (lastReportedAt === null) return "never-reported";
  return freshness === "fresh" || freshness === "late" ? "copy" : "reinstall";
}

const SAME_ATTEMPT_MS = 60_000;

/** Since when it asks, where that is not its last attempt. */
export function askedSince({ firstAskedAt, lastAskedAt }: WaitingAgentView): string | null {
  if (lastAskedAt === null) return null;
  return Date.parse(lastAskedAt) - Date.parse(firstAskedAt) > SAME_ATTEMPT_MS ? firstAskedAt : null;
}

/** Those that wait, and those that were turned away. */
export function splitWaiting(items: readonly WaitingAgentView[]): {
  pending: WaitingAgentView[];
  refused: WaitingAgentView[];
} {
  return {
    pending: items.filter(({ status }) => status === "pending"),
    refused: items.filter(({ status }) => status === "refused"),
  };
}
