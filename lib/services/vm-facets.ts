import { NO_CLUSTER, STANDALONE } from "@/lib/contract/api/no-cluster.ts";
import type { VmFacets } from "@/lib/contract/api/vms.ts";
import { fromOpenRule } from "@/lib/domain/open-rule.ts";
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
import { matchVms } from "./match-vms.ts";
import { vmIndex, type VmIndex } from "./vm-index.ts";
import { toVmQuery, type VmFilterWords, type VmQuery } from "./vm-query.ts";

/** The words of each facet begin with its prefix. Those that reports lead to are unknown for VMs of silent hosts. */
const FACETS = {
  health: { prefix: "health:", isReported: true },
  state: { prefix: "state:" },
  generation: { prefix: "generation:" },
  cluster: { prefix: "cluster:" },
  guestOs: { prefix: "os:" },
  tag: { prefix: "tag:" },
  service: { prefix: "is:", isReported: true },
  acceleration: { prefix: "net:", isReported: true },
  conversion: { prefix: "gen2:", isReported: true },
  rule: { prefix: "open:", isReported: true },
} as const satisfies Record<string, { prefix: string; isReported?: true }>;

type VmFacet = keyof typeof FACETS;

/** A list of more is of no use. */
const MAX_VALUES = 200;

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
  const index = await vmIndex(directory, words.gone ?? false);
  const clusters = new Map(
    directory.hosts.map(({ cluster }) => [cluster?.toLowerCase() ?? "", cluster ?? ""]),
  );
  const count = (without?: VmFacet) =>
    countWords(toVmQuery(without ? { ...words, [without]: undefined } : words, directory), index, directory);
  const ofAll = count();
  // A facet's own filter does not restrict it.
  const valuesOf = (facet: VmFacet) =>
    toValues(facet, words[facet] === undefined ? ofAll : count(facet), index);
  return {
    health: everyOf(VM_HEALTHS, valuesOf("health")),
    state: listed(valuesOf("state")),
    generation: everyOf(["1", "2"], valuesOf("generation")).map((entry) => ({
      ...entry,
      label: `Generation ${entry.value}`,
    })),
    cluster: listed(valuesOf("cluster")).map(({ value: word, count: vms }) => {
      const cluster = clusters.get(word) ?? word;
      return { value: cluster || NO_CLUSTER, label: cluster || STANDALONE, count: vms };
    }),
    guestOs: listed(valuesOf("guestOs")).map((entry) => ({ ...entry, label: entry.value || "not reported" })),
    tag: listed(valuesOf("tag")),
    services: { ...NO_SERVICES, ...byKey(SERVICE_KEYS, SERVICE_STATUSES, valuesOf("service")) },
    acceleration: byKey(VM_TECHNOLOGIES, ACCELERATION_STATUSES, valuesOf("acceleration")),
    conversion: everyOf(CONVERSION_VERDICTS, valuesOf("conversion")),
    rule: listed(valuesOf("rule")),
  };
}

interface WordCounts {
  /** Number of VMs with each word, by its number: of hosts that report, and of silent ones. */
  reported: Uint32Array;
  silent: Uint32Array;
  silentVms: number;
}

function countWords(query: VmQuery, index: VmIndex, directory: FleetDirectory): WordCounts {
  const counts: WordCounts = {
    reported: new Uint32Array(index.wordCount),
    silent: new Uint32Array(index.wordCount),
    silentVms: 0,
  };
  for (const { isSilent, vms, forEachWord } of matchVms(query, index, directory)) {
    const sums = isSilent ? counts.silent : counts.reported;
    forEachWord((number, some) => (sums[number] = (sums[number] ?? 0) + some));
    if (isSilent) counts.silentVms += vms.length;
  }
  return counts;
}

/** The values of a facet with their numbers of VMs. A value of a service or technology follows its key: `vss:failed`. */
function toValues(
  facet: VmFacet,
  { reported, silent, silentVms }: WordCounts,
  index: VmIndex,
): Map<string, number> {
  const { prefix, ...what } = FACETS[facet];
  const isReported = "isReported" in what;
  const values = new Map<string, number>();
  const add = (value: string, vms: number) => {
    if (vms > 0) values.set(value, (values.get(value) ?? 0) + vms);
  };
  for (const [word, number] of index.words()) {
    if (!word.startsWith(prefix)) continue;
    const value = word.slice(prefix.length);
    const vms = (reported[number] ?? 0) + (isReported ? 0 : (silent[number] ?? 0));
    add(facet === "rule" ? (fromOpenRule(value)?.rule ?? "") : value, vms);
  }
  for (const unknown of UNKNOWN_OF_SILENT[facet] ?? []) add(unknown, silentVms);
  return values;
}

const NO_SERVICES: VmFacets["services"] = {
  heartbeat: {},
  shutdown: {},
  "time-sync": {},
  "data-exchange": {},
  vss: {},
  "guest-services": {},
  "powershell-direct": {},
};

const UNKNOWN_OF_SILENT: Partial<Record<VmFacet, readonly string[]>> = {
  health: ["unknown"],
  service: SERVICE_KEYS.map((key) => `${key}:unknown`),
  acceleration: VM_TECHNOLOGIES.map((key) => `${key}:unknown`),
  conversion: ["unknown"],
};

interface FacetValue<Value extends string = string> {
  value: Value;
  label: string;
  count: number;
}

/** Values in this order, also those of no VM. */
function everyOf<Value extends string>(
  values: readonly Value[],
  counts: ReadonlyMap<string, number>,
): FacetValue<Value>[] {
  return values.map((value) => ({ value, label: value, count: counts.get(value) ?? 0 }));
}

/** Values with VMs, most first. */
function listed(counts: ReadonlyMap<string, number>): FacetValue[] {
  return [...counts]
    .map(([value, count]) => ({ value, label: value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_VALUES);
}

function byKey<Key extends string, Status extends string>(
  keys: readonly Key[],
  statuses: readonly Status[],
  counts: ReadonlyMap<string, number>,
): Partial<Record<Key, Partial<Record<Status, number>>>> {
  const all: Partial<Record<Key, Partial<Record<Status, number>>>> = {};
  for (const key of keys) {
    const byStatus: Partial<Record<Status, number>> = {};
    for (const status of statuses) {
      const count = counts.get(`${key}:${status}`);
      if (count !== undefined) byStatus[status] = count;
    }
    if (Object.keys(byStatus).length > 0) all[key] = byStatus;
  }
  return all;
}
