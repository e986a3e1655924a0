import type { FleetView } from "@/lib/contract/api/fleet.ts";
import { NO_CLUSTER, STANDALONE } from "@/lib/contract/api/no-cluster.ts";
import type { HostRow } from "@/lib/contract/api/hosts.ts";

export type FleetHost = FleetView["hostMap"][number];

export interface HostFacetValue<Value extends string = string> {
  value: Value;
  /** Where it is called another way than it is asked for. */
  label?: string;
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
  const ofCluster = hosts.filter((host) => matches(chosen.cluster, nameOf(host)));
  const ofFreshness = hosts.filter(({ freshness }) =>
    chosen.freshness.length === 0 ? freshness !== "retired" : matches(chosen.freshness, freshness),
  );
  const clusters = new Set([...hosts.map(nameOf), ...chosen.cluster]);
  if (clusters.size === 1 && chosen.cluster.length === 0) clusters.delete(NO_CLUSTER);
  return {
    freshness: FRESHNESSES.map((value) => ({
      value,
      count: ofCluster.filter(({ freshness }) => freshness === value).length,
      isChosen: chosen.freshness.includes(value),
    })),
    cluster: [...clusters]
      .toSorted((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b, "en", { numeric: true }))
      .map((value) => ({
        value,
        ...(value === NO_CLUSTER ? { label: STANDALONE } : {}),
        count: ofFreshness.filter((host) => nameOf(host) === value).length,
        isChosen: chosen.cluster.includes(value),
      })),
  };
}

/** What stands alone comes last. */
function placeOf(cluster: string): number {
  return cluster === NO_CLUSTER ? 1 : 0;
}

/** A value put in, or taken out again. */
export function toggle<Value extends string>(list: readonly Value[], value: Value): Value[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}

function nameOf({ cluster }: FleetHost): string {
  return cluster ?? NO_CLUSTER;
}

function matches(chosen: readonly string[], value: string): boolean {
  return chosen.length === 0 || chosen.includes(value);
}
