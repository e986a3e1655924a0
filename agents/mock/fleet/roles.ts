import type { GuestKey } from "./guest-systems.ts";

/** The purpose of a VM: it determines name, system and size. */
export interface Role {
  readonly code: string;
  readonly guests: readonly (readonly [GuestKey, number])[];
  readonly cpus: readonly number[];
  readonly memoryGib: readonly number[];
  readonly dataDisks: readonly number[];
  readonly tags: readonly string[];
}

const SERVERS = [
  ["ws2022", 5],
  ["ws2019", 3],
  ["ws2025", 1],
  ["ws2016", 1],
] as const;
const LINUX_SERVERS = [
  ["ubuntu2204", 4],
  ["ubuntu2404", 3],
  ["debian12", 2],
  ["rhel9", 2],
  ["alma9", 1],
] as const;

export const ROLES = {
  application: {
    code: "APP",
    guests: SERVERS,
    cpus: [2, 4, 4, 8],
    memoryGib: [8, 16, 16],
    dataDisks: [0, 1, 1],
    tags: ["prod"],
  },
  web: {
    code: "WEB",
    guests: SERVERS,
    cpus: [2, 2, 4],
    memoryGib: [4, 8],
    dataDisks: [0, 0, 1],
    tags: ["prod", "dmz"],
  },
  sql: {
    code: "SQL",
    guests: [
      ["ws2022", 5],
      ["ws2019", 3],
      ["ws2025", 2],
    ],
    cpus: [8, 8, 16, 24],
    memoryGib: [32, 64, 128],
    dataDisks: [3, 4, 5],
    tags: ["prod", "sql"],
  },
  domainController: {
    code: "DC",
    guests: [
      ["ws2022", 5],
      ["ws2025", 2],
      ["ws2019", 2],
    ],
    cpus: [2, 4],
    memoryGib: [4, 8],
    dataDisks: [0],
    tags: ["dc"],
  },
  fileServer: {
    code: "FS",
    guests: SERVERS,
    cpus: [4, 4, 8],
    memoryGib: [8, 16],
    dataDisks: [1, 2, 4],
    tags: ["prod"],
  },
  terminalServer: {
    code: "RDSH",
    guests: SERVERS,
    cpus: [4, 8],
    memoryGib: [24, 32],
    dataDisks: [0],
    tags: ["prod"],
  },
  print: {
    code: "PRT",
    guests: [
      ["ws2016", 2],
      ["ws2019", 2],
      ["ws2022", 1],
    ],
    cpus: [2],
    memoryGib: [4],
    dataDisks: [0],
    tags: [],
  },
  mail: {
    code: "EXC",
    guests: [
      ["ws2019", 2],
      ["ws2022", 2],
    ],
    cpus: [8, 12],
    memoryGib: [64, 96],
    dataDisks: [2, 4],
    tags: ["prod"],
  },
  kubernetes: {
    code: "K8S",
    guests: [
      ["ubuntu2204", 3],
      ["ubuntu2404", 3],
      ["debian12", 1],
    ],
    cpus: [4, 8, 16],
    memoryGib: [16, 32],
    dataDisks: [1],
    tags: ["k8s"],
  },
  postgres: {
    code: "PG",
    guests: [
      ["rhel9", 3],
      ["rocky9", 1],
      ["debian12", 2],
    ],
    cpus: [8, 16],
    memoryGib: [32, 64],
    dataDisks: [2],
    tags: ["prod", "db"],
  },
  sap: {
    code: "SAP",
    guests: [
      ["sles15", 5],
      ["rhel8", 1],
    ],
    cpus: [8, 16],
    memoryGib: [64, 128],
    dataDisks: [3],
    tags: ["prod", "sap"],
  },
  oracle: {
    code: "ORA",
    guests: [["oracle8", 1]],
    cpus: [8],
    memoryGib: [64],
    dataDisks: [3],
    tags: ["prod", "db"],
  },
  build: {
    code: "CI",
    guests: [...LINUX_SERVERS, ["ubuntu2004", 1]],
    cpus: [4, 8],
    memoryGib: [8, 16],
    dataDisks: [0, 1],
    tags: ["dev"],
  },
  proxy: {
    code: "LB",
    guests: [
      ["debian12", 3],
      ["debian11", 2],
    ],
    cpus: [2],
    memoryGib: [2, 4],
    dataDisks: [0],
    tags: ["dmz"],
  },
  monitoring: {
    code: "MON",
    guests: LINUX_SERVERS,
    cpus: [2, 4],
    memoryGib: [4, 8],
    dataDisks: [1],
    tags: [],
  },
  desktop: {
    code: "VDI",
    guests: [
      ["win11", 8],
      ["win10", 1],
    ],
    cpus: [2, 4],
    memoryGib: [8],
    dataDisks: [0],
    tags: ["vdi"],
  },
  legacy: {
    code: "ALT",
    guests: [
      ["ws2012r2", 5],
      ["ws2016", 1],
      ["ws2008r2", 1],
    ],
    cpus: [1, 2, 2],
    memoryGib: [4, 8],
    dataDisks: [0, 1],
    tags: ["legacy"],
  },
  plant: {
    code: "SCADA",
    guests: [
      ["ws2012r2", 2],
      ["ws2016", 3],
      ["win10", 2],
    ],
    cpus: [2, 4],
    memoryGib: [4, 8],
    dataDisks: [0, 1],
    tags: ["ot"],
  },
  firewall: {
    code: "FW",
    guests: [["freebsd14", 1]],
    cpus: [2, 4],
    memoryGib: [4],
    dataDisks: [0],
    tags: ["dmz"],
  },
  appliance: {
    code: "APL",
    guests: [["appliance", 1]],
    cpus: [1, 2, 2],
    memoryGib: [2, 4],
    dataDisks: [0],
    tags: [],
  },
} as const satisfies Record<string, Role>;

export type RoleKey = keyof typeof ROLES;
