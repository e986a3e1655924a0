import type { HostRow } from "@/lib/contract/api/hosts.ts";

/** What it said last is no evidence any more: it does not report, or is out of the fleet. */
export function isSilentHost({ freshness }: Pick<HostRow, "freshness">): boolean {
  return freshness !== "fresh" && freshness !== "late";
}
