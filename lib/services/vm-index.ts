import {
  readIndexedVms,
  readVmRowVersions,
  type IndexedVmRow,
  type VmRowVersion,
} from "@/lib/data/read/indexed-vms.ts";
import { CONVERSION_RANKS, HEALTH_RANKS } from "@/lib/data/read/vm-ranks.ts";
import { fleetDirectory, type FleetDirectory, type FleetHost } from "./fleet-directory.ts";
import { indexWordsOf } from "./vm-words.ts";
import { WordNumbers } from "./word-numbers.ts";

/** A VM by what lists are sorted by, and the text that is searched. */
export interface IndexedVm extends Omit<
  IndexedVmRow,
  "hostId" | "clusterWord" | "versionWord" | "words" | "openRules" | "grounds" | "health" | "conversion"
> {
  healthRank: number;
  conversionRank: number;
}

/** The VMs of a host. */
export interface IndexedHost {
  hostId: string;
  vms: readonly IndexedVm[];
  /** The words that filters look for and that any of the VMs has, as numbers, ascending. */
  words: Uint32Array;
  /** For each word, the places in `vms` that have it: from where those of the word before it end, to here. */
  ends: Uint32Array;
  places: Uint16Array | Uint32Array;
}

interface KeptHost extends IndexedHost {
  version: string;
}

interface Entry {
  vm: IndexedVm;
  words: number[];
}

/** Few enough that the process can answer other requests in between, and that what was read does not fill the memory. */
const HOSTS_AT_ONCE = 20;
const MAX_UINT16 = 2 ** 16 - 1;
const CACHE = Symbol.for("innkeeper.vm-index");
const shared = globalThis as typeof globalThis & { [CACHE]?: Record<"gone" | "present", VmIndex> };

/**
 * The index of the fleet's VMs, as of this directory or newer.
 * @param isGone those that no host lists any longer, instead of all others
 */
export async function vmIndex({ hosts }: FleetDirectory, isGone: boolean): Promise<VmIndex> {
  const indexes = (shared[CACHE] ??= { gone: new VmIndex(true), present: new VmIndex(false) });
  const index = indexes[isGone ? "gone" : "present"];
  await index.refresh(hosts);
  return index;
}

/** Reads what was written since the last list. */
export async function refreshVmIndex(now: Date): Promise<void> {
  await vmIndex(await fleetDirectory(now), false);
}

/**
 * What VMs are filtered, sorted and counted by, in memory. After a host has reported, the versions of its VMs' rows are read, and
 * then only those rows that were written since.
 */
export class VmIndex {
  readonly #hosts = new Map<string, KeptHost>();
  readonly #numbers = new WordNumbers();
  readonly #isGone: boolean;
  #refreshing: Promise<void> = Promise.resolve();

  constructor(isGone: boolean) {
    this.#isGone = isGone;
  }

  /** Refreshes follow each other, so that requests that arrive together read a row once. */
  refresh(hosts: readonly FleetHost[]): Promise<void> {
    const refreshed = this.#refreshing.then(() => this.#refreshNow(hosts));
    this.#refreshing = refreshed.catch(() => undefined);
    return refreshed;
  }

  /** Those of the hosts that have VMs. */
  of(hosts: readonly FleetHost[]): IndexedHost[] {
    return hosts.flatMap(({ id }) => this.#hosts.get(id) ?? []);
  }

  /** Each word that a VM has or had, with its number. */
  words(): Iterable<[word: string, number: number]> {
    return this.#numbers.all();
  }

  /** Numbers of words are less than this. */
  get wordCount(): number {
    return this.#numbers.size;
  }

  /** The number of a word; `null` if no VM has it. */
  numberOf(word: string): number | null {
    return this.#numbers.find(word);
  }

  async #refreshNow(hosts: readonly FleetHost[]): Promise<void> {
    const changed = hosts.filter(({ id, version }) => this.#hosts.get(id)?.version !== version);
    for (let from = 0; from < changed.length; from += HOSTS_AT_ONCE)
      await this.#read(changed.slice(from, from + HOSTS_AT_ONCE));
    if (this.#numbers.isFull) this.#forgetUnusedWords();
  }

  #forgetUnusedWords(): void {
    this.#numbers.renumber((to) => {
      for (const { hostId, version, ...host } of this.#hosts.values()) {
        const entries = [...entriesById({ hostId, ...host }).values()];
        const renumbered = entries.map(({ vm, words }) => ({ vm, words: words.map(to) }));
        this.#hosts.set(hostId, { ...toIndexedHost(hostId, renumbered), version });
      }
    });
  }

  async #read(hosts: readonly FleetHost[]): Promise<void> {
    const ids = hosts.map(({ id }) => id);
    const [versions, first] = await Promise.all([
      readVmRowVersions(
        ids.filter((id) => this.#hosts.has(id)),
        this.#isGone,
      ),
      readIndexedVms(
        ids.filter((id) => !this.#hosts.has(id)),
        null,
        this.#isGone,
      ),
    ]);
    const listed = byHost(versions);
    const written = [...listed].flatMap(([id, rows]) => {
      const before = byId(this.#hosts.get(id)?.vms ?? []);
      return rows.filter((row) => before.get(row.id)?.version !== row.version);
    });
    // A VM that moves away between the two reads is found on its new host.
    const rows = await readIndexedVms(
      [...new Set(written.map(({ hostId }) => hostId))],
      written.map(({ id }) => id),
      this.#isGone,
    );
    const once = onlyOnce();
    const rowsByHost = byHost([...first, ...rows]);
    for (const { id, version } of hosts) {
      const host = this.#put(id, listed.get(id) ?? [], rowsByHost.get(id) ?? [], once);
      this.#hosts.set(id, { ...host, version });
    }
  }

  /** Most reports change no row: then the host stays as it is, but for the times of the report. */
  #put(
    hostId: string,
    listed: readonly VmRowVersion[],
    rows: readonly IndexedVmRow[],
    once: (text: string) => string,
  ): IndexedHost {
    const before = this.#hosts.get(hostId);
    const vms = byId(before?.vms ?? []);
    const kept = listed.flatMap(({ id, version, lastReportedAt }) => {
      const vm = vms.get(id);
      if (vm?.version !== version) return [];
      vm.lastReportedAt = once(lastReportedAt);
      return [id];
    });
    if (before && rows.length === 0 && kept.length === before.vms.length) return before;
    const entries = before ? entriesById(before) : new Map<string, Entry>();
    return toIndexedHost(hostId, [
      ...kept.flatMap((id) => entries.get(id) ?? []),
      ...rows.map((row) => ({
        vm: toIndexedVm(row, once),
        words: indexWordsOf(row).map((word) => this.#numbers.of(word)),
      })),
    ]);
  }
}

function byHost<Row extends VmRowVersion>(rows: readonly Row[]): Map<string, Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    const list = map.get(row.hostId);
    if (list) list.push(row);
    else map.set(row.hostId, [row]);
  }
  return map;
}

function byId<Vm extends { id: string }>(vms: readonly Vm[]): Map<string, Vm> {
  return new Map(vms.map((vm) => [vm.id, vm]));
}

function entriesById(host: IndexedHost): Map<string, Entry> {
  const entries = host.vms.map((vm): Entry => ({ vm, words: [] }));
  for (const [at, word] of host.words.entries())
    for (let next = startOf(host, at); next < endOf(host, at); next += 1)
      entries[host.places[next] ?? 0]?.words.push(word);
  return new Map(entries.map((entry) => [entry.vm.id, entry]));
}

function toIndexedHost(hostId: string, entries: readonly Entry[]): IndexedHost {
  const byWord = new Map<number, number[]>();
  for (const [place, { words }] of entries.entries())
    for (const word of words) {
      const places = byWord.get(word);
      if (places) places.push(place);
      else byWord.set(word, [place]);
    }
  const words = Uint32Array.from(byWord.keys()).toSorted();
  const places = Array.from(words, (word) => byWord.get(word) ?? []);
  let end = 0;
  return {
    hostId,
    vms: entries.map(({ vm }) => vm),
    words,
    ends: Uint32Array.from(places, ({ length }) => (end += length)),
    places: entries.length > MAX_UINT16 ? Uint32Array.from(places.flat()) : Uint16Array.from(places.flat()),
  };
}

/** The position of a word among a host's words; -1 if no VM has it. */
export function positionOf({ words }: IndexedHost, word: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return words[low] === word ? low : -1;
}

/** Where in `places` those of the word at this position start, and where they end. */
export function startOf({ ends }: IndexedHost, at: number): number {
  return at === 0 ? 0 : (ends[at - 1] ?? 0);
}

export function endOf({ ends }: IndexedHost, at: number): number {
  return ends[at] ?? 0;
}

/** Equal texts of many VMs are kept as one. */
function onlyOnce(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
}

function toIndexedVm(row: IndexedVmRow, once: (text: string) => string): IndexedVm {
  const { id, version, name, generation, findings, health, conversion, searchText } = row;
  return {
    id,
    version,
    name,
    cluster: once(row.cluster),
    state: once(row.state),
    generation,
    guestOs: once(row.guestOs),
    configurationVersion: once(row.configurationVersion),
    lastReportedAt: once(row.lastReportedAt),
    findings,
    healthRank: HEALTH_RANKS[health],
    conversionRank: CONVERSION_RANKS[conversion],
    searchText,
  };
}
