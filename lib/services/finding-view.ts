import type { FindingRow } from "@/lib/data/read/findings.ts";
import type { FindingView } from "@/lib/contract/api/findings.ts";
import type { FleetDirectory } from "./fleet-directory.ts";

/** A finding as shown now: on a silent host it is frozen since the host became silent. */
export function toFindingView(row: FindingRow, directory: FleetDirectory): FindingView {
  const host = directory.byId.get(row.hostId);
  const isSilent = directory.silentHostIds.includes(row.hostId);
  const isFrozenBySilence = isSilent && row.resolvedAt === null && row.rule !== "host.stale";
  return {
    id: row.id,
    rule: row.rule,
    severity: row.severity,
    summary: row.summary,
    evidence: row.evidence,
    remedies: row.remedies,
    openedAt: row.openedAt,
    confirmedAt: row.confirmedAt,
    frozenAt: row.frozenAt ?? (isFrozenBySilence ? (host?.staleAt ?? row.openedAt) : null),
    resolvedAt: row.resolvedAt,
    resolution: row.resolution,
    exception: null,
    host: { id: row.hostId, name: host?.name ?? "" },
    vm: row.subjectId === null ? null : { id: row.subjectId, name: row.vmName ?? "" },
    cluster: host?.cluster ?? null,
    vmsTouched: row.vmsTouched,
  };
}
