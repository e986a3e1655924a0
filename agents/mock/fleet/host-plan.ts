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

/** Everything about a host that does not change while the fleet runs. Small: a large fleet keeps all of them. */
export interface HostPlan {
  readonly index: number;
  /** Seeds everything that is drawn for this host. */
  readonly seed: string;
  readonly name: string;
  readonly fqdn: string;
  readonly site: Site;
  /** The language that Windows speaks on this host. */
  readonly language: "de" | "en";
  readonly cluster: ClusterPlan | null;
  readonly system: HostSystem;
  readonly hardware: Hardware;
  readonly uplink: Uplink;
  readonly workload: WorkloadKey;
  readonly mix: Mix;
  readonly traits: HostTraits;
  readonly vmCount: number;
  /** So many of its first VMs have a replica copy on another host. */
  readonly replicatedSlots: number;
  /** Which one of its site's hosts this is, from 0, and how many they are: VMs are numbered through a site. */
  readonly siteOrdinal: number;
  readonly siteHosts: number;
  readonly machineId: string;
  readonly instanceId: string;
  readonly bootedDaysAgo: number;
}

/** What is odd about a host. */
export interface HostTraits {
  /** The agent's account may not ask Hyper-V anything. */
  readonly withoutRights?: boolean;
  /** A section that the agent could not read. */
  readonly failedSection?: "smb" | "physicalAdapters";
  readonly clockSkewSeconds?: number;
  /** Its only report is this old when it arrives; the host has been silent since. */
  readonly silentSinceSeconds?: number;
  /** It keeps replica copies of this many VMs of another host, named by its place in the fleet. */
  readonly replicates?: { readonly host: number; readonly vms: number };
  /** Seconds after the start at which its agent is installed. */
  readonly enrollsAtSeconds?: number;
}
