import type { IsoTime } from "../facts.ts";

const HOUR_MS = 60 * 60 * 1000;
/** A migration with storage can take hours, a backup a day; anything longer hangs. */
const WORK = new Map<string, { limitMs: number; doing: string }>([
  ["MigratingVirtualMachine", { limitMs: 4 * HOUR_MS, doing: "being migrated" }],
  ["BackingUpVirtualMachine", { limitMs: 24 * HOUR_MS, doing: "being backed up" }],
  ["MergingDisks", { limitMs: 24 * HOUR_MS, doing: "merging disks" }],
  ["ExportingVirtualMachine", { limitMs: 24 * HOUR_MS, doing: "being exported" }],
  ["StorageMigrationPhaseOne", { limitMs: 24 * HOUR_MS, doing: "migrating its storage" }],
  ["StorageMigrationPhaseTwo", { limitMs: 24 * HOUR_MS, doing: "migrating its storage" }],
  ["CreatingSnapshot", { limitMs: 24 * HOUR_MS, doing: "creating a checkpoint" }],
  ["DeletingSnapshot", { limitMs: 24 * HOUR_MS, doing: "deleting a checkpoint" }],
  ["ApplyingSnapshot", { limitMs: 24 * HOUR_MS, doing: "applying a checkpoint" }],
]);

/** The kinds of operation, by how long each may take. */
export const WORK_LIMITS: readonly { doing: string; limitHours: number }[] = [
  ...new Map(
    [...WORK.values()].map(({ doing, limitMs }) => [doing, { doing, limitHours: limitMs / HOUR_MS }]),
  ).values(),
];

/** A VM with an operation in progress may be silent for a while; `status` is the host's own name for the operation. */
export interface WorkInProgress {
  status: string;
  /** "The VM is …" */
  doing: string;
  since: IsoTime;
  limitHours: number;
}

export interface Work {
  /** Within its limit: it excuses services that do not respond. */
  current: WorkInProgress | null;
  /** Past its limit: it excuses nothing, and is a separate fault. */
  overdue: WorkInProgress | null;
  /** An operation was in progress when that was last read, and now it could not be read. */
  isUnread: boolean;
}

const IDLE: Work = { current: null, overdue: null, isUnread: false };
const UNREAD: Work = { ...IDLE, isUnread: true };

export function isWork(status: string): boolean {
  return WORK.has(status);
}

export function workOf(
  statuses: readonly string[] | null,
  since: Readonly<Record<string, IsoTime>>,
  observedAt: IsoTime,
): Work {
  if (statuses === null) return Object.keys(since).length > 0 ? UNREAD : IDLE;
  let work = IDLE;
  for (const status of statuses) {
    const kind = WORK.get(status);
    if (!kind) continue;
    const begun = since[status] ?? observedAt;
    const progress = { status, doing: kind.doing, since: begun, limitHours: kind.limitMs / HOUR_MS };
    const isOverdue = Date.parse(observedAt) - Date.parse(begun) > kind.limitMs;
    work = {
      current: isOverdue ? work.current : firstOf(work.current, progress),
      overdue: isOverdue ? firstOf(work.overdue, progress) : work.overdue,
      isUnread: false,
    };
  }
  return work;
}

/** Of several at once, the one that began first counts, in whatever order a host lists them. */
function firstOf(known: WorkInProgress | null, other: WorkInProgress): WorkInProgress {
  if (known === null) return other;
  if (known.since !== other.since) return Date.parse(known.since) < Date.parse(other.since) ? known : other;
  return known.status < other.status ? known : other;
}
