import { readListedHosts, type HostDetailRow } from "@/lib/data/read/directory.ts";
import { readHostsOwnFindings } from "@/lib/data/read/findings.ts";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import type { AgentFacts, HostFacts, SnapshotFacts } from "@/lib/domain/facts.ts";
import { isAgentTooOld } from "@/lib/domain/host/agent-version.ts";
import { allSectionStates } from "@/lib/domain/host/section-states.ts";
import {
  HOST_TECHNOLOGIES,
  VM_HEALTHS,
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

/** Stored by this server from a checked report. */
export function toStoredHostFacts(facts: unknown): StoredHostFacts | null {
  return isStored(facts) ? facts : null;
}

function isStored(facts: unknown): facts is StoredHostFacts {
  return typeof facts === "object" && facts !== null && "host" in facts;
}

export type HostFindingsByHost = Map<string, { rule: RuleId; severity: Severity; summary: string }[]>;

/** Of all hosts, or of these. */
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

export async function toHostRows(
  hosts: readonly FleetHost[],
  findings: HostFindingsByHost,
): Promise<HostRow[]> {
  const details = new Map((await readListedHosts(hosts.map(({ id }) => id))).map((row) => [row.id, row]));
  return hosts.flatMap((host) => {
    const detail = details.get(host.id);
    return detail ? [toHostRow(host, detail, findings)] : [];
  });
}

export function toHostRow(host: FleetHost, detail: HostDetailRow, byHost: HostFindingsByHost): HostRow {
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
    sections: allSectionStates(detail.sections, unreadOf(facts, detail)).map(
      ({ name, status, durationMs, collectedAt, error }) => ({
        name,
        status,
        durationMs,
        collectedAt,
        error,
      }),
    ),
    findings: { critical: count("critical"), warning: count("warning"), info: count("info") },
    worst: findings[0] ?? null,
    vms: host.counts.vms,
    vmHealth: healthAsRead(host),
    acceleration: hostAcceleration(host),
    lastReportedAt: host.observedAt,
    lateAt: host.lateAt,
    staleAt: host.staleAt,
    retired: host.retiredAt === null ? null : { at: host.retiredAt, by: host.retiredBy },
  };
}

/** What a silent host said last is no evidence any more. */
export function hostAcceleration({ counts, freshness }: FleetHost): HostRow["acceleration"] {
  const told = counts.network?.acceleration ?? {};
  if (freshness === "fresh" || freshness === "late") return told;
  const unknown: HostRow["acceleration"] = {};
  for (const technology of HOST_TECHNOLOGIES) if (told[technology]) unknown[technology] = "unknown";
  return unknown;
}

function unreadOf(facts: StoredHostFacts | null, detail: HostDetailRow) {
  return {
    physicalAdapters: facts?.physicalAdapters === null,
    switches: facts?.switches === null,
    hostAdapters: facts?.hostAdapters === null,
    teams: facts?.teams === null,
    smb: facts?.smb === null,
    vms: detail.sections.some(({ name, status }) => name === "vms" && status === "failed"),
  };
}

/** Health of a host's VMs by now: all unknown while it is silent. */
export function healthAsRead(host: FleetHost): Record<VmHealth, number> {
  const isSilent = host.freshness !== "fresh" && host.freshness !== "late";
  const counts: HostCounts["health"] = isSilent ? { unknown: host.counts.vms } : host.counts.health;
  const health: Record<VmHealth, number> = { critical: 0, warning: 0, unknown: 0, healthy: 0, inactive: 0 };
  for (const word of VM_HEALTHS) health[word] = counts[word] ?? 0;
  return health;
}
