import type { ChangeView } from "@/lib/contract/api/changes.ts";

export interface RecentChange {
  /** The one that says most of what happened. */
  change: ChangeView;
  /** What else changed in the same report. */
  others: number;
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

/** One line for what one report changed of one thing: its services follow from its state, and need no line each. */
export function prepareRecent(changes: readonly ChangeView[]): RecentChange[] {
  const recent = new Map<string, RecentChange>();
  for (const change of changes) {
    const key = `${change.vm?.id ?? change.host.id} ${change.at}`;
    const known = recent.get(key);
    if (!known) recent.set(key, { change, others: 0 });
    else {
      known.others += 1;
      if (RANKS[change.kind] < RANKS[known.change.kind]) known.change = change;
    }
  }
  return [...recent.values()];
}
