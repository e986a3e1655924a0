import type { Hardware } from "./hardware.ts";
import type { HostSystem } from "./host-systems.ts";
import type { Mix } from "./mix.ts";
import type { WorkloadKey } from "./workloads.ts";
import type { Site } from "./sites.ts";
import type { Uplink } from "./uplinks.ts";

/** A failover cluster of the fleet. */
export interface ClusterPlan {
  readonly name: string;
  readonly hosts: readonly number[];
  readonly nodes: readonly string[];
}

/** All host data that does not change while the fleet runs. Small, because a large fleet keeps all of them. */
export interface HostPlan {
  readonly index: number;
  /** Seed of all random values for this host. */
  readonly seed: string;
  readonly name: string;
  readonly fqdn: string;
  readonly site: Site;
  /** The display language of Windows on this host. */
  readonly language: "de" | "en";
  readonly cluster: ClusterPlan | null;
  readonly system: HostSystem;
  readonly hardware: Hardware;
  readonly uplink: Uplink;
  readonly workload: WorkloadKey;
  readonly mix: Mix;
  readonly traits: HostTraits;
  readonly vmCount: number;
  /** Number of its first VMs that have a replica on another host. */
  readonly replicatedSlots: number;
  /** Index of this host within its site, from 0, and number of hosts there: VMs are numbered per site. */
  readonly siteOrdinal: number;
  readonly siteHosts: number;
  readonly machineId: string;
  readonly instanceId: string;
  readonly bootedDaysAgo: number;
}

/** Irregularities of a host. */
export interface HostTraits {
  /** The agent's account has no right to read Hyper-V. */
  readonly withoutRights?: boolean;
  /** A section that the agent cannot read. */
  readonly failedSection?: "smb" | "physicalAdapters";
  readonly clockSkewSeconds?: number;
  /** Its only report is this old when it arrives; the host has been silent since. */
  readonly silentSinceSeconds?: number;
  /** It has replicas of this many VMs of another host, given by its index in the fleet. */
  readonly replicates?: { readonly host: number; readonly vms: number };
  /** Seconds from the start until its agent is installed. */
  readonly enrollsAtSeconds?: number;
}
