import { countVmsBy, type FacetCounts, type VmFacet } from "@/lib/data/read/vm-facets.ts";
import { NO_CLUSTER, STANDALONE } from "@/lib/contract/api/no-cluster.ts";
import type { VmFacets } from "@/lib/contract/api/vms.ts";
import {
  ACCELERATION_STATUSES,
  CONVERSION_VERDICTS,
  SERVICE_KEYS,
  SERVICE_STATUSES,
  VM_HEALTHS,
  VM_TECHNOLOGIES,
} from "@/lib/domain/words.ts";
import { fleetDirectory, type FleetDirectory } from "./fleet-directory.ts";
import { KeptAnswers } from "./kept-answers.ts";
import { toVmQuery, type VmFilterWords } from "./vm-query.ts";

const FACETS = [
  "health",
  "state",
  "generation",
  "cluster",
  "guestOs",
  "tag",
  "service",
  "acceleration",
  "conversion",
  "rule",
] as const;

const CACHE = Symbol.for("innkeeper.vm-facets");
const shared = globalThis as typeof globalThis & { [CACHE]?: KeptAnswers<VmFacets> };
const MAX_ANSWERS = 16;

/** Number of VMs for each filter value, with all other filters applied; counted once, until the fleet's version increases. */
export async function vmFacets(words: VmFilterWords, now: Date): Promise<VmFacets> {
  const directory = await fleetDirectory(now);
  const kept = (shared[CACHE] ??= new KeptAnswers(MAX_ANSWERS));
  return kept.of(JSON.stringify([directory.signature, words]), () => countFacets(words, directory));
}

async function countFacets(words: VmFilterWords, directory: FleetDirectory): Promise<VmFacets> {
  // A facet's own filter does not restrict it. All others are counted in one pass.
  const filtered = FACETS.filter((name) => words[name] !== undefined);
  const parts = await Promise.all([
    countVmsBy(
      toVmQuery(words, directory),
      FACETS.filter((name) => words[name] === undefined),
    ),
    ...filtered.map((name) => countVmsBy(toVmQuery({ ...words, [name]: undefined }, directory), [name])),
  ]);
  const counts = parts.reduce<Partial<Record<VmFacet, FacetCounts>>>(
    (all, part) => ({ ...all, ...part }),
    {},
  );
  const { health = [], state = [], generation = [], cluster = [], guestOs = [], tag = [] } = counts;
  const { service = [], acceleration = [], conversion = [], rule = [] } = counts;
  return {
    health: VM_HEALTHS.map((value) => ({ value, label: value, count: countOf(health, value) })),
    state: labelled(state, ""),
    generation: ["1", "2"].map((value) => ({
      value,
      label: `Generation ${value}`,
      count: countOf(generation, value),
    })),
    cluster: labelled(cluster, STANDALONE).map((entry) => ({ ...entry, value: entry.value || NO_CLUSTER })),
    guestOs: labelled(guestOs, "not reported"),
    tag: labelled(tag, ""),
    services: toServiceCounts(service),
    acceleration: toAccelerationCounts(acceleration),
    conversion: CONVERSION_VERDICTS.map((value) => ({
      value,
      label: value,
      count: countOf(conversion, value),
    })),
    rule: labelled(rule, ""),
  };
}

function countOf(counts: FacetCounts, value: string): number {
  return counts.find((entry) => entry.value === value)?.count ?? 0;
}

function labelled(counts: FacetCounts, nothing: string): { value: string; label: string; count: number }[] {
  return counts
    .filter(({ value }) => value !== "" || nothing !== "")
    .map(({ value, count }) => ({ value, label: value === "" ? nothing : value, count }));
}

function toAccelerationCounts(counts: FacetCounts): VmFacets["acceleration"] {
  const acceleration: VmFacets["acceleration"] = {};
  for (const { value, count } of counts) {
    const [position = "", word = ""] = value.split(":");
    const technology = VM_TECHNOLOGIES[Number(position) - 1];
    const status = ACCELERATION_STATUSES.find((known) => known === word);
    if (technology && status) (acceleration[technology] ??= {})[status] = count;
  }
  return acceleration;
}

function toServiceCounts(counts: FacetCounts): VmFacets["services"] {
  const services: VmFacets["services"] = {
    heartbeat: {},
    shutdown: {},
    "time-sync": {},
    "data-exchange": {},
    vss: {},
    "guest-services": {},
    "powershell-direct": {},
  };
  for (const { value, count } of counts) {
    const [position = "", word = ""] = value.split(":");
    const key = SERVICE_KEYS[Number(position) - 1];
    const status = SERVICE_STATUSES.find((known) => known === word);
    if (key && status) services[key][status] = count;
  }
  return services;
}
