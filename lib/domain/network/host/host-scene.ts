import type { HostAdapterFacts, PhysicalAdapterFacts } from "../../facts.ts";
import type { RungStatus } from "../ladder.ts";
import type { NetworkScene, SwitchPath } from "../path.ts";
import type { SmbUse } from "./smb-use.ts";
import type { SwitchUse, UnreadWishes } from "./switch-use.ts";
import type { VmNetwork } from "./vm-network.ts";

/** One host's network as its own technologies are judged by, worked out once a report. */
export interface HostScene {
  network: NetworkScene;
  /** `null` where the VMs were unread. */
  vms: readonly VmNetwork[] | null;
  smb: SmbUse;
  /** What the VMs want of a switch and have of it, by the switch's id. */
  switchUses: ReadonlyMap<string, SwitchUse>;
  /** Every VM of the host, and every adapter of theirs. */
  areVmsRead: boolean;
  unreadWishes: UnreadWishes;
  adapters: readonly AdapterScene[];
  hostAdapters: readonly HostAdapterScene[];
  /** Those that have a ladder of RDMA. */
  rdmaEnds: readonly RdmaEnd[];
}

export interface AdapterScene {
  host: HostScene;
  adapter: PhysicalAdapterFacts;
  isUp: boolean;
  /** Which stack of Windows it feeds; a team's member feeds the team's. `null` where nobody can tell. */
  stack: "switch" | "team" | "tcp-ip" | null;
  /** The switch that it carries. */
  path: SwitchPath | null;
  /** A team's own NIC under a switch: what it can do, its members do. */
  isTeamNic: boolean;
}

/** An adapter of the management system on a virtual switch. */
export interface HostAdapterScene {
  host: HostScene;
  adapter: HostAdapterFacts;
  /** `null` where its switch is in no list. */
  path: SwitchPath | null;
}

/** Where RDMA would end on this host: an adapter that feeds TCP/IP, or a host adapter on a switch. */
export interface RdmaEnd {
  id: string;
  name: string | null;
  interfaceIndex: number | null;
  canRdma: boolean | null;
  isEnabled: boolean | null;
  feedsTcpIp: boolean | null;
  /** Numbers of Windows: 1 iWARP, 2 InfiniBand, 3 and 4 RoCE. One for each adapter that carries it. */
  technologies: readonly (number | null)[];
  /** Whether every rung holds that somebody on the host could tell. */
  standing: RungStatus;
}

/** SMB belongs to the host as a whole. */
export interface SmbScene {
  host: HostScene;
}
