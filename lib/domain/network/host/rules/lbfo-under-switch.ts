import { replaceLbfoTeam } from "../../../remedies/virtual-switch.ts";
import type { Severity } from "../../../words.ts";
import type { SwitchPath } from "../../path.ts";
import type { HostScene } from "../host-scene.ts";
import { type Cause, deciding, distinctVms, type HostOutcome, hostOutcome, inWords } from "./cause.ts";

const SERVER_2016 = 14393;
/** From this build on, Windows itself refuses a switch on such a team. */
const SERVER_2022 = 20348;

/**
 * `host.lbfo-under-switch`: an LBFO team supports neither SR-IOV nor RDMA. It replaces other findings about the VMs
 * that request them. Before 2016 there was no better team.
 */
export function lbfoUnderSwitch(host: HostScene): HostOutcome {
  const rule = "host.lbfo-under-switch";
  const { network } = host;
  if (network.isNested) return hostOutcome(rule, [], "not-applicable");

  const onTeam = [...(network.switches?.values() ?? [])].filter((path) => path.uplink === "lbfo");
  const causes = onTeam.flatMap((path) => causeOf(path, host) ?? []);
  return hostOutcome(rule, causes, otherwise(host, onTeam.length > 0));
}

function causeOf(path: SwitchPath, { network, switchUses }: HostScene): Cause | null {
  const { id, name } = path.facts;
  const touchedVms = distinctVms((switchUses.get(id)?.asking ?? []).map(({ vm }) => vm));
  const severity = severityOf(network.hostBuild, touchedVms.length > 0);
  if (severity === null) return null;
  const asking = touchedVms.length > 0 ? ` (requested by ${inWords(touchedVms.length, "VM", "VMs")})` : "";
  return {
    severity,
    summary: `The switch ${name ?? id} is bound to an LBFO team, which supports neither SR-IOV nor RDMA${asking}.`,
    evidence: deciding([
      { name: "team.name", value: path.team?.name ?? null },
      {
        name: "team.members",
        value: path.members
          .map((member) => member.name ?? member.interfaceGuid)
          .toSorted()
          .join(", "),
      },
      { name: "switch.name", value: name },
      { name: "host.os.build", value: network.hostBuild },
    ]),
    remedies: [replaceLbfoTeam(path.facts)],
    touchedVms,
  };
}

function severityOf(build: number | null, isAskedFor: boolean): Severity | null {
  if (isAskedFor) return "warning";
  if (build === null || build < SERVER_2016) return null;
  return build < SERVER_2022 ? "info" : "warning";
}

function otherwise({ network, unreadWishes }: HostScene, isOnTeam: boolean): "ok" | "unknown" {
  const { switches, physicalAdapters, hostBuild } = network;
  const isSomeWishUnread = unreadWishes["sr-iov"] || unreadWishes["guest-rdma"];
  if (switches === null || physicalAdapters === null) return "unknown";
  if ([...switches.values()].some(({ uplink }) => uplink === "unknown")) return "unknown";
  return isOnTeam && (hostBuild === null || isSomeWishUnread) ? "unknown" : "ok";
}
