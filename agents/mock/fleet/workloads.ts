import type { RoleKey } from "./roles.ts";

type Workload = readonly (readonly [RoleKey, number])[];

/** The kind of workload of a group of hosts. */
export const WORKLOADS = {
  mixed: [
    ["application", 9],
    ["web", 5],
    ["sql", 4],
    ["domainController", 1],
    ["fileServer", 2],
    ["terminalServer", 4],
    ["print", 1],
    ["mail", 1],
    ["kubernetes", 5],
    ["postgres", 3],
    ["sap", 2],
    ["oracle", 1],
    ["build", 3],
    ["proxy", 2],
    ["monitoring", 1],
    ["legacy", 2],
    ["firewall", 1],
    ["appliance", 2],
  ],
  databases: [
    ["sql", 10],
    ["postgres", 5],
    ["oracle", 2],
    ["application", 3],
    ["domainController", 1],
  ],
  desktops: [
    ["desktop", 20],
    ["terminalServer", 3],
    ["application", 2],
    ["domainController", 1],
  ],
  plant: [
    ["plant", 8],
    ["legacy", 3],
    ["appliance", 3],
    ["application", 2],
    ["fileServer", 1],
    ["firewall", 1],
  ],
  branch: [
    ["domainController", 1],
    ["fileServer", 2],
    ["print", 1],
    ["application", 2],
    ["appliance", 1],
    ["firewall", 1],
    ["monitoring", 1],
  ],
  linux: [
    ["kubernetes", 10],
    ["postgres", 5],
    ["build", 6],
    ["proxy", 4],
    ["monitoring", 3],
    ["sap", 3],
    ["oracle", 1],
    ["firewall", 1],
    ["application", 2],
  ],
  windows: [
    ["application", 8],
    ["web", 4],
    ["sql", 4],
    ["domainController", 2],
    ["fileServer", 3],
    ["terminalServer", 3],
    ["print", 1],
    ["mail", 1],
  ],
} as const satisfies Record<string, Workload>;

export type WorkloadKey = keyof typeof WORKLOADS;
