import type { CauseRow } from "@/lib/data/read/findings.ts";
import type { CauseView } from "@/lib/contract/api/fleet.ts";
import type { FleetDirectory } from "./fleet-directory.ts";

const SEVERITY_RANK = { critical: 0, warning: 1, info: 2 } as const;
/** From this many VMs of one host on, the cause is told as the host's; below it, together with the other hosts'. */
const VMS_THAT_MAKE_A_HOST_FAULT = 5;

/** What hangs on what: findings of a host, many of one rule on one host, or one rule over several hosts. */
export function toCauses(rows: readonly CauseRow[], { byId }: FleetDirectory): CauseView[] {
  const causes = new Map<string, CauseView>();
  for (const row of rows) {
    const host = byId.get(row.hostId);
    const isClusters = row.rule === "cluster.switch-drift";
    const isHosts = row.isOfHost || row.vms >= VMS_THAT_MAKE_A_HOST_FAULT;
    const key = isClusters
      ? `${row.rule}|${row.severity}|${host?.cluster ?? ""}`
      : isHosts
        ? `${row.rule}|${row.severity}|${row.hostId}`
        : `${row.rule}|${row.severity}`;
    const vms = row.rule === "host.stale" ? (host?.counts.vms ?? 0) : row.vms;
    const cause = causes.get(key);
    if (cause) {
      cause.vmsTouched += vms;
      cause.hosts += 1;
      if (row.openedAt < cause.openedAt) cause.openedAt = row.openedAt;
    } else {
      causes.set(key, {
        rule: row.rule,
        severity: row.severity,
        summary: row.summary,
        host: isHosts && !isClusters && host ? { id: host.id, name: host.name } : null,
        hosts: 1,
        vmsTouched: vms,
        openedAt: row.openedAt,
        cost: row.cost,
      });
    }
  }
  return [...causes.values()].toSorted(
    (left, right) =>
      SEVERITY_RANK[left.severity] - SEVERITY_RANK[right.severity] || right.vmsTouched - left.vmsTouched,
  );
}
