import type { PhysicalAdapterFacts } from "../../facts.ts";
import type { LeanLadder } from "../ladder.ts";
import { isTeamAdapter, type SwitchPath } from "../path.ts";
import type { AccelerationStatus, HostTechnology } from "../../words.ts";
import type { AdapterScene, HostScene } from "./host-scene.ts";

/** Capacity of a host's physical ports that are up. */
export interface Capacity {
  /** Virtual functions, queues or ports. Those of ports whose use could not be read are not included. */
  present: number;
  used: number;
  /** Ports that are left out, because what they have or what of it is used could not be read. */
  unread: number;
}

export type IdleCapacity = Record<"virtual-functions" | "queues" | "rdma-ports", Capacity>;

const NONE: Capacity = { present: 0, used: 0, unread: 0 };
const ONE_UNREAD: Capacity = { ...NONE, unread: 1 };

/** What the physical ports have and what of it is used. A team's own adapter repeats what its members have. */
export function idleCapacity(host: HostScene, ladders: readonly LeanLadder<HostTechnology>[]): IdleCapacity {
  const ports = host.adapters.filter(
    ({ adapter, isUp }) => isUp && !isTeamAdapter(adapter, host.network.teams),
  );
  const adapters = ports.map(({ adapter }) => adapter);
  return {
    "virtual-functions": sumOf(adapters, ({ sriov }) =>
      toldBy(sriov?.listed, sriov?.numVFs, sriov?.numAllocatedVFs),
    ),
    queues: sumOf(adapters, ({ vmq }) =>
      toldBy(vmq?.listed, vmq?.numberOfReceiveQueues, vmq?.allocatedQueues),
    ),
    "rdma-ports": rdmaPorts(host, ports, ladders),
  };
}

type Told = number | null | undefined;

/** An adapter that Windows does not list has none. */
function toldBy(listed: boolean | null | undefined, present: Told, used: Told): Capacity {
  if (listed === false || (listed === true && present === 0)) return NONE;
  const isTold = listed === true && typeof present === "number" && typeof used === "number";
  return isTold ? { present, used, unread: 0 } : ONE_UNREAD;
}

function sumOf(
  adapters: readonly PhysicalAdapterFacts[],
  read: (adapter: PhysicalAdapterFacts) => Capacity,
): Capacity {
  return adapters.map(read).reduce(plus, NONE);
}

function plus(left: Capacity, right: Capacity): Capacity {
  return {
    present: left.present + right.present,
    used: left.used + right.used,
    unread: left.unread + right.unread,
  };
}

/** Physical ports that support RDMA, and how many of them the host or its VMs use for it. */
function rdmaPorts(
  host: HostScene,
  ports: readonly AdapterScene[],
  ladders: readonly LeanLadder<HostTechnology>[],
): Capacity {
  if (host.network.isNested) return NONE;
  const words: RdmaWords = new Map(
    ladders.flatMap(({ technology, adapterId, status }) =>
      technology === "rdma" ? [[adapterId, status] as const] : [],
    ),
  );
  const counts: Capacity[] = [];
  const bySwitch = new Map<SwitchPath, number>();
  for (const { adapter, stack, path } of ports) {
    const listed = adapter.rdma?.listed ?? null;
    if (listed === false) continue;
    if (listed === null || (stack === "switch" && path === null)) counts.push(ONE_UNREAD);
    else if (path !== null) bySwitch.set(path, (bySwitch.get(path) ?? 0) + 1);
    else {
      const word = words.get(adapter.interfaceGuid) ?? "unknown";
      counts.push(ofUse(1, { users: word === "active" ? 1 : 0, isSomeUnread: word === "unknown" }));
    }
  }
  for (const [path, count] of bySwitch) counts.push(ofUse(count, useOf(host, path, words)));
  return counts.reduce(plus, NONE);
}

type RdmaWords = ReadonlyMap<string | null, AccelerationStatus>;

interface Use {
  users: number;
  isSomeUnread: boolean;
}

/** Which port of a team a user takes is not reported, so each counts for one. What nobody is known to use may be unread. */
function ofUse(ports: number, { users, isSomeUnread }: Use): Capacity {
  const used = Math.min(ports, users);
  const unread = isSomeUnread ? ports - used : 0;
  return { present: ports - unread, used, unread };
}

/** Host adapters and VMs that use RDMA through a switch. Host adapters mapped to the same port are one. */
function useOf(host: HostScene, path: SwitchPath, words: RdmaWords): Use {
  const takers = new Set<string>();
  let isSomeUnread = host.network.hostAdapters === null || host.unreadWishes["guest-rdma"];
  for (const { adapter, path: own } of host.hostAdapters) {
    const word = words.get(adapter.name) ?? "unknown";
    if (own === path && word === "active") takers.add(adapter.teamMappedAdapter ?? `host ${adapter.name}`);
    // One whose switch was not found may be on this one.
    const isOpen = word === "unknown" || (own === null && word === "active");
    if ((own === path || own === null) && isOpen) isSomeUnread = true;
  }
  for (const { adapter, ladders } of host.switchUses.get(path.facts.id)?.asking ?? []) {
    const word = ladders["guest-rdma"]?.status;
    if (word === "active") takers.add(`VM ${adapter.id}`);
    if (word === "unknown" && (adapter.rdmaWeight ?? 0) > 0) isSomeUnread = true;
  }
  return { users: takers.size, isSomeUnread };
}
