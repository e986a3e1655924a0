import {
  readDirectory,
  readFleetVersion,
  readHostVersions,
  type DirectoryHost,
} from "@/lib/data/read/directory.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import { freshnessInstants, freshnessOf, isReporting } from "@/lib/domain/freshness.ts";
import type { Freshness } from "@/lib/domain/words.ts";
import { hashOf } from "./hash-of.ts";
import { emptyCounts, type HostCounts } from "./ingest/rollup.ts";

/** A host as needed by every page, with its freshness by the server's clock. */
export interface FleetHost extends Omit<DirectoryHost, "counts" | "pastComesUntil"> {
  /** Increases with every write that changes readable data of the host. */
  version: string;
  freshness: Freshness;
  /** Its past is being imported: an old last report is not an alarm. */
  isPastComing: boolean;
  /** The last instants at which the host is still fresh, and not yet stale. */
  lateAt: IsoTime;
  staleAt: IsoTime;
  counts: HostCounts;
}

export interface FleetDirectory {
  /** Increases with every write that changes an answer. */
  version: string;
  /** Like `version`, but also changes when the freshness of a host changes. */
  signature: string;
  hosts: FleetHost[];
  byId: Map<string, FleetHost>;
  /** Stale, missing or retired hosts, whose last report is no longer evidence. */
  silentHostIds: string[];
}

interface KeptHost {
  version: string;
  /** `null` until it has reported. */
  host: VersionedHost | null;
}

type VersionedHost = DirectoryHost & { version: string };

interface KeptDirectory {
  version: string;
  byId: Map<string, KeptHost>;
  /** Hosts that have reported, by name. */
  hosts: VersionedHost[];
  /** The last directory, valid until the clock reaches an instant at which a host's freshness changes. */
  drawn: { from: number; until: number; directory: FleetDirectory } | null;
}

const CACHE = Symbol.for("innkeeper.directory");
const shared = globalThis as typeof globalThis & { [CACHE]?: KeptDirectory };

/** All hosts with their counts. Every call reads the versions from the database, and then only hosts with a new version. */
export async function fleetDirectory(now: Date): Promise<FleetDirectory> {
  const version = await readFleetVersion();
  let kept = shared[CACHE];
  if (kept?.version !== version) {
    kept = await readNew(version, kept?.byId);
    shared[CACHE] = kept;
  }
  const { drawn } = kept;
  if (drawn && now.getTime() >= drawn.from && now.getTime() <= drawn.until) return drawn.directory;
  const directory = drawUp(kept, now);
  kept.drawn = { from: now.getTime(), until: goodUntil(kept.hosts, now), directory };
  return directory;
}

function drawUp({ version, hosts: all }: KeptDirectory, now: Date): FleetDirectory {
  const hosts = all.map((host) => toFleetHost(host, now));
  const aged = hosts
    .filter(({ freshness }) => freshness !== "fresh")
    .map(({ id, freshness, isPastComing }) => `${id}${freshness}${isPastComing ? "+" : ""}`);
  return {
    version,
    signature: aged.length === 0 ? version : `${version}-${hashOf(aged.join())}`,
    hosts,
    byId: new Map(hosts.map((host) => [host.id, host])),
    silentHostIds: hosts.filter(({ freshness }) => !isReporting(freshness)).map(({ id }) => id),
  };
}

/** The last instant at which every host still has its current freshness. */
function goodUntil(hosts: readonly VersionedHost[], now: Date): number {
  let until = Infinity;
  for (const { observedAt, intervalSeconds, pastComesUntil } of hosts) {
    const { lateAt, staleAt, missingAt } = freshnessInstants({ lastReportedAt: observedAt, intervalSeconds });
    const ends = [lateAt, staleAt, missingAt].map((at) => Date.parse(at));
    if (pastComesUntil !== null) ends.push(Date.parse(pastComesUntil) - 1);
    for (const end of ends) if (end >= now.getTime() && end < until) until = end;
  }
  return until;
}

async function readNew(version: string, before: KeptDirectory["byId"] | undefined): Promise<KeptDirectory> {
  const versions = await readHostVersions();
  const changed = versions.filter((host) => before?.get(host.id)?.version !== host.version);
  const read = new Map((await readDirectory(changed.map(({ id }) => id))).map((host) => [host.id, host]));
  const byId = new Map<string, KeptHost>();
  for (const { id, version: its } of versions) {
    const kept = before?.get(id);
    const host = read.get(id);
    byId.set(
      id,
      kept?.version === its ? kept : { version: its, host: host ? { ...host, version: its } : null },
    );
  }
  const hosts = [...byId.values()].flatMap(({ host }) => (host === null ? [] : [host]));
  return { version, byId, hosts: inOrderOfNames(hosts), drawn: null };
}

function inOrderOfNames(hosts: readonly VersionedHost[]): VersionedHost[] {
  const keyed = hosts.map((host) => ({ host, name: host.name.toLowerCase() }));
  keyed.sort((a, b) => (a.name === b.name ? (a.host.id < b.host.id ? -1 : 1) : a.name < b.name ? -1 : 1));
  return keyed.map(({ host }) => host);
}

/** The basis of the ETag of every fleet answer; reads only one number. */
export async function fleetSignature(now: Date): Promise<string> {
  return (await fleetDirectory(now)).signature;
}

function toFleetHost({ pastComesUntil, ...host }: VersionedHost, now: Date): FleetHost {
  const report = { lastReportedAt: host.observedAt, intervalSeconds: host.intervalSeconds };
  const instants = freshnessInstants(report);
  return {
    ...host,
    counts: { ...emptyCounts(), ...(isCounts(host.counts) ? host.counts : {}) },
    freshness: freshnessOf({ ...report, retiredAt: host.retiredAt, now }),
    isPastComing: pastComesUntil !== null && Date.parse(pastComesUntil) > now.getTime(),
    lateAt: instants.lateAt,
    staleAt: instants.staleAt,
  };
}

/** Stored by this server's own roll-up; rows of earlier releases lack newer counts. */
function isCounts(counts: unknown): counts is Partial<HostCounts> {
  return typeof counts === "object" && counts !== null && "vms" in counts;
}
