import type { VmBand, VmRow } from "@/lib/contract/api/vms.ts";
import {
  SERVICE_ORDER,
  type ServiceKey,
  TECHNOLOGY_ORDER,
  type TechnologyKey,
  type VmHealth,
} from "./service-words.ts";

/**
 * What a column counts: its own findings by severity, and cells that only follow from another finding. For a
 * technology, VMs that have it configured and not in effect.
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
  /** VMs whose services were not read. */
  unread?: number;
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
  /** The server's sums over whole hosts; without them the loaded rows are summed up. */
  bands: readonly VmBand[];
  areQuietFolded: boolean;
  foldedHosts: ReadonlySet<string>;
  /** Hosts whose quiet VMs are shown anyway. */
  unfoldedQuiet: ReadonlySet<string>;
}

/** A host that is not reporting hides the state of its VMs: nothing is known about them since then. */
export function isSilent(freshness: VmRow["freshness"]): boolean {
  return freshness === "stale" || freshness === "missing" || freshness === "retired";
}

/** The current status of a cell: on a silent host unknown, whatever was reported before. */
export function statusOf(row: VmRow, key: ServiceKey): VmRow["services"][ServiceKey] {
  return isSilent(row.freshness) ? "unknown" : row.services[key];
}

/** Whether the cell has a severity; frozen findings of silent hosts are not evaluated again. */
export function groundOf(row: VmRow, key: ServiceKey): VmRow["grounds"][ServiceKey] {
  return isSilent(row.freshness) ? undefined : row.grounds[key];
}

/** The current status of a technology on a VM; empty without a verdict. */
export function accelerationOf(
  row: VmRow,
  key: TechnologyKey,
): NonNullable<VmRow["acceleration"][TechnologyKey]> | null {
  const judged = row.acceleration[key];
  if (judged === undefined) return null;
  return isSilent(row.freshness) ? "unknown" : judged;
}

/** The technologies with a verdict, in the fleet or on these VMs: columns without one are not shown. */
export function judgedTechnologies(
  rows: readonly VmRow[],
  ofFleet: Partial<Record<TechnologyKey, unknown>> = {},
): TechnologyKey[] {
  return TECHNOLOGY_ORDER.filter(
    (key) => ofFleet[key] !== undefined || rows.some((row) => row.acceleration[key] !== undefined),
  );
}

/** The server's order. A host that moved while its pages were loading appears once, at its first position. */
export function orderRows(rows: readonly VmRow[], isGrouped: boolean): VmRow[] {
  return isGrouped ? groupByHost(rows).flat() : [...rows];
}

/** Turns ordered rows into the lines of the matrix: bands, VMs, and one line for what is folded. */
export function prepareLines(rows: readonly VmRow[], options: MatrixOptions): MatrixLine[] {
  if (!options.isGrouped) return rows.map((row) => ({ kind: "vm", key: row.id, row }));
  const lines: MatrixLine[] = [];
  const told = new Map(options.bands.map((band) => [band.host.id, band]));
  for (const group of groupByHost(rows)) {
    const [first] = group;
    if (!first) continue;
    const isFolded = options.foldedHosts.has(first.host.id);
    const band = told.get(first.host.id);
    lines.push(band ? toBandLine(band, isFolded) : bandOf(first, group, isFolded));
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

function toBandLine({ sums, ...band }: VmBand, isFolded: boolean): BandLine {
  return { kind: "band", key: `band:${band.host.id}`, ...band, sums: { ...noSums(), ...sums }, isFolded };
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

/** The counts of the matrix head over the whole list. */
export interface ListSums {
  sums: ColumnSums;
  vms: number;
  silentVms: number;
  generationOne: number;
}

export function sumBands(bands: readonly VmBand[]): ListSums {
  const whole: ListSums = { sums: noSums(), vms: 0, silentVms: 0, generationOne: 0 };
  for (const { sums, vms, generationOne, freshness } of bands) {
    whole.vms += vms;
    whole.generationOne += generationOne;
    if (isSilent(freshness)) whole.silentVms += vms;
    for (const key of [...SERVICE_ORDER, ...TECHNOLOGY_ORDER]) {
      const { critical, warning, followers } = sums[key] ?? none();
      whole.sums[key].critical += critical;
      whole.sums[key].warning += warning;
      whole.sums[key].followers += followers;
    }
  }
  return whole;
}

function noSums(): ColumnSums {
  return {
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
}

export function sumColumns(rows: readonly VmRow[]): ColumnSums {
  const sums = noSums();
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

/** A column that affects most VMs of a host is the host's fault, not that of each guest. */
export function isHostFault(sum: ColumnSum, vms: number): boolean {
  const own = sum.critical + sum.warning;
  return own > HOST_FAULT_LEAST && own > vms * HOST_FAULT_SHARE;
}

const SICK_CRITICALS = 10;
const SICK_WARNINGS = 30;

/** Whether a column has problems over the whole list, and how severe. */
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
