import type pg from "pg";
import { lockCluster, readClusterNodes, readDrift } from "@/lib/data/ingest/cluster-state.ts";
import {
  writeChanges,
  writeFindings,
  type ChangeWrite,
  type FindingWrite,
  type StoredFinding,
} from "@/lib/data/ingest/write-life.ts";
import { findingLife, type FindingLife } from "@/lib/domain/finding-life.ts";
import { freshnessOf, isReporting } from "@/lib/domain/freshness.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import { driftOnNode, judgeSwitchDrift } from "@/lib/domain/network/switch-drift.ts";
import { newId } from "../new-id.ts";
import { lifeWrites } from "./scene.ts";

/**
 * Evaluates `cluster.switch-drift` for the host's previous (first) and current cluster, from the switches that each node
 * last reported. One finding for each differing switch, stored for every node that has it, with the same id.
 * @param moment `at` dates opened and closed findings, `null` means the newest report; `isAgain` means without a new
 * report, which confirms nothing
 * @returns the number of logged changes
 */
export async function judgeDrift(
  client: pg.ClientBase,
  hostId: string,
  clusters: readonly string[],
  moment: { at: IsoTime | null; now: IsoTime; isAgain: boolean },
): Promise<number> {
  let logged = 0;
  for (const cluster of clusters) {
    const findings: FindingWrite[] = [];
    const changes: ChangeWrite[] = [];
    await lockCluster(client, cluster);
    const rows = await readClusterNodes(client, cluster);
    const at =
      moment.at ??
      rows
        .map(({ observedAt }) => observedAt)
        .toSorted()
        .at(-1) ??
      moment.now;
    const nodes = rows.map(({ observedAt: lastReportedAt, intervalSeconds, ...node }) => {
      const freshness = freshnessOf({
        lastReportedAt,
        intervalSeconds,
        retiredAt: null,
        now: new Date(moment.now),
      });
      return { ...node, isFresh: isReporting(freshness) };
    });
    // A host that left the cluster is no longer a node, and its drift findings no longer apply.
    const hostIds = [...new Set([...nodes.map((node) => node.hostId), hostId])].toSorted();
    const open = await readDrift(client, hostIds);
    const judged = judgeSwitchDrift(
      nodes,
      [...new Set(open.map(switchOf))].filter((name) => name !== null),
    );
    const nodeById = new Map(nodes.map((node) => [node.hostId, node]));
    for (const drift of judged) {
      const shared = open.find((finding) => switchOf(finding) === drift.switchName) ?? null;
      const sharedId = shared?.id ?? newId();
      for (const node of hostIds) {
        const life = findingLife({
          open: open.filter((finding) => finding.hostId === node && switchOf(finding) === drift.switchName),
          outcomes: [
            { rule: "cluster.switch-drift", outcome: driftOnNode(nodeById.get(node) ?? null, drift) },
          ],
          at,
          isAgain: moment.isAgain,
          isGone: false,
          notRunningSince: null,
          makeId: () => sharedId,
        });
        const written = lifeWrites(
          joined(life, shared, { ...moment, at }),
          { hostId: node, subjectId: null, touchedBy: () => [] },
          at,
        );
        findings.push(...written.findings);
        changes.push(...written.changes);
      }
    }
    await writeFindings(client, findings);
    await writeChanges(client, changes);
    logged += changes.length;
  }
  return logged;
}

/** A node that joins an open finding, or returns to it, has its dates: it is one finding, on whichever page it is shown. */
function joined(
  life: FindingLife,
  shared: StoredFinding | null,
  { at, isAgain }: { at: IsoTime; isAgain: boolean },
): FindingLife {
  if (shared === null) return life;
  const { id, openedAt } = shared;
  const confirmedAt = shared.confirmedAt ?? (isAgain ? null : at);
  const steps = life.steps.map((step) =>
    step.kind === "opened" && step.finding.id === id
      ? { ...step, finding: { ...step.finding, openedAt, confirmedAt } }
      : step,
  );
  return { ...life, steps };
}

/** The switch of a finding; `null` if it is about RDMA technologies. */
function switchOf({ evidence }: Pick<StoredFinding, "evidence">): string | null {
  const value = evidence.find(({ name }) => name === "switch.name")?.value;
  return typeof value === "string" ? value : null;
}
