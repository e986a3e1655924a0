import type { WaitingAgentView } from "@/lib/contract/api/access.ts";

/** Evidence for a reinstalled agent, and for a copy of the machine. */
export type Likely = "copy" | "reinstall" | "never-reported";

/**
 * A reinstalled agent replaces the one before it: if that one keeps reporting, two machines have the same machine id.
 */
export function prepareLikely({ freshness, lastReportedAt }: WaitingAgentView): Likely {
  if (lastReportedAt === null) return "never-reported";
  return freshness === "fresh" || freshness === "late" ? "copy" : "reinstall";
}

const SAME_ATTEMPT_MS = 60_000;

/** When it first asked, if that was not its last attempt. */
export function askedSince({ firstAskedAt, lastAskedAt }: WaitingAgentView): string | null {
  if (lastAskedAt === null) return null;
  return Date.parse(lastAskedAt) - Date.parse(firstAskedAt) > SAME_ATTEMPT_MS ? firstAskedAt : null;
}

/** Pending agents, and refused ones. */
export function splitWaiting(items: readonly WaitingAgentView[]): {
  pending: WaitingAgentView[];
  refused: WaitingAgentView[];
} {
  return {
    pending: items.filter(({ status }) => status === "pending"),
    refused: items.filter(({ status }) => status === "refused"),
  };
}
