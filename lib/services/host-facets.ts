import { ANY_SECTION } from "@/lib/contract/api/any-section.ts";
import type { HostFacets } from "@/lib/contract/api/hosts.ts";
import { NO_CLUSTER, STANDALONE } from "@/lib/contract/api/no-cluster.ts";
import { SECTION_NAMES } from "@/lib/domain/host/section-states.ts";
import { ACCELERATION_STATUSES, FRESHNESSES, HOST_TECHNOLOGIES, VM_HEALTHS } from "@/lib/domain/words.ts";
import { fleetDirectory, type FleetHost } from "./fleet-directory.ts";
import {
  sectionWordsOf,
  surroundingsOf,
  toHostFilter,
  worstHealthOf,
  type HostFilterWords,
} from "./host-query.ts";
import { hostAcceleration } from "./host-rows.ts";
import { technologyDrift } from "./technology-drift.ts";

type Facet = Exclude<keyof HostFilterWords, "search" | "tag" | "rule" | "rung">;

/** Number of hosts for each filter value, with all other filters applied. */
export async function hostFacets(words: HostFilterWords, now: Date): Promise<HostFacets> {
  const { hosts, ...directory } = await fleetDirectory(now);
  const surroundings = await surroundingsOf({ hosts, ...directory }, (words.rule?.length ?? 0) > 0);
  const without = (facet: Facet) =>
    hosts.filter(toHostFilter({ ...words, [facet]: undefined }, surroundings));
  // Values without hosts under the other filters are listed with 0, so that the layout does not jump.
  const count = (facet: Facet, valuesOf: (host: FleetHost) => readonly (string | null)[]) => {
    const counts = new Map<string, number>();
    const add = (host: FleetHost, number: number) => {
      for (const value of valuesOf(host))
        if (value !== null) counts.set(value, (counts.get(value) ?? 0) + number);
    };
    for (const host of hosts) add(host, 0);
    for (const host of without(facet)) add(host, 1);
    return counts;
  };
  const acceleration = count("acceleration", (host) =>
    Object.entries(hostAcceleration(host)).map(([technology, status]) => `${technology}:${status}`),
  );
  return {
    freshness: known(
      FRESHNESSES,
      count("freshness", ({ freshness }) => [freshness]),
    ),
    health: known(
      VM_HEALTHS,
      count("health", (host) => [worstHealthOf(host)]),
    ),
    cluster: found(
      count("cluster", ({ cluster }) => [cluster ?? NO_CLUSTER]),
      (a, b) => Number(a === NO_CLUSTER) - Number(b === NO_CLUSTER) || byName(a, b),
    ),
    acceleration: Object.fromEntries(
      HOST_TECHNOLOGIES.map((technology) => [
        technology,
        Object.fromEntries(
          ACCELERATION_STATUSES.flatMap((status) => {
            const number = acceleration.get(`${technology}:${status}`) ?? 0;
            return number === 0 ? [] : [[status, number]];
          }),
        ),
      ]),
    ),
    section: known([ANY_SECTION, ...SECTION_NAMES], count("section", sectionWordsOf)),
    agent: found(
      count("agent", ({ agentVersion }) => [agentVersion]),
      (a, b) => byName(b, a),
    ),
    system: found(
      count("system", ({ osCaption }) => [osCaption]),
      (a, b) => byName(b, a),
    ),
    apart: without("apart").filter(({ id }) => surroundings.apart.has(id)).length,
    drift: technologyDrift(hosts).map(({ cluster, technology, able, others }) => ({
      cluster,
      technology,
      able: able.length,
      told: able.length + others.length,
    })),
  };
}

type FacetValues = HostFacets["cluster"];

function known(words: readonly string[], counts: ReadonlyMap<string, number>): FacetValues {
  return words.map((value) => ({ value, label: value, count: counts.get(value) ?? 0 }));
}

function found(counts: ReadonlyMap<string, number>, inOrder: (a: string, b: string) => number): FacetValues {
  return [...counts]
    .toSorted(([a], [b]) => inOrder(a, b))
    .map(([value, number]) => ({ value, label: value === NO_CLUSTER ? STANDALONE : value, count: number }));
}

function byName(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
