import type pg from "pg";
import { lockHost, type HostState } from "@/lib/data/ingest/host-state.ts";
import { takeOutVms, writeRetirement } from "@/lib/data/ingest/retirement.ts";
import {
  readOpenFindings,
  writeChanges,
  writeFindings,
  type StoredFinding,
} from "@/lib/data/ingest/write-life.ts";
import { inTransaction } from "@/lib/data/transaction.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import { findingLife, type OpenFinding } from "@/lib/domain/finding-life.ts";
import { freshnessOf } from "@/lib/domain/freshness.ts";
import { placementChanges } from "@/lib/domain/placement-changes.ts";
import type { Freshness } from "@/lib/domain/words.ts";
import { AppError } from "../app-error.ts";
import { UUID } from "../cursor.ts";
import { judgeDrift } from "../ingest/cluster-drift.ts";
import { giveAwayVms } from "../ingest/give-away-vms.ts";
import { placeOfRow } from "../ingest/note-changes.ts";
import { lifeWrites, type Writes } from "../ingest/scene.ts";
import { recount } from "../ingest/write-rollups.ts";
import { newId } from "../new-id.ts";

export interface Retirement {
  id: string;
  name: string;
  /** VMs marked as gone with it. */
  vms: number;
  /** Its freshness until then; `null` if it was already retired and nothing was done. */
  freshness: Freshness | null;
}

/**
 * Manually retires a host: it is no longer expected to report, is not counted, and its findings are closed. Its VMs are
 * gone, except those that another host also lists, which move to that host. Nothing is deleted, and its agent's token
 * remains valid: its next report restores it, as `restoreHost` does.
 * @throws AppError `not-found` if no host with this id has ever reported
 */
export async function retireHost(id: string, by: { name: string; at: Date }): Promise<Retirement> {
  const at = by.at.toISOString();
  return inTransaction(async (client) => {
    const before = UUID.test(id) ? await lockHost(client, id.toLowerCase(), null) : null;
    if (!before?.report) throw new AppError("not-found", "No host with this id has ever reported.");
    const { hostId, name, cluster, report } = before;
    if (before.retiredAt !== null) return { id: hostId, name, vms: 0, freshness: null };
    const freshness = freshnessOf({
      lastReportedAt: report.observedAt,
      intervalSeconds: report.intervalSeconds,
      retiredAt: null,
      now: at,
    });
    await writeRetirement(client, hostId, { name: by.name, at });
    const vms = await takeOut(client, { ...before, report, retiredAt: at }, freshness, at);
    if (cluster !== null) await judgeDrift(client, hostId, [cluster], { at, now: at, isAgain: true });
    return { id: hostId, name, vms, freshness };
  });
}

/** @returns the number of VMs marked as gone with it */
async function takeOut(
  client: pg.ClientBase,
  host: HostState & { report: NonNullable<HostState["report"]> },
  freshness: Freshness,
  at: IsoTime,
): Promise<number> {
  const { hostId } = host;
  const { staying, names } = await giveAwayVms(client, host, at);
  const ids = staying.map((vm) => vm.id);
  const ended = endFindings(await readOpenFindings(client, hostId, ids), hostId, at);
  await takeOutVms(client, hostId, at);
  await writeFindings(client, ended.findings);
  await writeChanges(client, [
    { hostId, subjectId: null, at, kind: "host", field: "freshness", from: freshness, to: "retired" },
    ...staying.flatMap((vm) =>
      placementChanges(placeOfRow(names, vm), null).map((entry) => ({
        hostId,
        subjectId: vm.id,
        at,
        ...entry,
      })),
    ),
    ...ended.changes,
  ]);
  await recount(client, hostId, at);
  return staying.length;
}

/** Closes its open findings, which no longer apply. Drift is left to the comparison of the nodes, which closes it as well. */
function endFindings(
  open: readonly StoredFinding[],
  hostId: string,
  at: IsoTime,
): Pick<Writes, "findings" | "changes"> {
  const bySubject = new Map<string | null, StoredFinding[]>();
  for (const finding of open) {
    if (finding.rule === "cluster.switch-drift") continue;
    bySubject.set(finding.subjectId, [...(bySubject.get(finding.subjectId) ?? []), finding]);
  }
  const ended: Pick<Writes, "findings" | "changes"> = { findings: [], changes: [] };
  for (const [subjectId, findings] of bySubject) {
    const life = findingLife({
      open: findings,
      outcomes: [],
      at,
      isGone: true,
      notRunningSince: null,
      makeId: newId,
    });
    const touchedBy = ({ id }: OpenFinding) =>
      findings.find((finding) => finding.id === id)?.touchedIds ?? [];
    const written = lifeWrites(life, { hostId, subjectId, touchedBy }, at);
    ended.findings.push(...written.findings);
    ended.changes.push(...written.changes);
  }
  return ended;
}
