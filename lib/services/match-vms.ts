import type { VmQuery } from "@/lib/data/read/vms.ts";
import { guestOsWord } from "@/lib/domain/guest/guest-os-word.ts";
import { toOpenRule } from "@/lib/domain/open-rule.ts";
import { SEVERITIES } from "@/lib/domain/words.ts";
import type { FleetDirectory } from "./fleet-directory.ts";
import {
  clusterWord,
  generationWord,
  healthWord,
  openRuleWord,
  placesOf,
  stateWord,
  versionWord,
  type IndexedHost,
  type IndexedVm,
  type VmIndex,
} from "./vm-index.ts";

interface Condition {
  /** A VM with any of these words meets it. */
  words: readonly string[];
  /** All VMs of these hosts meet it. */
  hostIds?: readonly string[];
  /** Whether VMs of silent hosts meet it, if it is about what only a report can tell. */
  ofSilent?: boolean;
}

/** Visits the VMs of the fleet that meet all conditions of a query, except for those about VMs that are gone. */
export function matchVms(
  query: VmQuery,
  index: VmIndex,
  { hosts }: FleetDirectory,
  visit: (vm: IndexedVm, hostId: string, isSilent: boolean) => void,
): void {
  const conditions = conditionsOf(query).map((condition) => ({
    ...condition,
    numbers: condition.words.flatMap((word) => index.numberOf(word) ?? []),
  }));
  const search = query.search?.toLowerCase() ?? null;
  const silent = new Set(query.silentHostIds);
  for (const host of index.of(hosts)) {
    const isSilent = silent.has(host.hostId);
    if (isSilent && conditions.some(({ ofSilent }) => ofSilent === false)) continue;
    const left = conditions.filter(
      ({ ofSilent, hostIds }) => !(isSilent && ofSilent) && !hostIds?.includes(host.hostId),
    );
    const met = countMet(host, left);
    for (let place = 0; place < met.length; place += 1) {
      const vm = met[place] === left.length ? host.vms[place] : undefined;
      if (vm && (search === null || vm.searchText.includes(search))) visit(vm, host.hostId, isSilent);
    }
  }
}

/** For each VM of a host, how many of the conditions it meets before the first that it does not meet. */
function countMet(host: IndexedHost, conditions: readonly { numbers: readonly number[] }[]): Uint32Array {
  const met = new Uint32Array(host.vms.length);
  for (const [before, { numbers }] of conditions.entries())
    for (const number of numbers)
      for (const place of placesOf(host, number) ?? []) if (met[place] === before) met[place] = before + 1;
  return met;
}

function conditionsOf(query: VmQuery): Condition[] {
  const { hostIds, clusters, tags, states, generations, guestOs, healths, versions, rules } = query;
  const conditions: Condition[] = [];
  const add = <Value>(
    values: readonly Value[] | null,
    toWord: (value: Value) => string,
    more: Omit<Condition, "words"> = {},
  ) => {
    if (values) conditions.push({ words: values.map(toWord), ...more });
  };
  // A VM claimed by two hosts is listed once, and found by the name of either.
  if (hostIds) add(hostIds, (id) => `at:${id}`, { hostIds });
  add(clusters, clusterWord);
  add(tags, (tag) => `tag:${tag}`);
  add(states, stateWord);
  add(generations, generationWord);
  add(guestOs, guestOsWord);
  add(versions, versionWord);
  add(healths, healthWord, { ofSilent: healths?.includes("unknown") ?? false });
  for (const words of query.words)
    conditions.push({ words, ofSilent: words.some((word) => word.endsWith(":unknown")) });
  add(rules, ({ rule }) => `rule:${rule}`, { ofSilent: false });
  if (rules?.some(({ severity }) => severity !== null))
    add(
      rules.flatMap(({ rule, severity }) =>
        (severity === null ? SEVERITIES : [severity]).map((each) => toOpenRule({ rule, severity: each })),
      ),
      openRuleWord,
      { ofSilent: false },
    );
  return conditions;
}
