import { ANY_SECTION } from "@/lib/contract/api/any-section.ts";
import type { HostFacets } from "@/lib/contract/api/hosts.ts";
import type { HostFilterChange } from "./host-search-params.ts";

export interface HostView {
  label: string;
  change: HostFilterChange;
  /** `null` until known. */
  count: number | null;
}

const NOT_IN_TIME = ["late", "stale", "missing"] as const;
const NEEDS_A_HAND = ["critical", "warning"] as const;

/** The facets cover the whole fleet. The view of older agents exists while there are any. */
export function prepareHostViews(facets: HostFacets | undefined): HostView[] {
  const sumOf = (name: "freshness" | "health", words: readonly string[]) =>
    facets
      ? facets[name].filter(({ value }) => words.includes(value)).reduce((sum, { count }) => sum + count, 0)
      : null;
  const [newest, ...older] = (facets?.agent ?? []).filter(({ count }) => count > 0);
  return [
    { label: "All", change: {}, count: sumOf("freshness", ["fresh", ...NOT_IN_TIME]) },
    {
      label: "Not on time",
      change: { freshness: [...NOT_IN_TIME] },
      count: sumOf("freshness", NOT_IN_TIME),
    },
    {
      label: "Not fully read",
      change: { section: [ANY_SECTION] },
      count: facets ? (facets.section.find(({ value }) => value === ANY_SECTION)?.count ?? 0) : null,
    },
    { label: "Differs from its cluster", change: { apart: true }, count: facets?.apart ?? null },
    {
      label: "VMs need attention",
      change: { health: [...NEEDS_A_HAND] },
      count: sumOf("health", NEEDS_A_HAND),
    },
    ...(newest === undefined || older.length === 0
      ? []
      : [
          {
            label: `Agent before ${newest.value}`,
            change: { agent: older.map(({ value }) => value) },
            count: older.reduce((sum, { count }) => sum + count, 0),
          },
        ]),
  ];
}
