import { type ChangeEntry, valueChange } from "./change-entry.ts";
import type { PlacementFacts } from "./judgement.ts";

/** Where a VM was or is: its host by name, and the hosts that dispute it. */
export interface PlaceMoment {
  hostName: string;
  placement: PlacementFacts;
}

/**
 * A VM that appeared, moved, became disputed or is gone (`null` on either side: there was none, there is none). A
 * disputed VM names all hosts that claim it, in order of name, so that it does not move with each of their reports.
 */
export function placementChanges(before: PlaceMoment | null, after: PlaceMoment | null): ChangeEntry[] {
  const entry = valueChange("placement", "host", before && claimantsOf(before), after && claimantsOf(after));
  return entry ? [entry] : [];
}

function claimantsOf({ hostName, placement }: PlaceMoment): string {
  if (placement.conflict === null) return hostName;
  return [...new Set([hostName, ...placement.hosts.map(({ name }) => name)])].toSorted().join(", ");
}
