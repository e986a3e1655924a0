import { HEALTH_ORDER, type VmHealth } from "@/components/vms/service-words.ts";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import type { HostTechnology } from "./host-technologies.ts";
import { isSilentHost } from "./is-silent-host.ts";

export interface HostBand {
  /** `null`: hosts without a cluster. `undefined`: the list has no bands. */
  cluster: string | null | undefined;
  hosts: HostRow[];
  vms: number;
  health: Record<VmHealth, number>;
  /** The states of those that do not report on time, each once, worst last. */
  notFresh: HostRow["freshness"][];
}

/** The seven parts of a report, in the order of collection. */
export const SECTIONS = [
  "host",
  "physicalAdapters",
  "switches",
  "hostAdapters",
  "teams",
  "smb",
  "vms",
] as const;

/** Reports why the agent last could not send: no part of the host, and shown with the agent. */
export const SENDING = "sending";
export type SectionStatus = HostRow["sections"][number]["status"] | "nothing-yet";

export interface SectionPip {
  name: string;
  status: SectionStatus;
}

const FRESHNESS_RANKS = { fresh: 0, retired: 1, late: 2, missing: 3, stale: 4 } as const;

/** Hosts by cluster with standalone hosts last, worst first; other sort orders have no bands. */
export function prepareBands(hosts: readonly HostRow[], isBanded: boolean): HostBand[] {
  if (!isBanded) return hosts.length === 0 ? [] : [toBand(undefined, [...hosts])];
  const clusters = new Map<string | null, HostRow[]>();
  for (const host of hosts) {
    const known = clusters.get(host.cluster);
    if (known) known.push(host);
    else clusters.set(host.cluster, [host]);
  }
  return [...clusters]
    .toSorted(([a], [b]) => (a === null ? 1 : b === null ? -1 : compareNames(a, b)))
    .map(([cluster, ofCluster]) => toBand(cluster, ofCluster.toSorted(byWeight)));
}

/** Always seven pips: a part that has not been reported yet is an outline. */
export function preparePips(host: Pick<HostRow, "sections" | "freshness">): SectionPip[] {
  const told = new Map(host.sections.map(({ name, status }) => [name, status]));
  const isSilent = isSilentHost(host);
  return SECTIONS.map((name) => ({
    name,
    status: isSilent ? "nothing-yet" : (told.get(name) ?? "nothing-yet"),
  }));
}

/** "7 of 7 read", or which part was not. */
export function sayPips(pips: readonly SectionPip[], isSilent: boolean): string {
  if (isSilent) return "nothing since then";
  const odd = pips.filter(({ status }) => status === "partial" || status === "failed");
  const [first] = odd.toSorted((a, b) => Number(b.status === "failed") - Number(a.status === "failed"));
  if (first)
    return odd.length === 1
      ? `${first.name} ${first.status}`
      : `${first.name} ${first.status}, ${odd.length - 1} more`;
  const read = pips.filter(({ status }) => status === "ok").length;
  return `${read} of ${pips.length} read`;
}

/** Whether a part of its report was not read, for a host that reports. */
export function isUnreadInPart(host: HostRow): boolean {
  return preparePips(host).some(({ status }) => status === "partial" || status === "failed");
}

/** The weight of a host: its own findings count before its VMs'. */
export function weightOf(host: HostRow): "critical" | "warning" | "quiet" {
  if (host.findings.critical > 0 || host.vmHealth.critical > 0) return "critical";
  return host.findings.warning > 0 || host.vmHealth.warning > 0 ? "warning" : "quiet";
}

/** How many of them have a finding of the technology. */
export function groundedHosts(hosts: readonly HostRow[], technology: HostTechnology): number {
  return hosts.filter((host) => host.grounds[technology] !== undefined && !isSilentHost(host)).length;
}

function toBand(cluster: HostBand["cluster"], hosts: HostRow[]): HostBand {
  const health: Record<VmHealth, number> = { critical: 0, warning: 0, unknown: 0, healthy: 0, inactive: 0 };
  for (const host of hosts) for (const word of HEALTH_ORDER) health[word] += host.vmHealth[word];
  const words = new Set(hosts.map(({ freshness }) => freshness));
  words.delete("fresh");
  return {
    cluster,
    hosts,
    vms: hosts.reduce((sum, { vms }) => sum + vms, 0),
    health,
    notFresh: [...words].toSorted((a, b) => FRESHNESS_RANKS[a] - FRESHNESS_RANKS[b]),
  };
}

function byWeight(a: HostRow, b: HostRow): number {
  return (
    FRESHNESS_RANKS[b.freshness] - FRESHNESS_RANKS[a.freshness] ||
    b.findings.critical - a.findings.critical ||
    b.vmHealth.critical - a.vmHealth.critical ||
    b.findings.warning - a.findings.warning ||
    compareNames(a.name, b.name)
  );
}

function compareNames(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
