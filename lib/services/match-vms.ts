import type { FleetDirectory } from "./fleet-directory.ts";
import { placesAt, placesOf, type IndexedHost, type IndexedVm, type VmIndex } from "./vm-index.ts";
import type { VmQuery } from "./vm-query.ts";

/** The VMs of a host that match a query. */
export interface MatchedHost {
  hostId: string;
  /** What only a report can tell is unknown for these VMs. */
  isSilent: boolean;
  vms: IndexedVm[];
  /** Number of them with a word. */
  countOf: (word: string) => number;
  /** Visits each word that any of them has, by its number, with the number of VMs. */
  forEachWord: (visit: (number: number, vms: number) => void) => void;
}

/** The hosts of the fleet with VMs that match a query, in the order of the directory. */
export function* matchVms(
  query: VmQuery,
  index: VmIndex,
  directory: FleetDirectory,
): Generator<MatchedHost, void, undefined> {
  const conditions = query.conditions.map((condition) => ({
    ...condition,
    numbers: condition.words.flatMap((word) => index.numberOf(word) ?? []),
  }));
  const silent = new Set(directory.silentHostIds);
  for (const host of index.of(directory.hosts)) {
    const { hostId } = host;
    const isSilent = silent.has(hostId);
    if (isSilent && conditions.some(({ ofSilent }) => ofSilent === false)) continue;
    const left = conditions.filter(
      ({ ofSilent, hostIds }) => !(isSilent && ofSilent) && !hostIds?.includes(hostId),
    );
    const isMatch = matches(host, left, query.search);
    const vms = host.vms.filter((_, place) => isMatch[place] === 1);
    if (vms.length === 0) continue;
    yield {
      hostId,
      isSilent,
      vms,
      countOf: (word) => {
        const number = index.numberOf(word);
        const places = number === null ? null : placesOf(host, number);
        return places === null ? 0 : count(places, isMatch);
      },
      forEachWord: (visit) => {
        for (const [at, number] of host.words.entries()) visit(number, count(placesAt(host, at), isMatch));
      },
    };
  }
}

/** For each VM of a host 1 if it meets all conditions and contains the text, else 0. */
function matches(
  host: IndexedHost,
  conditions: readonly { numbers: readonly number[] }[],
  search: string | null,
): Uint8Array {
  // Number of conditions that a VM meets before the first that it does not meet.
  const met = new Uint32Array(host.vms.length);
  for (const [before, { numbers }] of conditions.entries())
    for (const number of numbers)
      for (const place of placesOf(host, number) ?? []) if (met[place] === before) met[place] = before + 1;
  // Not with `from` and a function, which takes several times as long.
  const isMatch = new Uint8Array(met.length);
  for (let place = 0; place < met.length; place += 1)
    if (met[place] === conditions.length && (search === null || host.vms[place]?.searchText.includes(search)))
      isMatch[place] = 1;
  return isMatch;
}

function count(places: Uint32Array, isMatch: Uint8Array): number {
  let sum = 0;
  for (const place of places) sum += isMatch[place] ?? 0;
  return sum;
}
