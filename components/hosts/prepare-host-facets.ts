import { ANY_SECTION } from "@/lib/contract/api/any-section.ts";
import type { HostFacets, HostRow } from "@/lib/contract/api/hosts.ts";
import { NO_CLUSTER, STANDALONE } from "@/lib/contract/api/no-cluster.ts";
import { FRESHNESS_ORDER } from "./host-search-params.ts";
import { shortSystem } from "./short-system.ts";

export interface HostFacetValue<Value extends string = string> {
  value: Value;
  /** Its label, if it differs from the value in the request. */
  label?: string;
  count: number;
  isChosen: boolean;
}

export type ListedFacet = "cluster" | "section" | "agent" | "system";

/** How many hosts report on time, and how many do not, in that order. */
export function prepareFreshness(
  facets: HostFacets | undefined,
  chosen: readonly string[],
): HostFacetValue<HostRow["freshness"]>[] {
  return FRESHNESS_ORDER.map((value) => ({
    value,
    count: facets?.freshness.find((each) => each.value === value)?.count ?? 0,
    isChosen: chosen.includes(value),
  }));
}

/** Existing values of a filter, and selected ones that no longer exist. Empty if there is nothing to choose. */
export function prepareFacetValues(
  name: ListedFacet,
  facets: HostFacets | undefined,
  chosen: readonly string[],
): HostFacetValue[] {
  const told = (facets?.[name] ?? []).map(({ value, count }) => toValue(name, value, count, chosen));
  const gone = chosen
    .filter((value) => !told.some((each) => each.value === value))
    .map((value) => toValue(name, value, 0, chosen));
  const values = [...told, ...gone].filter(
    ({ count, isChosen }) => isChosen || count > 0 || name === "cluster",
  );
  const isOnlyOne = values.length === 1 && chosen.length === 0;
  // A single version, or only hosts without a cluster, is nothing to choose from.
  return isOnlyOne && (name !== "cluster" || values[0]?.value === NO_CLUSTER) && name !== "section"
    ? []
    : values;
}

function toValue(name: ListedFacet, value: string, count: number, chosen: readonly string[]): HostFacetValue {
  const label = labelOf(name, value);
  return { value, ...(label === value ? {} : { label }), count, isChosen: chosen.includes(value) };
}

/** A value as displayed. */
export function labelOf(name: ListedFacet, value: string): string {
  if (name === "cluster" && value === NO_CLUSTER) return STANDALONE;
  if (name === "section" && value === ANY_SECTION) return "any of them";
  return name === "system" ? shortSystem(value) : value;
}

/** Adds a value, or removes it. */
export function toggle<Value extends string>(list: readonly Value[], value: Value): Value[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}
