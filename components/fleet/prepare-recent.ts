import type { ChangeView } from "@/lib/contract/api/changes.ts";

export interface RecentChange {
  /** The one that says most of what happened. */
  change: ChangeView;
  /** What else changed of it in the same report. */
  others: number;
  /** Further VMs of the host to which the same happened in the same report; not counted where the list breaks off in them. */
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

/** What happened, the newest first: one line for what one report changed of one VM, or of many VMs in the same way. */
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

/** The server tells of so many changes and no more. */
const CUT_AT = 40;

/** One entry for what one report changed of one thing: its services follow from its state, and need no line each. */
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

/** That a host fell silent, or speaks again, says more than what it told when it did. */
function rankOf({ kind, field }: ChangeView): number {
  return RANKS[kind] - (field === "freshness" ? 0.5 : 0);
}
