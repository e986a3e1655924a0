import type { CauseLine } from "@/components/fleet/prepare-causes.ts";
import type { FindingUrl } from "./finding-search-params.ts";
import type { FindingFacetValue } from "./prepare-finding-facets.ts";

type Narrowing = Pick<FindingUrl, "search" | "cost">;

/** Of a cause that no fix is known for. */
export const NO_FIX = "no fix known";

/** Causes that hold every word that is looked for, and whose fix costs what is asked for. */
export function narrowCauses(lines: readonly CauseLine[], { search, cost }: Narrowing): CauseLine[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    const text = `${line.title} ${line.rule} ${line.place}`.toLowerCase();
    return words.every((word) => text.includes(word)) && (cost.length === 0 || cost.includes(costOf(line)));
  });
}

/** What fixes cost, the cheapest first, by how many causes of those that the search leaves. */
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
