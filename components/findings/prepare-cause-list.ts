import type { CauseLine } from "@/components/fleet/prepare-causes.ts";
import type { FindingUrl } from "./finding-search-params.ts";
import type { FindingFacetValue } from "./prepare-finding-facets.ts";

type Narrowing = Pick<FindingUrl, "search" | "cost">;

/** A cause without a known fix. */
export const NO_FIX = "no fix known";

/** Causes that contain every search word and whose fix has the selected cost. */
export function narrowCauses(lines: readonly CauseLine[], { search, cost }: Narrowing): CauseLine[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    const text = `${line.title} ${line.rule} ${line.place}`.toLowerCase();
    return words.every((word) => text.includes(word)) && (cost.length === 0 || cost.includes(costOf(line)));
  });
}

/** Costs of fixes, cheapest first, with the number of causes that match the search. */
export function prepareCosts(lines: readonly CauseLine[], { search, cost }: Narrowing): FindingFacetValue[] {
  const counts = new Map<string, number>(cost.map((value) => [value, 0]));
  for (const line of narrowCauses(lines, { search, cost: [] }))
    counts.set(costOf(line), (counts.get(costOf(line)) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, inA], [b, inB]) => rankOf(a) - rankOf(b) || inB - inA || a.localeCompare(b, "en"))
    .map(([value, count]) => ({ value, label: value, count, isChosen: cost.includes(value) }));
}

function costOf({ cost }: CauseLine): string {
  return cost?.words ?? NO_FIX;
}

function rankOf(cost: string): number {
  return cost === "nothing" ? 0 : cost === NO_FIX ? 2 : 1;
}
