import type { ChangeView } from "@/lib/contract/api/changes.ts";

export interface RecentChange {
  /** The most significant change. */
  change: ChangeView;
  /** Its other changes in the same report. */
  others: number;
  /** Other VMs of the host with the same change in the same report; not counted where the list ends within them. */
  alike: number | "several";
}

const RANKS = {
  placement: 0,
  health: 1,
  state: 2,
  host: 3,
  service: 4,
  finding: 5,
  network: 6,
  guest: 7,
  configuration: 8,
} as const satisfies Record<ChangeView["kind"], number>;

/** Changes, newest first: one line for what one report changed on one VM, or on many VMs in the same way. */
export function prepareRecent(changes: readonly ChangeView[]): RecentChange[] {
  const lines: RecentChange[] = [];
  const known = new Map<string, RecentChange>();
  const things = joinOfOneThing(changes);
  for (const [index, thing] of things.entries()) {
    const { host, vm, at, kind, field, from, to } = thing.change;
    const key = JSON.stringify([host.id, at, vm === null ? null : kind, field, from, to]);
    const line = known.get(key);
    if (!line || vm === null) {
      known.set(key, thing);
      lines.push(thing);
    } else if (line.alike !== "several") {
      const isCut = changes.length >= CUT_AT && index === things.length - 1;
      line.alike = isCut ? "several" : line.alike + 1;
      line.others = 0;
    }
  }
  return lines;
}

/** The server returns at most this many changes. */
const CUT_AT = 40;

/**
 * One entry for what one report changed on one subject: its services follow from its state and need no lines of their
 * own.
 */
function joinOfOneThing(changes: readonly ChangeView[]): RecentChange[] {
  const recent = new Map<string, RecentChange>();
  for (const change of changes) {
    const key = `${change.vm?.id ?? change.host.id} ${change.at}`;
    const known = recent.get(key);
    if (!known) recent.set(key, { change, others: 0, alike: 0 });
    else {
      known.others += 1;
      if (rankOf(change) < rankOf(known.change)) known.change = change;
    }
  }
  return [...recent.values()];
}

/** A host falling silent, or reporting again, is more significant than the changes that it reports with it. */
function rankOf({ kind, field }: ChangeView): number {
  return RANKS[kind] - (field === "freshness" ? 0.5 : 0);
}
