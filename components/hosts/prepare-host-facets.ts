import type { FleetView } from "@/lib/contract/api/fleet.ts";
import type { HostRow } from "@/lib/contract/api/hosts.ts";

export type FleetHost = FleetView["hostMap"][number];

export interface HostFacetValue<Value extends string = string> {
  value: Value;
  count: number;
  isChosen: boolean;
}

export interface HostFacets {
  freshness: HostFacetValue<HostRow["freshness"]>[];
  cluster: HostFacetValue[];
}

interface Chosen {
  freshness: readonly string[];
  cluster: readonly string[];
}

const FRESHNESSES = [
  "fresh",
  "late",
  "stale",
  "missing",
  "retired",
] as const satisfies readonly HostRow["freshness"][];

/** How many hosts a value would bring, given the other filter. A zero stays, so that nothing jumps. */
export function prepareHostFacets(hosts: readonly FleetHost[], chosen: Chosen): HostFacets {
  const ofCluster = hosts.filter(({ cluster }) => matches(chosen.cluster, cluster));
  const ofFreshness = hosts.filter(({ freshness }) => matches(chosen.freshness, freshness));
  const clusters = new Set([
    ...hosts.map(({ cluster }) => cluster).filter((name) => name !== null),
    ...chosen.cluster,
  ]);
  return {
    freshness: FRESHNESSES.map((value) => ({
      value,
      count: ofCluster.filter(({ freshness }) => freshness === value).length,
      isChosen: chosen.freshness.includes(value),
    })),
    cluster: [...clusters]
      .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
      .map((value) => ({
        value,
        count: ofFreshness.filter(({ cluster }) => cluster === value).length,
        isChosen: chosen.cluster.includes(value),
      })),
  };
}

/** A value put in, or taken out again. */
export function toggle<Value extends string>(list: readonly Value[], value: Value): Value[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}

function matches(chosen: readonly string[], value: string | null): boolean {
  return chosen.length === 0 || (value !== null && chosen.includes(value));
}
