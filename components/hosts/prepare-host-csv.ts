import type { CsvFile } from "@/components/ui/download-csv.ts";
import { HEALTH_ORDER } from "@/components/vms/service-words.ts";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import { type CsvCell, formatCsv } from "@/lib/format/csv.ts";
import { toDay } from "@/lib/format/day.ts";
import { HOST_TECHNOLOGY_COLUMNS, HOST_TECHNOLOGY_ORDER } from "./host-technologies.ts";
import { isSilentHost } from "./is-silent-host.ts";
import { prepareBands, SENDING } from "./prepare-hosts.ts";

/** The hosts as listed, one line each, with details that the list has no room for. */
export function prepareHostCsv(hosts: readonly HostRow[], isBanded: boolean, nowMs: number): CsvFile {
  const inOrder = prepareBands(hosts, isBanded).flatMap((band) => band.hosts);
  return {
    name: `hosts-${toDay(nowMs)}.csv`,
    text: formatCsv([HEAD, ...inOrder.map(lineOf)]),
  };
}

const HEAD = [
  "host",
  "FQDN",
  "cluster",
  "freshness",
  "last report",
  "seconds between reports",
  "agent",
  "kind of agent",
  "agent too old",
  "system",
  "build",
  "manufacturer",
  "model",
  "logical processors",
  "memory bytes",
  "tags",
  "sections not fully read",
  "VMs",
  ...HEALTH_ORDER.map((health) => `VMs ${health}`),
  "findings critical",
  "findings warning",
  "findings info",
  "worst rule",
  "worst finding",
  ...HOST_TECHNOLOGY_ORDER.map((technology) => HOST_TECHNOLOGY_COLUMNS[technology].label),
  "differs from its cluster in",
  "retired",
  "retired by",
  "id",
];

function lineOf(host: HostRow): CsvCell[] {
  return [
    host.name,
    host.fqdn,
    host.cluster,
    host.freshness,
    host.lastReportedAt,
    host.intervalSeconds,
    host.agentVersion,
    host.agentKind,
    host.isAgentTooOld === null ? null : host.isAgentTooOld ? "yes" : "no",
    host.osCaption,
    host.osBuild,
    host.manufacturer,
    host.model,
    host.logicalProcessors,
    host.memoryBytes,
    host.tags.join(" "),
    unreadOf(host),
    host.vms,
    ...HEALTH_ORDER.map((health) => host.vmHealth[health]),
    host.findings.critical,
    host.findings.warning,
    host.findings.info,
    host.worst?.rule ?? null,
    host.worst?.summary ?? null,
    ...HOST_TECHNOLOGY_ORDER.map((technology) => host.acceleration[technology] ?? "unknown"),
    host.apart.map((technology) => HOST_TECHNOLOGY_COLUMNS[technology].label).join(", "),
    host.retired?.at ?? null,
    host.retired?.by ?? null,
    host.id,
  ];
}

/** The sections that a silent host read say nothing about the present. */
function unreadOf(host: HostRow): string | null {
  if (isSilentHost(host)) return null;
  return host.sections
    .filter(({ name, status }) => name !== SENDING && (status === "partial" || status === "failed"))
    .map(({ name, status }) => `${name} ${status}`)
    .join(", ");
}
