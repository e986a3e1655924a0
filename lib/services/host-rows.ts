import { readListedHosts, type HostDetailRow } from "@/lib/data/read/directory.ts";
import { readHostsOwnFindings } from "@/lib/data/read/findings.ts";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import type { SectionView } from "@/lib/contract/api/sections.ts";
import type { AgentFacts, HostFacts, SectionFacts, SnapshotFacts } from "@/lib/domain/facts.ts";
import { isAgentTooOld } from "@/lib/domain/host/agent-version.ts";
import { allSectionStates } from "@/lib/domain/host/section-states.ts";
import {
  HOST_TECHNOLOGIES,
  VM_HEALTHS,
  type HostTechnology,
  type RuleId,
  type Severity,
  type VmHealth,
} from "@/lib/domain/words.ts";
import type { FleetDirectory, FleetHost } from "./fleet-directory.ts";
import type { HostCounts } from "./ingest/rollup.ts";

export type StoredHostFacts = Pick<
  SnapshotFacts,
  "host" | "physicalAdapters" | "switches" | "hostAdapters" | "teams" | "smb"
>;

/** Stored by this server from a validated report. */
export function toStoredHostFacts(facts: unknown): StoredHostFacts | null {
  return isStored(facts) ? facts : null;
}

function isStored(facts: unknown): facts is StoredHostFacts {
  return typeof facts === "object" && facts !== null && "host" in facts;
}

export type HostFindingsByHost = Map<string, { rule: RuleId; severity: Severity; summary: string }[]>;

/** Findings of all hosts, or of these. */
export async function hostFindingsByHost(
  directory: FleetDirectory,
  hostIds: readonly string[] | null = null,
): Promise<HostFindingsByHost> {
  const byHost: HostFindingsByHost = new Map();
  const silent = new Set(directory.silentHostIds);
  for (const { hostId, ...finding } of await readHostsOwnFindings(hostIds)) {
    if (finding.rule !== "host.stale" && silent.has(hostId)) continue;
    const list = byHost.get(hostId);
    if (list) list.push(finding);
    else byHost.set(hostId, [finding]);
  }
  return byHost;
}

/** Data in the rows that is not stored with each host. */
interface RowSurroundings {
  findings: HostFindingsByHost;
  apart: ReadonlyMap<string, readonly HostTechnology[]>;
}

export async function toHostRows(
  hosts: readonly FleetHost[],
  surroundings: RowSurroundings,
): Promise<HostRow[]> {
  const details = new Map((await readListedHosts(hosts.map(({ id }) => id))).map((row) => [row.id, row]));
  return hosts.flatMap((host) => {
    const detail = details.get(host.id);
    return detail ? [toHostRow(host, detail, surroundings)] : [];
  });
}

export function toHostRow(
  host: FleetHost,
  detail: HostDetailRow,
  { findings: byHost, apart }: RowSurroundings,
): HostRow {
  const facts = toStoredHostFacts(detail.facts);
  const about: HostFacts | null = facts?.host ?? null;
  const findings = byHost.get(host.id) ?? [];
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const agent: AgentFacts = detail.agent;
  return {
    id: host.id,
    name: host.name,
    fqdn: host.fqdn,
    cluster: host.cluster,
    freshness: host.freshness,
    osCaption: about?.os?.caption ?? null,
    osBuild: about?.os?.build ?? null,
    model: about?.model ?? null,
    manufacturer: about?.manufacturer ?? null,
    memoryBytes: about?.hardware?.memoryBytes ?? null,
    logicalProcessors: about?.hardware?.logicalProcessors ?? null,
    agentVersion: agent.version,
    agentKind: agent.kind,
    isAgentTooOld: isAgentTooOld(agent),
    intervalSeconds: host.intervalSeconds,
    tags: host.tags,
    sections: sectionsAsRead(detail.sections, facts),
    findings: { critical: count("critical"), warning: count("warning"), info: count("info") },
    worst: findings[0] ?? null,
    vms: host.counts.vms,
    vmHealth: healthAsRead(host),
    acceleration: hostAcceleration(host),
    grounds: groundsOf(findings),
    apart: [...(apart.get(host.id) ?? [])],
    lastReportedAt: host.observedAt,
    lateAt: host.lateAt,
    staleAt: host.staleAt,
    retired: host.retiredAt === null ? null : { at: host.retiredAt, by: host.retiredBy },
  };
}

/** The last report of a silent host is no longer evidence. */
export function hostAcceleration({ counts, freshness }: FleetHost): HostRow["acceleration"] {
  const told = counts.network?.acceleration ?? {};
  if (freshness === "fresh" || freshness === "late") return told;
  const unknown: HostRow["acceleration"] = {};
  for (const technology of HOST_TECHNOLOGIES) if (told[technology]) unknown[technology] = "unknown";
  return unknown;
}

/** The rule of a technology's own finding has the same name. The worst finding comes first. */
function groundsOf(findings: readonly { rule: RuleId; severity: Severity }[]): HostRow["grounds"] {
  const grounds: HostRow["grounds"] = {};
  for (const technology of HOST_TECHNOLOGIES) {
    const own = findings.find(({ rule }) => rule === `host.${technology}`);
    if (own) grounds[technology] = own.severity;
  }
  return grounds;
}

function nullsOf(facts: StoredHostFacts | null): string[] {
  return Object.entries(facts ?? {}).flatMap(([key, value]) => (value === null ? [key] : []));
}

/** The parts of the last report; a part without its facts was not read, whatever the report states. */
export function sectionsAsRead(
  sections: readonly SectionFacts[],
  facts: StoredHostFacts | null,
): SectionView[] {
  return allSectionStates(sections, unreadOf(nullsOf(facts), sections)).map(
    ({ name, status, durationMs, collectedAt, error }) => ({ name, status, durationMs, collectedAt, error }),
  );
}

/** Which lists could not be read, from the names of unread facts and the stored sections. */
export function unreadOf(names: readonly string[], sections: readonly SectionFacts[]) {
  return {
    physicalAdapters: names.includes("physicalAdapters"),
    switches: names.includes("switches"),
    hostAdapters: names.includes("hostAdapters"),
    teams: names.includes("teams"),
    smb: names.includes("smb"),
    vms: sections.some(({ name, status }) => name === "vms" && status === "failed"),
  };
}

/** Current health of a host's VMs: all unknown while it is silent. */
export function healthAsRead(host: FleetHost): Record<VmHealth, number> {
  const isSilent = host.freshness !== "fresh" && host.freshness !== "late";
  const counts: HostCounts["health"] = isSilent ? { unknown: host.counts.vms } : host.counts.health;
  const health: Record<VmHealth, number> = { critical: 0, warning: 0, unknown: 0, healthy: 0, inactive: 0 };
  for (const word of VM_HEALTHS) health[word] = counts[word] ?? 0;
  return health;
}
