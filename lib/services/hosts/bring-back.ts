import type pg from "pg";
import type { HostState } from "@/lib/data/ingest/host-state.ts";
import { bringBackVms, clearRetirement, reopenFindings } from "@/lib/data/ingest/retirement.ts";
import { writeChanges, type ChangeWrite } from "@/lib/data/ingest/write-life.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import { freshnessOf } from "@/lib/domain/freshness.ts";
import { placementChanges } from "@/lib/domain/placement-changes.ts";
import { recount } from "../ingest/write-rollups.ts";

/**
 * Reverts a retirement inside the transaction that holds the host's lock: the host becomes a silent host with its previous
 * state. A host that is not retired is left unchanged.
 * @returns the number of logged changes
 */
export async function bringBack(
  client: pg.ClientBase,
  { hostId, name, retiredAt, report }: HostState,
  moment: { at: IsoTime; now: IsoTime },
): Promise<number> {
  if (retiredAt === null || report === null) return 0;
  // A delayed report may describe a time before the retirement, but the restoration must not precede it.
  const at = moment.at > retiredAt ? moment.at : retiredAt;
  await clearRetirement(client, hostId);
  const vms = await bringBackVms(client, hostId, retiredAt);
  const findings = await reopenFindings(client, hostId, retiredAt);
  await recount(client, hostId, at);
  const freshness = freshnessOf({
    lastReportedAt: report.observedAt,
    intervalSeconds: report.intervalSeconds,
    retiredAt: null,
    now: moment.now,
  });
  const changes: ChangeWrite[] = [
    { hostId, subjectId: null, at, kind: "host", field: "freshness", from: "retired", to: freshness },
    ...vms.flatMap(({ id, placement }) =>
      placementChanges(null, { hostName: name, placement }).map((entry) => ({
        hostId,
        subjectId: id,
        at,
        ...entry,
      })),
    ),
    ...findings.map(({ subjectId, rule }): ChangeWrite => ({
      hostId,
      subjectId,
      at,
      kind: "finding",
      field: rule,
      from: null,
      to: "open",
    })),
  ];
  await writeChanges(client, changes);
  return changes.length;
}
