import type pg from "pg";
import type { HostState } from "@/lib/data/ingest/host-state.ts";
import { bringBackVms, clearRetirement, reopenFindings } from "@/lib/data/ingest/retirement.ts";
import { writeChanges, type ChangeWrite } from "@/lib/data/ingest/write-life.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import { freshnessOf } from "@/lib/domain/freshness.ts";
import { placementChanges } from "@/lib/domain/placement-changes.ts";
import { recount } from "../ingest/write-rollups.ts";

/**
 * Takes a retirement back inside the transaction that holds the host's lock: the host is again what it was, one that
 * said nothing for a while. A host that is not retired is left alone.
 * @returns how many changes were logged
 */
export async function bringBack(
  client: pg.ClientBase,
  { hostId, name, retiredAt, report }: HostState,
  moment: { at: IsoTime; now: IsoTime },
): Promise<number> {
  if (retiredAt === null || report === null) return 0;
  // A report that waited tells of a time before the retirement: nothing comes back before it was taken out.
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
