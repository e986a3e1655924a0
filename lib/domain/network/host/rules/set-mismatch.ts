import { compareText } from "../../compare-text.ts";
import type { PhysicalAdapterFacts } from "../../../facts.ts";
import { showSwitchOfTeam } from "../../../remedies/host-network.ts";
import type { SwitchPath } from "../../path.ts";
import type { HostScene } from "../host-scene.ts";
import { type Cause, deciding, type HostOutcome, hostOutcome } from "./cause.ts";

/** What members of an embedded team must have in common. Windows numbers adapters of the same model. */
const IN_COMMON: readonly {
  name: string;
  said: string;
  of: (adapter: PhysicalAdapterFacts) => string | number | null;
}[] = [
  {
    name: "description",
    said: "model",
    of: ({ description }) => description?.replace(/\s*#\d+\s*$/, "") ?? null,
  },
  { name: "driverVersion", said: "driver version", of: ({ driverVersion }) => driverVersion },
  {
    name: "linkSpeedBitsPerSecond",
    said: "speed",
    of: ({ linkSpeedBitsPerSecond }) => linkSpeedBitsPerSecond,
  },
];

/** `host.set-mismatch`: members of an embedded team that are up and not identical. Unread values are not compared. */
export function setMismatch({ network }: HostScene): HostOutcome {
  const rule = "host.set-mismatch";
  if (network.isNested) return hostOutcome(rule, [], "not-applicable");
  if (network.switches === null) return hostOutcome(rule, [], "unknown");

  const teams = [...network.switches.values()].filter(isEmbeddedTeam);
  const causes = teams.flatMap((path) => causeOf(path) ?? []);
  if (teams.length === 0) {
    const isSomeUnread = [...network.switches.values()].some(({ uplink }) => uplink === "unknown");
    return hostOutcome(rule, causes, isSomeUnread ? "unknown" : "not-applicable");
  }
  return hostOutcome(rule, causes, teams.every(isWhollyRead) ? "ok" : "unknown");
}

/** Several adapters suggest a team; a switch that reports that it is not one is believed. */
function isEmbeddedTeam({ uplink, facts }: SwitchPath): boolean {
  return uplink === "set" && facts.embeddedTeamingEnabled !== false;
}

function causeOf(path: SwitchPath): Cause | null {
  const members = path.upMembers.toSorted((left, right) => compareText(nameOf(left), nameOf(right)));
  const differing = IN_COMMON.filter(({ of }) => distinct(members, of).size > 1);
  if (differing.length === 0) return null;
  const { id, name } = path.facts;
  return {
    severity: "warning",
    summary: `The adapters in the embedded team (SET) of the switch ${name ?? id} differ in ${differing.map(({ said }) => said).join(", ")}.`,
    evidence: [
      ...deciding(
        differing.flatMap(({ name: fact, of }) =>
          members.map((member) => ({ name: `${nameOf(member)}.${fact}`, value: of(member) })),
        ),
      ),
      { name: "switch.name", value: name },
    ],
    remedies: [showSwitchOfTeam(id)],
    touchedVms: [],
  };
}

function distinct(
  members: readonly PhysicalAdapterFacts[],
  of: (adapter: PhysicalAdapterFacts) => string | number | null,
): ReadonlySet<string | number> {
  return new Set(members.flatMap((member) => of(member) ?? []));
}

function isWhollyRead({ upMembers, isSomeMemberUnread }: SwitchPath): boolean {
  return !isSomeMemberUnread && IN_COMMON.every(({ of }) => upMembers.every((member) => of(member) !== null));
}

function nameOf({ name, interfaceGuid }: PhysicalAdapterFacts): string {
  return name ?? interfaceGuid;
}
