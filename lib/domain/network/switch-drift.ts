import type { SwitchFacts } from "../facts.ts";
import type { Evidence, Outcome } from "../judgement.ts";
import { listSwitches } from "../remedies/switch-drift.ts";
import { finding, NOT_APPLICABLE, OK, UNKNOWN } from "../rules/vm-rule.ts";
import { compareText } from "./compare-text.ts";

/** What one node of a cluster last reported about its switches. */
export interface DriftNode {
  hostId: string;
  hostName: string;
  /** A report that is not fresh is not evidence. */
  isFresh: boolean;
  /** `null` if they were unread. */
  switches:
    | Pick<
        SwitchFacts,
        "name" | "switchType" | "iovEnabled" | "embeddedTeamingEnabled" | "bandwidthReservationMode"
      >[]
    | null;
}

/** `cluster.switch-drift` of one cluster and switch name. */
export interface SwitchDrift {
  switchName: string;
  outcome: Outcome;
  /** The nodes whose pages show it. */
  hostIds: string[];
}

const COMPARED = [
  { name: "switchType", said: "type" },
  { name: "iovEnabled", said: "SR-IOV" },
  { name: "embeddedTeamingEnabled", said: "embedded teaming" },
  { name: "bandwidthReservationMode", said: "bandwidth reservation" },
] as const;

/**
 * Differences between the nodes of one cluster, because of which a VM can lose features when it moves. One answer for
 * each switch name, including those of open findings. Unread values are not compared.
 */
export function judgeSwitchDrift(
  nodes: readonly DriftNode[],
  openSwitchNames: readonly string[] = [],
): SwitchDrift[] {
  const ordered = nodes.toSorted(
    (left, right) => compareText(left.hostName, right.hostName) || compareText(left.hostId, right.hostId),
  );
  const fresh = ordered.filter(({ isFresh }) => isFresh);
  const names = new Set(openSwitchNames);
  for (const { switches } of fresh) for (const { name } of switches ?? []) if (name !== null) names.add(name);
  return [...names].toSorted(compareText).map((name) => driftOf(name, fresh, ordered.length));
}

/**
 * What that means for one node, `null` if the host is no longer a node. The state of a silent or unread node is
 * unknown, so its findings stay open and freeze.
 */
export function driftOnNode(node: DriftNode | null, { hostIds, outcome }: SwitchDrift): Outcome {
  if (node === null) return NOT_APPLICABLE;
  if (!node.isFresh || node.switches === null) return UNKNOWN;
  if (hostIds.includes(node.hostId)) return outcome;
  // The others differ, and it no longer has such a switch; or it is unknown.
  return outcome.status === "finding" ? NOT_APPLICABLE : outcome;
}

function driftOf(name: string, fresh: readonly DriftNode[], nodeCount: number): SwitchDrift {
  const found = fresh.flatMap(({ hostId, hostName, switches }) =>
    (switches ?? []).filter((each) => each.name === name).map((facts) => ({ hostId, hostName, facts })),
  );
  const differing = COMPARED.filter(
    (each) => new Set(found.flatMap(({ facts }) => facts[each.name] ?? [])).size > 1,
  );
  const hostIds = [...new Set(found.map(({ hostId }) => hostId))];
  // A node does not differ from itself, even with two switches of one name.
  if (differing.length > 0 && hostIds.length > 1) {
    const evidence: Evidence[] = differing.flatMap((each) =>
      found.map(({ hostName, facts }) => ({ name: `${hostName}.${each.name}`, value: facts[each.name] })),
    );
    const said = differing.map((each) => each.said).join(", ");
    return {
      switchName: name,
      hostIds,
      outcome: finding(
        "warning",
        `The switch ${name} differs between the cluster's nodes in ${said}, so a VM can lose features when it moves.`,
        [{ name: "switch.name", value: name, decides: true }, ...evidence],
        [listSwitches()],
      ),
    };
  }
  const isEveryNodeRead = fresh.length === nodeCount && fresh.every(({ switches }) => switches !== null);
  if (hostIds.length < 2)
    return { switchName: name, hostIds, outcome: isEveryNodeRead ? NOT_APPLICABLE : UNKNOWN };
  const isWhole =
    isEveryNodeRead && found.every(({ facts }) => COMPARED.every((each) => facts[each.name] !== null));
  return { switchName: name, hostIds, outcome: isWhole ? OK : UNKNOWN };
}
