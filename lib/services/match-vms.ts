import type { FleetDirectory } from "./fleet-directory.ts";
import { endOf, positionOf, startOf, type IndexedHost, type IndexedVm, type VmIndex } from "./vm-index.ts";
import type { VmQuery } from "./vm-query.ts";

/** The VMs of a host that match a query. Their words can be counted until the next host is asked for. */
export interface MatchedHost {
  hostId: string;
  /** What only a report can tell is unknown for these VMs. */
  isSilent: boolean;
  vms: readonly IndexedVm[];
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
  const hosts = index.of(directory.hosts);
  // One for all hosts: thousands of small arrays per request would cost more than the search.
  const marks = new Uint32Array(hosts.reduce((most, { vms }) => Math.max(most, vms.length), 0));
  for (const host of hosts) {
    const { hostId } = host;
    const isSilent = silent.has(hostId);
    if (isSilent && conditions.some(({ ofSilent }) => ofSilent === false)) continue;
    const left = conditions.filter(
      ({ ofSilent, hostIds }) => !(isSilent && ofSilent) && !hostIds?.includes(hostId),
    );
    const vms = mark(host, left, query.search, marks);
    if (vms.length === 0) continue;
    yield {
      hostId,
      isSilent,
      vms,
      countOf: (word) => {
        const number = index.numberOf(word);
        return number === null ? 0 : count(host, positionOf(host, number), marks);
      },
      forEachWord: (visit) => {
        for (const [at, number] of host.words.entries()) visit(number, count(host, at, marks));
      },
    };
  }
}

/**
 * The VMs of a host that meet all conditions and contain the text.
 * @param marks set to 1 at the places of these VMs, and to 0 at those of the others
 */
function mark(
  host: IndexedHost,
  conditions: readonly { numbers: readonly number[] }[],
  search: string | null,
  marks: Uint32Array,
): readonly IndexedVm[] {
  // First each mark is the number of conditions that the VM meets before the first that it does not meet.
  marks.fill(0, 0, host.vms.length);
  for (const [before, { numbers }] of conditions.entries())
    for (const number of numbers) {
      const at = positionOf(host, number);
      if (at === -1) continue;
      const end = endOf(host, at);
      for (let next = startOf(host, at); next < end; next += 1) {
        const place = host.places[next] ?? 0;
        if (marks[place] === before) marks[place] = before + 1;
      }
    }
  const vms: IndexedVm[] = [];
  for (const [place, vm] of host.vms.entries()) {
    const isMatch = marks[place] === conditions.length && (search === null || vm.searchText.includes(search));
    marks[place] = isMatch ? 1 : 0;
    if (isMatch) vms.push(vm);
  }
  return vms.length === host.vms.length ? host.vms : vms;
}

/** Number of marked VMs with the word at this position. */
function count(host: IndexedHost, at: number, marks: Uint32Array): number {
  if (at === -1) return 0;
  let sum = 0;
  const end = endOf(host, at);
  for (let next = startOf(host, at); next < end; next += 1) sum += marks[host.places[next] ?? 0] ?? 0;
  return sum;
}
