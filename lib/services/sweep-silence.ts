import type pg from "pg";
import { lockHostOnly, openHostFindings, raiseVersion, silentCandidates } from "@/lib/data/ingest/silence.ts";
import { writeChanges, writeFindings } from "@/lib/data/ingest/write-life.ts";
import { inTransaction } from "@/lib/data/transaction.ts";
import { findingLife } from "@/lib/domain/finding-life.ts";
import { freshnessInstants, freshnessOf, isReporting } from "@/lib/domain/freshness.ts";
import { judgeSilence } from "@/lib/domain/host/judge-host.ts";
import { judgeDrift } from "./ingest/cluster-drift.ts";
import { lifeWrites } from "./ingest/scene.ts";
import { newId } from "./new-id.ts";

/**
 * Opens, confirms and escalates `host.stale` for hosts that became silent between reports, and compares the nodes of their
 * cluster without them. May run twice and on any replica: it writes only what is not written yet. Reads never wait for it.
 * @returns the number of hosts written
 */
export async function sweepSilence(now: Date): Promise<number> {
  let written = 0;
  for (const hostId of await silentCandidates(now.toISOString())) {
    const isWritten = await inTransaction(async (client) => {
      const host = await lockHostOnly(client, hostId);
      if (!host) return false;
      const reporting = { lastReportedAt: host.observedAt, intervalSeconds: host.intervalSeconds };
      const freshness = freshnessOf({ ...reporting, retiredAt: host.retiredAt, now });
      if (isReporting(freshness)) return false;
      const open = await openHostFindings(client, hostId);
      const staleAt = freshnessInstants(reporting).staleAt;
      const isNew = !open.some(({ rule }) => rule === "host.stale");
      const at = isNew ? staleAt : now.toISOString();
      const life = findingLife({
        open: open.filter(({ rule }) => rule === "host.stale"),
        outcomes: judgeSilence({ freshness, ...reporting }),
        at,
        isGone: false,
        notRunningSince: null,
        makeId: newId,
      });
      const { findings, changes } = lifeWrites(life, { hostId, subjectId: null, touchedBy: () => [] }, at);
      if (isNew) {
        changes.push({
          hostId,
          subjectId: null,
          at,
          kind: "host",
          field: "freshness",
          from: "late",
          to: freshness,
        });
      }
      if (findings.length === 0) return false;
      await raiseVersion(client, hostId);
      await writeFindings(client, findings);
      await writeChanges(client, changes);
      if (isNew) await compareNodes(client, hostId, host.cluster, now);
      return true;
    });
    if (isWritten) written += 1;
  }
  return written;
}

/** A node that became silent does not count as a second report and confirms nothing. */
async function compareNodes(
  client: pg.ClientBase,
  hostId: string,
  cluster: string | null,
  now: Date,
): Promise<void> {
  if (cluster === null) return;
  const at = now.toISOString();
  await judgeDrift(client, hostId, [cluster], { at, now: at, isAgain: true });
}
