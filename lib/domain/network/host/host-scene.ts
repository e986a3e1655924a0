import type { HostAdapterFacts, PhysicalAdapterFacts } from "../../facts.ts";
import type { RungStatus } from "../ladder.ts";
import type { NetworkScene, SwitchPath } from "../path.ts";
import type { SmbUse } from "./smb-use.ts";
import type { SwitchUse, UnreadWishes } from "./switch-use.ts";
import type { VmNetwork } from "./vm-network.ts";

/** One host's network as its own technologies are judged by, computed once per report. */
export interface HostScene {
  network: NetworkScene;
  /** `null` where the VMs were unread. */
  vms: readonly VmNetwork[] | null;
  smb: SmbUse;
  /** What the VMs request of a switch and have, by the switch's id. */
  switchUses: ReadonlyMap<string, SwitchUse>;
  /** Every VM of the host, and every adapter of these VMs. */
  areVmsRead: boolean;
  unreadWishes: UnreadWishes;
  adapters: readonly AdapterScene[];
  hostAdapters: readonly HostAdapterScene[];
  /** Adapters that have an RDMA ladder. */
  rdmaEnds: readonly RdmaEnd[];
}

export interface AdapterScene {
  host: HostScene;
  adapter: PhysicalAdapterFacts;
  isUp: boolean;
  /** Which Windows stack it feeds; a team's member feeds the team's. `null` if unknown. */
  stack: "switch" | "team" | "tcp-ip" | null;
  /** The switch that it carries. */
  path: SwitchPath | null;
  /** A team's own NIC under a switch: its members provide its capabilities. */
  isTeamNic: boolean;
}

/** An adapter of the management OS on a virtual switch. */
export interface HostAdapterScene {
  host: HostScene;
  adapter: HostAdapterFacts;
  /** `null` if no list contains its switch. */
  path: SwitchPath | null;
}

/** An RDMA endpoint of this host: an adapter that feeds TCP/IP, or a host adapter on a switch. */
export interface RdmaEnd {
  id: string;
  name: string | null;
  interfaceIndex: number | null;
  canRdma: boolean | null;
  isEnabled: boolean | null;
  feedsTcpIp: boolean | null;
  /** Windows' numbers: 1 iWARP, 2 InfiniBand, 3 and 4 RoCE. One for each adapter that carries it. */
  technologies: readonly (number | null)[];
  /** Whether every rung holds that the host can determine. */
  standing: RungStatus;
}

/** SMB belongs to the host as a whole. */
export interface SmbScene {
  host: HostScene;
}
