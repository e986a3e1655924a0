import type { CausesView } from "@/lib/contract/api/fleet.ts";
import { FINDING_FILTERS, type FindingUrl } from "./finding-search-params.ts";

export interface FindingFacetValue {
  value: string;
  label: string;
  count: number;
  isChosen: boolean;
}

interface Counted {
  value: string;
  label?: string;
  count: number;
}

export interface FindingFacet {
  name: (typeof FINDING_FILTERS)[number];
  title: string;
  values: FindingFacetValue[];
  most: number;
}

const TITLES = { severity: "Severity", rule: "Rule", cluster: "Cluster", host: "Host" } as const;
const SEVERITIES = ["critical", "warning", "info"] as const;

/**
 * Open findings by each filter's values, given the other filters. A selected value stays even if it has no open
 * findings left.
 */
export function prepareFindingFacets(
  facets: CausesView["facets"],
  url: Pick<FindingUrl, (typeof FINDING_FILTERS)[number]>,
): FindingFacet[] {
  return FINDING_FILTERS.flatMap((name) => {
    const counted: Counted[] =
      name === "severity" ? SEVERITIES.map((value) => severityOf(facets, value)) : facets[name];
    const known = new Set(counted.map(({ value }) => value));
    const gone: Counted[] = url[name]
      .filter((value) => !known.has(value))
      .map((value) => ({ value, count: 0 }));
    const values = [...counted, ...gone].map((entry) => ({
      value: entry.value,
      label: entry.label ?? entry.value,
      count: entry.count,
      isChosen: url[name].includes(entry.value),
    }));
    const most = Math.max(1, ...values.map(({ count }) => count));
    return values.length === 0 ? [] : [{ name, title: TITLES[name], values, most }];
  });
}

function severityOf(facets: CausesView["facets"], value: (typeof SEVERITIES)[number]) {
  return { value, count: facets.severity.find((entry) => entry.value === value)?.count ?? 0 };
}
