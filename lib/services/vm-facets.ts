import { countVmsBy } from "@/lib/data/read/vms.ts";
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
import { fleetDirectory } from "./fleet-directory.ts";
import { toVmQuery, type VmFilterWords } from "./vm-query.ts";

const NAMES = [
  "health",
  "state",
  "generation",
  "cluster",
  "guestOs",
  "tag",
  "acceleration",
  "conversion",
  "rule",
] as const;

/** Number of VMs for each filter value, with all other filters applied. */
export async function vmFacets(words: VmFilterWords, now: Date): Promise<VmFacets> {
  const directory = await fleetDirectory(now);
  const counts = await Promise.all(
    NAMES.map((name) => countVmsBy(toVmQuery({ ...words, [name]: undefined }, directory), name)),
  );
  const services = await countVmsBy(toVmQuery({ ...words, service: undefined }, directory), "service");
  const [health = [], state = [], generation = [], cluster = [], guestOs = [], tag = []] = counts;
  const [acceleration = [], conversion = [], rule = []] = counts.slice(6);
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
    services: toServiceCounts(services),
    acceleration: toAccelerationCounts(acceleration),
    conversion: CONVERSION_VERDICTS.map((value) => ({
      value,
      label: value,
      count: countOf(conversion, value),
    })),
    rule: labelled(rule, ""),
  };
}

type Counts = readonly { value: string; count: number }[];

function countOf(counts: Counts, value: string): number {
  return counts.find((entry) => entry.value === value)?.count ?? 0;
}

function labelled(counts: Counts, nothing: string): { value: string; label: string; count: number }[] {
  return counts
    .filter(({ value }) => value !== "" || nothing !== "")
    .map(({ value, count }) => ({ value, label: value === "" ? nothing : value, count }));
}

function toAccelerationCounts(counts: Counts): VmFacets["acceleration"] {
  const acceleration: VmFacets["acceleration"] = {};
  for (const { value, count } of counts) {
    const [position = "", word = ""] = value.split(":");
    const technology = VM_TECHNOLOGIES[Number(position) - 1];
    const status = ACCELERATION_STATUSES.find((known) => known === word);
    if (technology && status) (acceleration[technology] ??= {})[status] = count;
  }
  return acceleration;
}

function toServiceCounts(counts: Counts): VmFacets["services"] {
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
