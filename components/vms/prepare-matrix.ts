import type { VmRow } from "@/lib/contract/api/vms.ts";
import {
  SERVICE_ORDER,
  type ServiceKey,
  TECHNOLOGY_ORDER,
  type TechnologyKey,
  type VmHealth,
} from "./service-words.ts";

/**
 * What a column counts: findings of its own by severity, and cells that only follow from another. Of a technology, what
 * was asked for and is not in effect.
 */
export interface ColumnSum {
  critical: number;
  warning: number;
  followers: number;
}

export type ColumnSums = Record<ServiceKey | TechnologyKey, ColumnSum>;

export interface BandLine {
  kind: "band";
  key: string;
  host: VmRow["host"];
  cluster: string | null;
  freshness: VmRow["freshness"];
  lastReportedAt: string;
  vms: number;
  health: Record<VmHealth, number>;
  sums: ColumnSums;
  generationOne: number;
  isFolded: boolean;
}

export interface VmLine {
  kind: "vm";
  key: string;
  row: VmRow;
}

/** Quiet VMs of a host, folded to one line. */
export interface QuietLine {
  kind: "quiet";
  key: string;
  hostId: string;
  health: Record<VmHealth, number>;
}

export type MatrixLine = BandLine | VmLine | QuietLine;

export interface MatrixOptions {
  isGrouped: boolean;
  /** Hosts by severity instead of in the order in which they came. Only sensible when all are there. */
  isWorstFirst: boolean;
  areQuietFolded: boolean;
  foldedHosts: ReadonlySet<string>;
  /** Hosts whose quiet VMs are shown all the same. */
  unfoldedQuiet: ReadonlySet<string>;
}

const HEALTH_RANK: Record<VmHealth, number> = {
  critical: 0,
  warning: 1,
  unknown: 2,
  healthy: 3,
  inactive: 4,
};
const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** A host that does not report hides what its VMs are: nothing about them is known since then. */
export function isSilent(freshness: VmRow["freshness"]): boolean {
  return freshness === "stale" || freshness === "missing" || freshness === "retired";
}

/** What a cell says now: on a silent host nothing, whatever was said before. */
export function statusOf(row: VmRow, key: ServiceKey): VmRow["services"][ServiceKey] {
  return isSilent(row.freshness) ? "unknown" : row.services[key];
}

/** Whether policy minds the cell; frozen findings of silent hosts are not judged again. */
export function groundOf(row: VmRow, key: ServiceKey): VmRow["grounds"][ServiceKey] {
  return isSilent(row.freshness) ? undefined : row.grounds[key];
}

/** What a technology does on a VM now; nothing where nobody has judged it. */
export function accelerationOf(
  row: VmRow,
  key: TechnologyKey,
): NonNullable<VmRow["acceleration"][TechnologyKey]> | null {
  const judged = row.acceleration[key];
  if (judged === undefined) return null;
  return isSilent(row.freshness) ? "unknown" : judged;
}

/** The technologies that somebody has judged: columns without a verdict are not shown. */
export function judgedTechnologies(rows: readonly VmRow[]): TechnologyKey[] {
  return TECHNOLOGY_ORDER.filter((key) => rows.some((row) => row.acceleration[key] !== undefined));
}

/** The rows in the order in which they are read. */
export function orderRows(
  rows: readonly VmRow[],
  options: Pick<MatrixOptions, "isGrouped" | "isWorstFirst">,
): VmRow[] {
  if (!options.isGrouped) return [...rows];
  const groups = groupByHost(rows);
  if (options.isWorstFirst) {
    const counted = groups.map((group) => ({ group, health: countHealth(group) }));
    counted.sort(
      (a, b) =>
        b.health.critical - a.health.critical ||
        b.health.warning - a.health.warning ||
        b.health.unknown - a.health.unknown ||
        byName.compare(a.group[0]?.host.name ?? "", b.group[0]?.host.name ?? ""),
    );
    return counted.flatMap(({ group }) =>
      group.toSorted(
        (a, b) =>
          HEALTH_RANK[a.health] - HEALTH_RANK[b.health] ||
          byName.compare(a.name, b.name) ||
          (a.id < b.id ? -1 : 1),
      ),
    );
  }
  return groups.flat();
}

/** Rows in reading order become the lines of the matrix: bands, VMs, and one line for what is folded away. */
export function prepareLines(rows: readonly VmRow[], options: MatrixOptions): MatrixLine[] {
  if (!options.isGrouped) return rows.map((row) => ({ kind: "vm", key: row.id, row }));
  const lines: MatrixLine[] = [];
  for (const group of groupByHost(rows)) {
    const [first] = group;
    if (!first) continue;
    const isFolded = options.foldedHosts.has(first.host.id);
    lines.push(bandOf(first, group, isFolded));
    if (isFolded) continue;
    const isQuietHidden = options.areQuietFolded && !options.unfoldedQuiet.has(first.host.id);
    const quiet: VmRow[] = [];
    for (const row of group) {
      if (isQuietHidden && isQuiet(row)) quiet.push(row);
      else lines.push({ kind: "vm", key: row.id, row });
    }
    if (quiet.length > 0)
      lines.push({
        kind: "quiet",
        key: `quiet:${first.host.id}`,
        hostId: first.host.id,
        health: countHealth(quiet),
      });
  }
  return lines;
}

function bandOf(first: VmRow, group: readonly VmRow[], isFolded: boolean): BandLine {
  return {
    kind: "band",
    key: `band:${first.host.id}`,
    host: first.host,
    cluster: first.cluster,
    freshness: first.freshness,
    lastReportedAt: group.reduce(
      (newest, row) => (row.lastReportedAt > newest ? row.lastReportedAt : newest),
      "",
    ),
    vms: group.length,
    health: countHealth(group),
    sums: sumColumns(group),
    generationOne: group.filter((row) => row.generation === 1).length,
    isFolded,
  };
}

export function sumColumns(rows: readonly VmRow[]): ColumnSums {
  const sums: ColumnSums = {
    heartbeat: none(),
    shutdown: none(),
    "time-sync": none(),
    "data-exchange": none(),
    vss: none(),
    "guest-services": none(),
    "powershell-direct": none(),
    "sr-iov": none(),
    vmq: none(),
    vrss: none(),
    vmmq: none(),
    "guest-rdma": none(),
  };
  for (const row of rows) {
    for (const key of SERVICE_ORDER) {
      const ground = groundOf(row, key);
      if (ground === "critical") sums[key].critical += 1;
      else if (ground === "warning") sums[key].warning += 1;
      else if (ground === "follows") sums[key].followers += 1;
    }
    for (const key of TECHNOLOGY_ORDER) if (accelerationOf(row, key) === "configured") sums[key].warning += 1;
  }
  return sums;
}

const HOST_FAULT_SHARE = 0.6;
const HOST_FAULT_LEAST = 8;

/** A column that takes most of a host is the host's fault, not that of so many guests. */
export function isHostFault(sum: ColumnSum, vms: number): boolean {
  const own = sum.critical + sum.warning;
  return own > HOST_FAULT_LEAST && own > vms * HOST_FAULT_SHARE;
}

const SICK_CRITICALS = 10;
const SICK_WARNINGS = 30;

/** Whether a column is sick over the whole list, and how badly. */
export function sicknessOf(sum: ColumnSum): "critical" | "warning" | null {
  if (sum.critical >= SICK_CRITICALS) return "critical";
  return sum.warning >= SICK_WARNINGS ? "warning" : null;
}

export function countHealth(rows: readonly VmRow[]): Record<VmHealth, number> {
  const health: Record<VmHealth, number> = { critical: 0, warning: 0, unknown: 0, healthy: 0, inactive: 0 };
  for (const row of rows) health[row.health] += 1;
  return health;
}

function isQuiet(row: VmRow): boolean {
  return row.health !== "critical" && row.health !== "warning";
}

function none(): ColumnSum {
  return { critical: 0, warning: 0, followers: 0 };
}

/** Groups in the order in which their hosts first appear. */
function groupByHost(rows: readonly VmRow[]): VmRow[][] {
  const groups = new Map<string, VmRow[]>();
  for (const row of rows) {
    const group = groups.get(row.host.id);
    if (group) group.push(row);
    else groups.set(row.host.id, [row]);
  }
  return [...groups.values()];
}
