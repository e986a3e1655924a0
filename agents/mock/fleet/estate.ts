import type { HardwareKey } from "./hardware.ts";
import type { HostTraits } from "./host-plan.ts";
import type { HostSystemKey } from "./host-systems.ts";
import type { Mix } from "./mix.ts";
import type { WorkloadKey } from "./workloads.ts";
import type { SiteCode } from "./sites.ts";
import type { UplinkKey } from "./uplinks.ts";

/** Hosts of the same kind: a cluster, or standalone machines. */
export interface HostGroup {
  readonly site: SiteCode;
  /** `null` for standalone hosts. */
  readonly cluster: string | null;
  readonly hosts: number;
  readonly system: HostSystemKey;
  readonly hardware: HardwareKey;
  readonly uplink: UplinkKey;
  readonly workload: WorkloadKey;
  readonly mix: Mix;
  readonly language?: "de" | "en";
  /** Names of the hosts; without them, hosts are numbered per site. */
  readonly names?: readonly string[];
  /** Relative number of VMs on a host of this group; 1 for an ordinary one. */
  readonly weight?: number;
  /** Hosts with different hardware or setup than the rest, by position in the group. */
  readonly variants?: Readonly<Record<number, HostVariant>>;
  /** Irregularities of single hosts, by position in the group. */
  readonly traits?: Readonly<Record<number, HostTraits>>;
}

interface HostVariant {
  readonly uplink?: UplinkKey;
  readonly system?: HostSystemKey;
}

/** The groups of a fleet, in the order in which hosts are assigned. A larger fleet repeats them. */
export type Estate = readonly HostGroup[];

/** Clusters and branches in realistic proportions. No group as a whole has problems, but some nodes do. */
export function enterprise(mix: Mix): Estate {
  return [
    {
      site: "LNZ",
      cluster: "LNZ-CORE",
      hosts: 6,
      system: "2022",
      hardware: "dell-r750",
      uplink: "connectx6-roce",
      workload: "mixed",
      mix,
      weight: 1.4,
    },
    {
      site: "CGN",
      cluster: "CGN-SQL",
      hosts: 4,
      system: "2022",
      hardware: "lenovo-sr650",
      uplink: "connectx5-iov",
      workload: "databases",
      mix,
      variants: { 3: { uplink: "connectx5-few-functions" } },
    },
    {
      site: "NUE",
      cluster: "NUE-PROD",
      hosts: 7,
      system: "2022",
      hardware: "hpe-dl380-gen10",
      uplink: "e810-iwarp",
      workload: "mixed",
      mix,
      weight: 1.2,
      variants: { 5: { uplink: "e810-two-drivers" } },
    },
    {
      site: "LDS",
      cluster: "LDS-CLU01",
      hosts: 4,
      system: "2019",
      hardware: "hpe-dl380-gen10",
      uplink: "x710-set",
      workload: "mixed",
      mix,
      // The node on which the old team was never removed.
      variants: { 3: { uplink: "x520-lbfo" } },
    },
    {
      site: "STR",
      cluster: "STR-VDI",
      hosts: 4,
      system: "2025",
      hardware: "dell-r660",
      uplink: "connectx6-roce",
      workload: "desktops",
      mix,
      weight: 1.4,
    },
    {
      site: "GRZ",
      cluster: "GRZ-WERK",
      hosts: 3,
      system: "2019",
      hardware: "fujitsu-rx2540",
      uplink: "x520-lbfo",
      workload: "plant",
      mix,
      language: "de",
      weight: 0.7,
    },
    {
      site: "EDI",
      cluster: "EDI-LINUX",
      hosts: 3,
      system: "2022",
      hardware: "lenovo-sr650",
      uplink: "connectx6-roce",
      workload: "linux",
      mix,
      variants: { 2: { uplink: "connectx6-roce-without-dcb" } },
    },
    {
      site: "BRS",
      cluster: "BRS-EDGE",
      hosts: 2,
      system: "2022",
      hardware: "hpe-microserver",
      uplink: "i350-set",
      workload: "branch",
      mix,
      weight: 0.4,
    },
    {
      site: "LEJ",
      cluster: null,
      hosts: 1,
      system: "2016",
      hardware: "fujitsu-rx2540",
      uplink: "x520-lbfo",
      workload: "windows",
      mix,
      weight: 0.8,
      names: ["hv-lager-leipzig"],
    },
    {
      site: "GRZ",
      cluster: null,
      hosts: 1,
      system: "2012r2",
      hardware: "dell-r720",
      uplink: "broadcom-single",
      workload: "plant",
      mix,
      weight: 0.4,
      names: ["WERK2-ALT-VIRT"],
    },
    {
      site: "LDS",
      cluster: null,
      hosts: 1,
      system: "2019",
      hardware: "hpe-dl380-gen10",
      uplink: "connectx6-roce-without-dcb",
      workload: "windows",
      mix,
      weight: 0.8,
      names: ["LDS-STAGE-HV"],
    },
    {
      site: "EDI",
      cluster: null,
      hosts: 1,
      system: "2022",
      hardware: "nested",
      uplink: "nested",
      workload: "linux",
      mix,
      weight: 0.2,
      names: ["edi-lab-nested"],
    },
  ];
}
