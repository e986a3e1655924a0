import type { PhysicalAdapterFacts, SwitchFacts } from "../facts.ts";
import type { Evidence, Outcome } from "../judgement.ts";
import { listSwitches, showRdmaTechnology } from "../remedies/switch-drift.ts";
import { finding, NOT_APPLICABLE, OK, UNKNOWN } from "../rules/vm-rule.ts";
import { compareText } from "./compare-text.ts";
import { isUp } from "./path.ts";
import { technologyWord } from "./rdma-technology.ts";

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
  physicalAdapters: Pick<PhysicalAdapterFacts, "status" | "rdma">[] | null;
}

/** `cluster.switch-drift` of one cluster and switch name. */
export interface SwitchDrift {
  /** `null` if RDMA technologies are compared, which belong to the nodes and not to a switch. */
  switchName: string | null;
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
 * each switch name, including those of open findings, and one for the RDMA technologies. Unread values are not
 * compared.
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
  return [
    ...[...names].toSorted(compareText).map((name) => driftOf(name, fresh, ordered.length)),
    technologyDrift(fresh, ordered.length),
  ];
}

/**
 * What that means for one node, `null` if the host is no longer a node. The state of a silent or unread node is
 * unknown, so its findings stay open and freeze.
 */
export function driftOnNode(node: DriftNode | null, { switchName, hostIds, outcome }: SwitchDrift): Outcome {
  if (node === null) return NOT_APPLICABLE;
  const told = switchName === null ? node.physicalAdapters : node.switches;
  if (!node.isFresh || told === null) return UNKNOWN;
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

/** Two nodes that have RDMA but no technology in common cannot use it between them. */
function technologyDrift(fresh: readonly DriftNode[], nodeCount: number): SwitchDrift {
  const able = fresh
    .map(({ hostId, hostName, physicalAdapters }) => ({
      hostId,
      hostName,
      technologies: technologiesOf(physicalAdapters ?? []),
    }))
    .filter(({ technologies }) => technologies.size > 0);
  const apart = able.filter((node) => able.some((other) => areApart(node.technologies, other.technologies)));
  const hostIds = able.map(({ hostId }) => hostId);
  if (apart.length > 0)
    return {
      switchName: null,
      hostIds,
      outcome: finding(
        "warning",
        "The cluster's nodes use different RDMA technologies, which cannot communicate with each other.",
        able.map(({ hostName, technologies }, index) => ({
          name: `${hostName}.rdma.technology`,
          value: [...technologies]
            .toSorted((left, right) => left - right)
            .map(technologyWord)
            .join(", "),
          ...(index === 0 && { decides: true as const }),
        })),
        [showRdmaTechnology()],
      ),
    };
  const isEveryNodeRead =
    fresh.length === nodeCount && fresh.every(({ physicalAdapters }) => physicalAdapters !== null);
  if (!isEveryNodeRead) return { switchName: null, hostIds, outcome: UNKNOWN };
  return { switchName: null, hostIds, outcome: able.length < 2 ? NOT_APPLICABLE : OK };
}

function technologiesOf(adapters: NonNullable<DriftNode["physicalAdapters"]>): Set<number> {
  return new Set(
    adapters
      .filter((adapter) => isUp(adapter) && adapter.rdma?.enabled === true)
      .flatMap(({ rdma }) => rdma?.technology ?? []),
  );
}

function areApart(left: ReadonlySet<number>, right: ReadonlySet<number>): boolean {
  return [...left].every((technology) => !right.has(technology));
}
