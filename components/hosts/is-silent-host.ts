import type { HostRow } from "@/lib/contract/api/hosts.ts";

/** Its last report is no longer evidence: the host is not reporting, or is retired. */
export function isSilentHost({ freshness }: Pick<HostRow, "freshness">): boolean {
  return freshness !== "fresh" && freshness !== "late";
}
