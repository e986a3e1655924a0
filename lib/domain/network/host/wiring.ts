import type { AccelerationStatus, VmTechnology } from "../../words.ts";
import { isUp, type NetworkScene, stackOf, type SwitchPath, type UplinkKind } from "../path.ts";
import { laddersByAdapter } from "./switch-use.ts";
import type { VmNetwork } from "./vm-network.ts";

/** How a host's network is connected, by ids and names of the lists it was made from. `null` is an unread list. */
export interface Wiring {
  adapters: WiredAdapter[] | null;
  switches: WiredSwitch[] | null;
}

export interface WiredAdapter {
  id: string;
  isUp: boolean;
  /** What it leads to; a team's member leads to the team. `null` if unknown. */
  feeds: "switch" | "team" | "tcp-ip" | null;
  /** The LBFO team that it is a member of. */
  team: string | null;
  /** It represents a team, which is drawn in its place. */
  isTeamNic: boolean;
}

export interface WiredSwitch {
  id: string;
  uplink: UplinkKind;
  /** The LBFO team under it, if it was read. */
  team: string | null;
  /** The physical adapters that carry it; for an LBFO team, its members. */
  adapterIds: string[];
  /** It has adapters that were not read. */
  isSomeAdapterUnread: boolean;
  /** Connected adapters of VMs. `null` if the VMs were unread. */
  use: VmUse | null;
}

export interface VmUse {
  vms: number;
  ports: number;
  /** How many of the ports have each status. */
  technologies: Partial<Record<VmTechnology, Partial<Record<AccelerationStatus, number>>>>;
}

export function wiringOf(network: NetworkScene, vms: readonly VmNetwork[] | null): Wiring {
  const uses = vms && vmUses(vms);
  const useOf = (id: string) => uses && (uses.get(id) ?? { vms: 0, ports: 0, technologies: {} });
  return {
    adapters:
      network.physicalAdapters?.map((adapter) => ({
        id: adapter.interfaceGuid,
        isUp: isUp(adapter),
        feeds: stackOf(adapter, network),
        team: teamWith(adapter.name, network, "members"),
        isTeamNic: standsForTeam(adapter, network),
      })) ?? null,
    switches: network.switches && [...network.switches].map(([id, path]) => wiredSwitch(path, useOf(id))),
  };
}

function wiredSwitch(path: SwitchPath, use: VmUse | null): WiredSwitch {
  const { facts, uplink, team, members, isSomeMemberUnread } = path;
  return {
    id: facts.id,
    uplink,
    team: team?.name ?? null,
    adapterIds: members.map(({ interfaceGuid }) => interfaceGuid),
    isSomeAdapterUnread: isSomeMemberUnread,
    use,
  };
}

function standsForTeam(
  { interfaceGuid, name }: { interfaceGuid: string; name: string | null },
  network: NetworkScene,
): boolean {
  const path = network.switchByAdapter.get(interfaceGuid);
  const isUnderSwitch = path?.uplink === "lbfo" && path.facts.adapterGuids?.includes(interfaceGuid) === true;
  return isUnderSwitch || teamWith(name, network, "teamNics") !== null;
}

function teamWith(
  adapterName: string | null,
  { teams }: NetworkScene,
  list: "members" | "teamNics",
): string | null {
  if (adapterName === null) return null;
  return teams?.find((team) => team[list]?.includes(adapterName))?.name ?? null;
}

function vmUses(vms: readonly VmNetwork[]): ReadonlyMap<string, VmUse> {
  const uses = new Map<string, VmUse>();
  for (const network of vms) {
    const ladders = laddersByAdapter(network);
    const seen = new Set<string>();
    for (const adapter of network.vm.adapters ?? []) {
      if (adapter.switchId === null || adapter.connected === false) continue;
      const use = uses.get(adapter.switchId) ?? { vms: 0, ports: 0, technologies: {} };
      uses.set(adapter.switchId, use);
      use.ports += 1;
      if (!seen.has(adapter.switchId)) use.vms += 1;
      seen.add(adapter.switchId);
      for (const ladder of Object.values(ladders.get(adapter.id) ?? {})) {
        const words = (use.technologies[ladder.technology] ??= {});
        words[ladder.status] = (words[ladder.status] ?? 0) + 1;
      }
    }
  }
  return uses;
}
