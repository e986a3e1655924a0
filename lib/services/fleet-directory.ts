import { readDirectory, readFleetVersion, type DirectoryHost } from "@/lib/data/read/directory.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import { freshnessInstants, freshnessOf, isReporting } from "@/lib/domain/freshness.ts";
import type { Freshness } from "@/lib/domain/words.ts";
import { hashOf } from "./hash-of.ts";
import { emptyCounts, type HostCounts } from "./ingest/rollup.ts";

/** A host as every page needs it, its freshness by the server's clock. */
export interface FleetHost extends Omit<DirectoryHost, "counts"> {
  freshness: Freshness;
  /** Last instants at which it is fresh, and not yet stale. */
  lateAt: IsoTime;
  staleAt: IsoTime;
  counts: HostCounts;
}

export interface FleetDirectory {
  /** Rises with every write that changes an answer, and with every host whose freshness changes. */
  signature: string;
  hosts: FleetHost[];
  byId: Map<string, FleetHost>;
  /** Stale, missing or retired: what they said last is no evidence any more. */
  silentHostIds: string[];
}

const CACHE = Symbol.for("innkeeper.directory");
const shared = globalThis as typeof globalThis & { [CACHE]?: { version: string; hosts: DirectoryHost[] } };

/** All hosts with their counts. The database is asked for its version each time, and for the hosts when that rose. */
export async function fleetDirectory(now: Date): Promise<FleetDirectory> {
  const version = await readFleetVersion();
  let kept = shared[CACHE];
  if (kept?.version !== version) {
    kept = { version, hosts: await readDirectory() };
    shared[CACHE] = kept;
  }
  const hosts = kept.hosts.map((host) => toFleetHost(host, now));
  const silent = hosts.filter(({ freshness }) => !isReporting(freshness));
  const aged = hosts
    .filter(({ freshness }) => freshness !== "fresh")
    .map(({ id, freshness }) => id + freshness);
  return {
    signature: aged.length === 0 ? version : `${version}-${hashOf(aged.join())}`,
    hosts,
    byId: new Map(hosts.map((host) => [host.id, host])),
    silentHostIds: silent.map(({ id }) => id),
  };
}

/** What an ETag of any fleet answer is made of: nothing is read but one number. */
export async function fleetSignature(now: Date): Promise<string> {
  return (await fleetDirectory(now)).signature;
}

function toFleetHost(host: DirectoryHost, now: Date): FleetHost {
  const report = { lastReportedAt: host.observedAt, intervalSeconds: host.intervalSeconds };
  const instants = freshnessInstants(report);
  return {
    ...host,
    counts: { ...emptyCounts(), ...(isCounts(host.counts) ? host.counts : {}) },
    freshness: freshnessOf({ ...report, retiredAt: host.retiredAt, now }),
    lateAt: instants.lateAt,
    staleAt: instants.staleAt,
  };
}

/** Stored by this server's own roll-up; one of an earlier release lacks what was counted later. */
function isCounts(counts: unknown): counts is Partial<HostCounts> {
  return typeof counts === "object" && counts !== null && "vms" in counts;
}
