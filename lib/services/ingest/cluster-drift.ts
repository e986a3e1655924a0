import type pg from "pg";
import { lockCluster, readClusterNodes, readOpenDrift } from "@/lib/data/ingest/cluster-state.ts";
import {
  writeChanges,
  writeFindings,
  type ChangeWrite,
  type FindingWrite,
  type StoredFinding,
} from "@/lib/data/ingest/write-life.ts";
import { findingLife } from "@/lib/domain/finding-life.ts";
import { freshnessOf, isReporting } from "@/lib/domain/freshness.ts";
import type { Outcome } from "@/lib/domain/judgement.ts";
import { judgeSwitchDrift, type SwitchDrift } from "@/lib/domain/network/switch-drift.ts";
import { newId } from "../new-id.ts";
import type { Report } from "./prepare-report.ts";
import { lifeWrites } from "./scene.ts";

const NOT_APPLICABLE: Outcome = { status: "not-applicable" };

/**
 * `cluster.switch-drift` of the clusters that this host was in (first) and is in, from what each node last said of its switches.
 * One finding for each switch that differs, on the page of every node that has it.
 * @returns how many changes were logged
 */
export async function judgeDrift(
  client: pg.ClientBase,
  hostId: string,
  clusters: readonly string[],
  { observedAt, receivedAt }: Pick<Report, "observedAt" | "receivedAt">,
): Promise<number> {
  let logged = 0;
  for (const cluster of clusters) {
    const findings: FindingWrite[] = [];
    const changes: ChangeWrite[] = [];
    await lockCluster(client, cluster);
    const nodes = await readClusterNodes(client, cluster);
    // A host that left the cluster is no node any more, and what it was found to differ in no longer applies.
    const hostIds = [...new Set([...nodes.map((node) => node.hostId), hostId])].toSorted();
    const open = await readOpenDrift(client, hostIds);
    const judged = judgeSwitchDrift(
      nodes.map(({ observedAt: lastReportedAt, intervalSeconds, ...node }) => ({
        ...node,
        isFresh: isReporting(
          freshnessOf({ lastReportedAt, intervalSeconds, retiredAt: null, now: receivedAt }),
        ),
      })),
      [...new Set(open.map(switchOf))].filter((name) => name !== null),
    );
    const isNode = new Set(nodes.map((node) => node.hostId));
    for (const node of hostIds) {
      for (const drift of judged) {
        const life = findingLife({
          open: open.filter((finding) => finding.hostId === node && switchOf(finding) === drift.switchName),
          outcomes: [{ rule: "cluster.switch-drift", outcome: outcomeOn(node, drift, isNode) }],
          at: observedAt,
          isGone: false,
          notRunningSince: null,
          makeId: newId,
        });
        const written = lifeWrites(life, { hostId: node, subjectId: null, touchedBy: () => [] }, observedAt);
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

function outcomeOn(node: string, { hostIds, outcome }: SwitchDrift, isNode: ReadonlySet<string>): Outcome {
  if (!isNode.has(node)) return NOT_APPLICABLE;
  if (hostIds.includes(node)) return outcome;
  // The others differ, and it has no such switch any more; or nobody can tell.
  return outcome.status === "finding" ? NOT_APPLICABLE : outcome;
}

/** The switch that a finding speaks of; `null` where it is the technologies of RDMA. */
function switchOf({ evidence }: Pick<StoredFinding, "evidence">): string | null {
  const value = evidence.find(({ name }) => name === "switch.name")?.value;
  return typeof value === "string" ? value : null;
}
