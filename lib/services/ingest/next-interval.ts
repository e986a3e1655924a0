import type { SnapshotReport } from "@/lib/domain/vm-report.ts";

const DEFAULT_SECONDS = 60;
const LEAST_SECONDS = 10;

/**
 * When the next report is due, for the answer to this one. The setting applies to agents on hosts only: simulated and
 * replayed ones keep the interval that they were started with.
 */
export function nextInterval(
  { kind, intervalSeconds }: Pick<SnapshotReport["agent"], "kind" | "intervalSeconds">,
  setting: number | null,
): number {
  if (setting !== null && kind === "hyperv") return setting;
  return intervalSeconds === 0 ? DEFAULT_SECONDS : Math.max(LEAST_SECONDS, intervalSeconds);
}
