import type { NetworkView } from "@/lib/contract/api/network.ts";
import { TECHNOLOGY_NAMES } from "@/lib/format/names.ts";

export type Technology = NetworkView["brokenRungs"][number]["technology"];

/** Every technology, of a VM's adapter or of a host, as used in sentences. */
export const TECHNOLOGY_LABELS: Readonly<Record<Technology, string>> = TECHNOLOGY_NAMES;

/** Two letters, for the heads of columns as narrow as their glyphs. */
export const TECHNOLOGY_SHORTS: Readonly<Record<Technology, string>> = {
  "sr-iov": "IO",
  rdma: "RD",
  rss: "RS",
  vmq: "VQ",
  vrss: "RS",
  vmmq: "MQ",
  "guest-rdma": "RD",
  "smb-direct": "SD",
  "smb-multichannel": "SM",
};

export type AccelerationStatus = NetworkView["brokenRungs"][number]["status"];

/** Worst first: the order in which the worst of several adapters is chosen. */
export const WORST_FIRST = [
  "configured",
  "blocked",
  "unknown",
  "ready",
  "active",
  "not-applicable",
] as const satisfies readonly AccelerationStatus[];

/** The worst of several statuses; `not-applicable` if there are none. */
export function worstOf(statuses: readonly AccelerationStatus[]): AccelerationStatus {
  return WORST_FIRST.find((status) => statuses.includes(status)) ?? "not-applicable";
}
