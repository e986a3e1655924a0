import type { CsvFile } from "@/components/ui/download-csv.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { type CsvCell, formatCsv } from "@/lib/format/csv.ts";
import { toDay } from "@/lib/format/day.ts";
import { accelerationOf, statusOf } from "./prepare-matrix.ts";
import { SERVICE_ORDER, SERVICE_WORDS, TECHNOLOGY_ORDER, TECHNOLOGY_WORDS } from "./service-words.ts";

/** VMs as listed in the matrix, one line each: a silent host's VMs have no current values. */
export function prepareVmCsv(vms: readonly VmRow[], nowMs: number): CsvFile {
  return {
    name: `vms-${toDay(nowMs)}.csv`,
    text: formatCsv([HEAD, ...vms.map(lineOf)]),
  };
}

const HEAD = [
  "VM",
  "host",
  "cluster",
  "freshness",
  "last report",
  "health",
  "state",
  "guest OS",
  "guest OS known at",
  "findings critical",
  "findings warning",
  "findings info",
  "worst rule",
  "worst finding",
  ...SERVICE_ORDER.map((service) => SERVICE_WORDS[service].label),
  "generation",
  "configuration version",
  ...TECHNOLOGY_ORDER.map((technology) => TECHNOLOGY_WORDS[technology].label),
  "tags",
  "gone",
  "VM id",
  "id",
];

function lineOf(vm: VmRow): CsvCell[] {
  return [
    vm.name,
    vm.host.name,
    vm.cluster,
    vm.freshness,
    vm.lastReportedAt,
    vm.health,
    vm.state,
    vm.guestOs,
    vm.guestOsKnownAt,
    vm.findings.critical,
    vm.findings.warning,
    vm.findings.info,
    vm.worst?.rule ?? null,
    vm.worst?.summary ?? null,
    ...SERVICE_ORDER.map((service) => statusOf(vm, service)),
    vm.generation,
    vm.configurationVersion,
    ...TECHNOLOGY_ORDER.map((technology) => accelerationOf(vm, technology)),
    vm.tags.join(" "),
    vm.gone ? "yes" : "no",
    vm.vmId,
    vm.id,
  ];
}
