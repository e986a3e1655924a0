import type { VmRow } from "@/lib/contract/api/vms.ts";
import { SERVICE_NAMES, TECHNOLOGY_NAMES } from "@/lib/format/names.ts";

export type ServiceKey = keyof VmRow["services"];
export type ServiceStatus = VmRow["services"][ServiceKey];
export type TechnologyKey = keyof VmRow["acceleration"];

interface ColumnWords {
  /** In sentences and lists. */
  label: string;
  /** In the head of the matrix, which has room for two short lines. */
  lines: readonly [string, string?];
  /** On a phone. */
  short: string;
}

/** The seven services, in the same order on every page. */
export const SERVICE_WORDS = {
  heartbeat: { label: SERVICE_NAMES.heartbeat, lines: ["Heart-", "beat"], short: "HB" },
  shutdown: { label: SERVICE_NAMES.shutdown, lines: ["Shut-", "down"], short: "SD" },
  "time-sync": { label: SERVICE_NAMES["time-sync"], lines: ["Time", "sync"], short: "TS" },
  "data-exchange": { label: SERVICE_NAMES["data-exchange"], lines: ["Data", "exch."], short: "DX" },
  vss: { label: SERVICE_NAMES.vss, lines: ["VSS", "backup"], short: "VS" },
  "guest-services": { label: SERVICE_NAMES["guest-services"], lines: ["Guest", "services"], short: "GS" },
  "powershell-direct": { label: SERVICE_NAMES["powershell-direct"], lines: ["PS", "Direct"], short: "PD" },
} as const satisfies Record<ServiceKey, ColumnWords>;

export const SERVICE_ORDER = [
  "heartbeat",
  "shutdown",
  "time-sync",
  "data-exchange",
  "vss",
  "guest-services",
  "powershell-direct",
] as const satisfies readonly ServiceKey[];

/** The five technologies of a VM's network. */
export const TECHNOLOGY_WORDS = {
  "sr-iov": { label: TECHNOLOGY_NAMES["sr-iov"], lines: ["SR-", "IOV"], short: "IOV" },
  vmq: { label: TECHNOLOGY_NAMES.vmq, lines: ["VMQ"], short: "VMQ" },
  vrss: { label: TECHNOLOGY_NAMES.vrss, lines: ["vRSS"], short: "RSS" },
  vmmq: { label: TECHNOLOGY_NAMES.vmmq, lines: ["VMMQ"], short: "MMQ" },
  "guest-rdma": { label: TECHNOLOGY_NAMES["guest-rdma"], lines: ["Guest", "RDMA"], short: "RD" },
} as const satisfies Record<TechnologyKey, ColumnWords>;

export const TECHNOLOGY_ORDER = [
  "sr-iov",
  "vmq",
  "vrss",
  "vmmq",
  "guest-rdma",
] as const satisfies readonly TechnologyKey[];

/** Worst first, as lists and facets show them. */
export const HEALTH_ORDER = ["critical", "warning", "unknown", "healthy", "inactive"] as const;
export type VmHealth = VmRow["health"];

export function isHealth(word: string): word is VmHealth {
  return HEALTHS.has(word);
}

export const HEALTH_WORDS = {
  critical: "Critical",
  warning: "Warning",
  unknown: "Unknown",
  healthy: "Healthy",
  inactive: "Inactive",
} as const satisfies Record<VmHealth, string>;

/** A status as used in a sentence. */
export function toStatusWords(status: string): string {
  return status.replaceAll("-", " ");
}

const HEALTHS: ReadonlySet<string> = new Set(HEALTH_ORDER);
const SERVICES: ReadonlySet<string> = new Set(SERVICE_ORDER);
const TECHNOLOGIES: ReadonlySet<string> = new Set(TECHNOLOGY_ORDER);

export function isServiceKey(word: string): word is ServiceKey {
  return SERVICES.has(word);
}

export function isTechnologyKey(word: string): word is TechnologyKey {
  return TECHNOLOGIES.has(word);
}
