/** Generation 1 is not a fault: the finding shows what a move to generation 2 requires. */
const FIRST_GENERATION = "lnx-db01: info gen.conversion";
const LINUX = [
  FIRST_GENERATION,
  "lnx-db01: info is.data-exchange",
  "lnx-db01: info is.guest-services",
  "lnx-db01: info is.time-sync",
];
const OLDER = ["lnx-db01: info vm.configuration-version", "win-tmpl01: info vm.configuration-version"];
const HEALTHY = ["lnx-db01: healthy", "win-app01: healthy", "win-tmpl01: inactive"];

/** What the server makes of a recorded host. */
interface Expected {
  name: string;
  findings: string[];
  health: string[];
  /** Sections that are not `ok`. */
  sections: string[];
  /** The state of SMB Direct, where a test is about it. */
  smbDirect?: string;
  /** The states of every service and technology of JUDGED_VM, where the host is known for them. */
  verdicts?: Record<string, string>;
}

export const JUDGED_VM = "win-app01";

const SERVICES = {
  heartbeat: "healthy",
  shutdown: "healthy",
  "time-sync": "healthy",
  "data-exchange": "healthy",
  vss: "healthy",
  "guest-services": "disabled",
  "powershell-direct": "healthy",
};
const ACCELERATED = {
  "sr-iov": "active",
  vmq: "active",
  // Not needed while the virtual function carries the traffic.
  vrss: "not-applicable",
  vmmq: "active",
  "guest-rdma": "ready",
};

export const EXPECTED: Expected[] = [
  {
    name: "server-2022-raw",
    findings: [...LINUX, ...OLDER],
    health: HEALTHY,
    sections: [],
    verdicts: { ...SERVICES, ...ACCELERATED },
  },
  {
    name: "server-2012-r2",
    findings: [...LINUX, "win-app01: warning is.version"],
    health: ["lnx-db01: healthy", "win-app01: warning", "win-tmpl01: inactive"],
    sections: ["vms.security: skipped"],
    verdicts: {
      ...SERVICES,
      "powershell-direct": "not-applicable",
      ...ACCELERATED,
      vmmq: "blocked",
      "guest-rdma": "blocked",
    },
  },
  { name: "server-2016", findings: LINUX, health: HEALTHY, sections: [] },
  { name: "server-2025", findings: LINUX, health: HEALTHY, sections: [] },
  { name: "german", findings: [...LINUX, ...OLDER], health: HEALTHY, sections: [] },
  {
    name: "no-rights",
    findings: ["host: critical host.agent-rights", "host: warning host.sections-failed"],
    health: [],
    sections: [
      "host: partial",
      "switches: failed",
      "hostAdapters: failed",
      "physicalAdapters: partial",
      "smb: partial",
    ],
  },
  { name: "no-vms", findings: [], health: [], sections: [] },
  {
    // A VM that is arriving by live migration is not a VM of this host yet.
    name: "cluster-node",
    findings: ["win-tmpl01: info vm.configuration-version"],
    health: ["win-app01: healthy", "win-tmpl01: inactive"],
    sections: [],
  },
  {
    name: "nested",
    findings: [...LINUX, ...OLDER],
    health: HEALTHY,
    sections: [],
    verdicts: {
      ...SERVICES,
      "sr-iov": "not-applicable",
      vmq: "not-applicable",
      vrss: "not-applicable",
      vmmq: "not-applicable",
      "guest-rdma": "not-applicable",
    },
  },
  {
    name: "no-network-modules",
    findings: [...LINUX, ...OLDER],
    health: HEALTHY,
    sections: [
      "physicalAdapters.keywords: skipped",
      "physicalAdapters: skipped",
      "teams: skipped",
      "smb: skipped",
    ],
  },
  {
    name: "no-hyper-v-module",
    findings: ["host: critical host.sections-failed"],
    health: [],
    sections: ["host: partial", "vms: failed", "switches: failed", "hostAdapters: failed"],
  },
  {
    name: "failing-cmdlets",
    findings: ["host: warning host.sections-failed", ...LINUX, ...OLDER],
    health: HEALTHY,
    sections: [
      "vms.guest: partial",
      "vms.disks: partial",
      "vms.checkpoints: failed",
      "switches: failed",
      "hostAdapters: partial",
      "physicalAdapters: partial",
      "smb: partial",
      "vms.vhds: failed",
    ],
  },
  {
    // A warning from Server 2022 on.
    name: "team-under-switch",
    findings: ["host: warning host.lbfo-under-switch", ...LINUX, ...OLDER],
    health: HEALTHY,
    sections: [],
    verdicts: {
      ...SERVICES,
      ...ACCELERATED,
      "sr-iov": "blocked",
      vrss: "active",
      "guest-rdma": "blocked",
    },
  },
  {
    // An incomplete list: the VM that is missing from it does not count as gone.
    name: "vanishing-vm",
    findings: ["win-tmpl01: info vm.configuration-version"],
    health: ["win-app01: healthy", "win-tmpl01: inactive"],
    sections: ["vms: partial", "vms.basics: partial"],
  },
  {
    name: "hanging-cmdlets",
    findings: [FIRST_GENERATION, ...OLDER],
    health: ["lnx-db01: unknown", "win-app01: unknown", "win-tmpl01: inactive"],
    sections: ["vms.services: failed", "smb: partial"],
  },
  { name: "one-where-many", findings: [], health: ["win-app01: healthy"], sections: [] },
  {
    name: "unknown-numbers",
    findings: [FIRST_GENERATION, "lnx-db01: info is.time-sync", ...OLDER],
    health: ["lnx-db01: healthy", "win-app01: unknown", "win-tmpl01: inactive"],
    sections: [],
  },
  {
    name: "server-2019",
    findings: LINUX,
    health: ["lnx-db01: healthy", "win-app01: healthy", "win-app01: inactive"],
    sections: [],
  },
  {
    name: "azure-local",
    findings: [...LINUX, ...OLDER],
    health: HEALTHY,
    sections: ["teams: skipped"],
    // Only the connections of the cluster's own instances show it.
    smbDirect: "active",
  },
  {
    name: "incomplete-lists",
    findings: [...LINUX, ...OLDER],
    health: HEALTHY,
    sections: ["host.cluster: partial", "physicalAdapters: partial", "smb: partial"],
  },
  {
    name: "unidentified-rows",
    findings: ["host: warning host.sections-failed", ...LINUX, ...OLDER],
    health: HEALTHY,
    sections: [
      "vms: partial",
      "vms.services: partial",
      "vms.adapters: partial",
      "switches: partial",
      "hostAdapters: partial",
      "physicalAdapters: partial",
      "teams: failed",
    ],
  },
  {
    name: "hyper-v-administrator",
    findings: ["host: info host.agent-rights", "host: warning host.sections-failed", ...LINUX, ...OLDER],
    health: HEALTHY,
    sections: [
      "hostAdapters: partial",
      "physicalAdapters.keywords: failed",
      "physicalAdapters: partial",
      "teams: failed",
      "smb: partial",
    ],
  },
];
