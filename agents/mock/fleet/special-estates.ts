import { enterprise, type Estate, type HostGroup } from "./estate.ts";
import { FIRST_GENERATION, NETWORKED, ORDINARY } from "./mix.ts";
import type { UplinkKey } from "./uplinks.ts";

/** A standalone machine, or the first node of a future cluster. */
function one(name: string, uplink: UplinkKey, changed: Partial<HostGroup> = {}): HostGroup {
  return {
    site: "NUE",
    cluster: null,
    hosts: 1,
    system: "2022",
    hardware: "hpe-dl380-gen10",
    uplink,
    workload: "windows",
    mix: NETWORKED,
    names: [name],
    ...changed,
  };
}

/** Every way to connect a VM to the network, and most ways in which that fails. */
export const NETWORK_RICH: Estate = [
  {
    site: "CGN",
    cluster: "CGN-IOV",
    hosts: 2,
    system: "2022",
    hardware: "lenovo-sr650",
    uplink: "connectx5-iov",
    workload: "databases",
    mix: NETWORKED,
  },
  {
    site: "LNZ",
    cluster: "LNZ-ROCE",
    hosts: 2,
    system: "2025",
    hardware: "dell-r750",
    uplink: "connectx6-roce",
    workload: "mixed",
    mix: NETWORKED,
  },
  {
    site: "LDS",
    cluster: "LDS-LOSSY",
    hosts: 2,
    system: "2022",
    hardware: "hpe-dl380-gen10",
    uplink: "connectx6-roce-without-dcb",
    workload: "mixed",
    mix: NETWORKED,
  },
  {
    site: "NUE",
    cluster: "NUE-IWARP",
    hosts: 2,
    system: "2022",
    hardware: "hpe-dl380-gen10",
    uplink: "e810-iwarp",
    workload: "mixed",
    mix: NETWORKED,
  },
  {
    site: "GRZ",
    cluster: "GRZ-WERK",
    hosts: 2,
    system: "2019",
    hardware: "fujitsu-rx2540",
    uplink: "x710-set",
    workload: "mixed",
    mix: NETWORKED,
    language: "de",
  },
  one("HV-FEW-FUNCTIONS", "connectx5-few-functions", { workload: "databases" }),
  one("HV-SRIOV-OFF", "connectx5-iov-off", { workload: "databases" }),
  one("HV-TWO-DRIVERS", "e810-two-drivers"),
  one("HV-PLAIN-STORAGE", "e810-plain-storage", { cluster: "NUE-PLAIN" }),
  one("HV-ONE-CHANNEL", "e810-without-multichannel", { cluster: "NUE-EDGE-1" }),
  one("HV-NO-DIRECT", "e810-without-network-direct", { cluster: "NUE-EDGE-2" }),
  one("HV-VMMQ-OFF", "x710-without-vmmq"),
  one("HV-VMQ-OFF", "x710-without-vmq"),
  one("HV-LBFO-2019", "x520-lbfo", { system: "2019" }),
  one("HV-LBFO-2022", "connectx6-lbfo"),
  one("HV-ONE-GIGABIT", "i350-on-able-machine"),
  one("HV-OLD-2012R2", "broadcom-single", { system: "2012r2", hardware: "dell-r720" }),
  one("HV-UNREAD", "connectx5-iov", { traits: { 0: { failedSection: "physicalAdapters" } } }),
  one("hv-nested", "nested", { hardware: "nested", workload: "linux", weight: 0.5 }),
];

/** A company that never recreated its VMs: mostly generation 1, on hosts of every age. */
export const GENERATION_1: Estate = [
  {
    site: "LEJ",
    cluster: "LEJ-ALT",
    hosts: 2,
    system: "2022",
    hardware: "dell-r750",
    uplink: "connectx6-roce",
    workload: "mixed",
    mix: FIRST_GENERATION,
  },
  one("WERK-LEITSTAND", "x520-lbfo", { system: "2019", workload: "plant", mix: FIRST_GENERATION }),
  one("HV-LAGER", "x710-set", { system: "2016", workload: "windows", mix: FIRST_GENERATION }),
  one("WERK-ALT-VIRT", "broadcom-single", {
    system: "2012r2",
    hardware: "dell-r720",
    workload: "plant",
    mix: FIRST_GENERATION,
  }),
  one("edi-old-linux", "i350-set", { workload: "linux", mix: FIRST_GENERATION }),
];

/** Clusters whose nodes differ, each in one way, and one with identical nodes. */
export const MIXED_CLUSTERS: Estate = [
  {
    site: "CGN",
    cluster: "CGN-SQL",
    hosts: 3,
    system: "2022",
    hardware: "lenovo-sr650",
    uplink: "connectx5-iov",
    workload: "databases",
    mix: NETWORKED,
    variants: { 2: { uplink: "connectx5-plain" } },
  },
  {
    site: "LDS",
    cluster: "LDS-CLU01",
    hosts: 3,
    system: "2019",
    hardware: "hpe-dl380-gen10",
    uplink: "x710-set",
    workload: "mixed",
    mix: ORDINARY,
    variants: { 1: { uplink: "x520-lbfo" } },
  },
  {
    site: "NUE",
    cluster: "NUE-PROD",
    hosts: 3,
    system: "2022",
    hardware: "hpe-dl380-gen10",
    uplink: "e810-iwarp",
    workload: "mixed",
    mix: ORDINARY,
    variants: { 0: { uplink: "connectx5-iov" } },
  },
  {
    site: "STR",
    cluster: "STR-VDI",
    hosts: 2,
    system: "2022",
    hardware: "dell-r660",
    uplink: "connectx6-roce",
    workload: "desktops",
    mix: ORDINARY,
    // An upgrade that was never completed.
    variants: { 1: { system: "2025" } },
  },
  {
    site: "EDI",
    cluster: "EDI-LINUX",
    hosts: 2,
    system: "2022",
    hardware: "lenovo-sr650",
    uplink: "connectx6-roce",
    workload: "linux",
    mix: ORDINARY,
  },
];

/** Some of everything: the enterprise, and what it acquired with other companies. */
export const LARGE: Estate = [
  ...enterprise(ORDINARY).map((group) => ({ ...group, weight: 1 })),
  {
    site: "CGN",
    cluster: "CGN-MIXED",
    hosts: 3,
    system: "2022",
    hardware: "lenovo-sr650",
    uplink: "connectx5-iov",
    workload: "databases",
    mix: NETWORKED,
    variants: { 2: { uplink: "connectx5-plain" } },
  },
  one("WERK-LEITSTAND", "x520-lbfo", { system: "2019", workload: "plant", mix: FIRST_GENERATION }),
  one("HV-ABTEILUNG-SQL", "connectx5-iov-off", { workload: "databases", mix: ORDINARY }),
  one("hv-zweigwerk", "connectx6-lbfo", { mix: ORDINARY }),
  one("HV-PRUEFSTAND", "x710-without-vmq", { mix: ORDINARY }),
  one("HV-ARCHIV", "x710-without-vmmq", { mix: ORDINARY }),
  one("HV-BACKUP-01", "e810-without-multichannel", { cluster: "NUE-BACKUP", mix: ORDINARY }),
  one("HV-GASTNETZ", "i350-on-able-machine", { mix: ORDINARY, weight: 0.6 }),
  one("HV-TESTFELD", "connectx5-iov", {
    mix: ORDINARY,
    traits: { 0: { failedSection: "physicalAdapters" } },
  }),
  one("hv-cad-storage", "e810-plain-storage", { cluster: "NUE-CAD", mix: ORDINARY }),
  // RDMA was turned off for a measurement, and never on again.
  one("HV-MESSTECHNIK", "e810-without-network-direct", { cluster: "NUE-MESS", mix: ORDINARY }),
];
