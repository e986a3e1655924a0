import type { VmAdapterFacts } from "../../facts.ts";
import type { VmTechnology } from "../../words.ts";
import type { LeanLadder } from "../ladder.ts";
import type { VmNetwork } from "./vm-network.ts";

/** One adapter of a VM with its verdicts. */
export interface VmPort {
  vm: VmNetwork["vm"];
  adapter: VmAdapterFacts;
  ladders: Partial<Record<VmTechnology, LeanLadder<VmTechnology>>>;
}

/** What the VMs on one switch request and have. */
export interface SwitchUse {
  /** Connected ports of running VMs with a weight for SR-IOV or guest RDMA. */
  asking: VmPort[];
  /** The same for VMs that are not running now. */
  asleep: VmPort[];
  /** Technologies that some adapter of a VM on the switch has active. */
  active: Set<VmTechnology>;
}

/** Whether a VM may request it while the request, or the switch it goes through, could not be read. */
export type UnreadWishes = Record<"sr-iov" | "guest-rdma", boolean>;

/** RDMA's weight has its own cmdlet, which many hosts lack: an unread weight means nothing. */
export function unreadWishes(vms: readonly VmNetwork[], areVmsRead: boolean): UnreadWishes {
  const unread: UnreadWishes = { "sr-iov": !areVmsRead, "guest-rdma": !areVmsRead };
  if (!areVmsRead) return unread;
  for (const { vm, ladders } of vms) {
    for (const { id, switchId, iovWeight, rdmaWeight } of vm.adapters ?? []) {
      const isOpen = (technology: VmTechnology) =>
        ladders.some(
          (each) => each.adapterId === id && each.technology === technology && each.status === "unknown",
        );
      const isLost = (weight: number | null) => switchId === null && (weight ?? 0) > 0;
      if (iovWeight === null || isLost(iovWeight)) unread["sr-iov"] ||= isOpen("sr-iov");
      if (isLost(rdmaWeight)) unread["guest-rdma"] ||= isOpen("guest-rdma");
    }
  }
  return unread;
}

export function switchUses(vms: readonly VmNetwork[]): ReadonlyMap<string, SwitchUse> {
  const uses = new Map<string, SwitchUse>();
  for (const network of vms) {
    const byAdapter = laddersByAdapter(network);
    for (const adapter of network.vm.adapters ?? []) {
      if (adapter.switchId === null || adapter.connected === false) continue;
      const ladders = byAdapter.get(adapter.id) ?? {};
      const use = useOf(uses, adapter.switchId);
      for (const { technology, status } of Object.values(ladders))
        if (status === "active") use.active.add(technology);
      if (!asksForHardware(adapter)) continue;
      const sleeps = (ladders["sr-iov"]?.status ?? "not-applicable") === "not-applicable";
      (sleeps ? use.asleep : use.asking).push({ vm: network.vm, adapter, ladders });
    }
  }
  return uses;
}

export function laddersByAdapter({ ladders }: VmNetwork): ReadonlyMap<string, VmPort["ladders"]> {
  const byAdapter = new Map<string, VmPort["ladders"]>();
  for (const ladder of ladders) {
    if (ladder.adapterId === null) continue;
    const known = byAdapter.get(ladder.adapterId) ?? {};
    known[ladder.technology] = ladder;
    byAdapter.set(ladder.adapterId, known);
  }
  return byAdapter;
}

function useOf(uses: Map<string, SwitchUse>, switchId: string): SwitchUse {
  const known = uses.get(switchId);
  if (known) return known;
  const use: SwitchUse = { asking: [], asleep: [], active: new Set() };
  uses.set(switchId, use);
  return use;
}

/** Only SR-IOV and guest RDMA are requested, by a weight. A legacy adapter cannot request anything. */
function asksForHardware({ isLegacy, iovWeight, rdmaWeight }: VmAdapterFacts): boolean {
  return isLegacy !== true && ((iovWeight ?? 0) > 0 || (rdmaWeight ?? 0) > 0);
}
