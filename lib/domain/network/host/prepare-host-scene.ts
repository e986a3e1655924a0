import type { PhysicalAdapterFacts } from "../../facts.ts";
import type { LadderDefinition, RungDefinition, RungStatus } from "../ladder.ts";
import { isUp, type NetworkScene, stackOf, type SwitchPath } from "../path.ts";
import { adapterRdmaLadder, endOfAdapter } from "./adapter-rdma-ladder.ts";
import { endOfHostAdapter, hostAdapterRdmaLadder } from "./host-adapter-rdma-ladder.ts";
import type { AdapterScene, HostAdapterScene, HostScene, RdmaEnd } from "./host-scene.ts";
import { smbUse } from "./smb-use.ts";
import { switchUses, unreadWishes } from "./switch-use.ts";
import type { VmNetwork } from "./vm-network.ts";

export interface HostNetworkInput {
  network: NetworkScene;
  /** From the same report: they show which VM requests what. `null` if the VMs were unread. */
  vms: readonly VmNetwork[] | null;
  /**
   * Whether the list is complete: what a listed VM lacks counts either way, but VMs that are missing from the list may
   * request more.
   */
  isVmListComplete?: boolean;
}

export function prepareHostScene({ network, vms, isVmListComplete = true }: HostNetworkInput): HostScene {
  const areVmsRead = isVmListComplete && vms !== null && vms.every(({ vm }) => vm.adapters !== null);
  const adapters: AdapterScene[] = [];
  const hostAdapters: HostAdapterScene[] = [];
  const rdmaEnds: RdmaEnd[] = [];
  const host: HostScene = {
    network,
    vms,
    smb: smbUse(network),
    switchUses: switchUses(vms ?? []),
    areVmsRead,
    unreadWishes: unreadWishes(vms ?? [], areVmsRead),
    adapters,
    hostAdapters,
    rdmaEnds,
  };
  for (const adapter of network.physicalAdapters ?? []) {
    const path = network.switchByAdapter.get(adapter.interfaceGuid) ?? null;
    const stack = stackOf(adapter, network);
    adapters.push({ host, adapter, isUp: isUp(adapter), stack, path, isTeamNic: isTeamNic(adapter, path) });
  }
  for (const adapter of network.hostAdapters ?? []) {
    const path = (adapter.switchId && network.switches?.get(adapter.switchId)) || null;
    hostAdapters.push({ host, adapter, path });
  }
  for (const scene of adapters)
    if (scene.stack !== "switch")
      rdmaEnds.push({ ...endOfAdapter(scene), standing: standingOf(adapterRdmaLadder, scene) });
  for (const scene of hostAdapters)
    rdmaEnds.push({ ...endOfHostAdapter(scene), standing: standingOf(hostAdapterRdmaLadder, scene) });
  return host;
}

function isTeamNic({ interfaceGuid }: PhysicalAdapterFacts, path: SwitchPath | null): boolean {
  if (path?.uplink !== "lbfo" || !path.facts.adapterGuids?.includes(interfaceGuid)) return false;
  return !path.members.some((member) => member.interfaceGuid === interfaceGuid);
}

/** Whether every rung holds that the host can determine; with traffic, they do. */
function standingOf<Scene, Rung extends RungDefinition<Scene>>(
  { settled, rungs }: LadderDefinition<Scene, "rdma", Rung>,
  scene: Scene,
): RungStatus {
  const word = settled(scene);
  if (word !== null) return word === "active" ? "pass" : "not-applicable";
  let isSomeUnknown = false;
  for (const { check, isGuests } of rungs) {
    const status = check(scene);
    if (status === "fail") return "fail";
    if (status === "unknown" && !isGuests) isSomeUnknown = true;
  }
  return isSomeUnknown ? "unknown" : "pass";
}
