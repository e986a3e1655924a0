import { HEALTH_ORDER, type VmHealth } from "@/components/vms/service-words.ts";
import type { FleetView } from "@/lib/contract/api/fleet.ts";
import { formatPlural } from "@/lib/format/count.ts";

type MapHost = FleetView["hostMap"][number];

export interface HostSquares {
  id: string;
  name: string;
  /** Without the prefix that all nodes of its cluster share, if more than a number remains. */
  short: string;
  isInCluster: boolean;
  freshness: MapHost["freshness"];
  isSilent: boolean;
  hasCritical: boolean;
  columns: number;
  rows: number;
  /** One path per health: a unit square for each VM. */
  paths: { health: VmHealth; d: string }[];
  /** The map in words. */
  spoken: string;
}

export interface ClusterSquares {
  /** `null`: hosts that belong to no cluster. */
  name: string | null;
  vms: number;
  hosts: HostSquares[];
}

export interface HostMap {
  /** Empty if the fleet is too large for a map; its worst hosts are then in `worst`. */
  clusters: ClusterSquares[];
  worst: HostSquares[];
  /** Hosts omitted for lack of space; they are the healthiest. */
  others: number;
}

const COLUMNS = 9;
const SQUARE = "h.86v.86h-.86z";

/** With more hosts than this a map is no longer readable. */
const MAP_HOSTS = 120;
const WORST_HOSTS = 36;

/**
 * One square per VM, by host and cluster, worst first; standalone hosts last. For a large fleet only its worst hosts.
 */
export function prepareHostMap(known: readonly MapHost[]): HostMap {
  const hosts = known.filter(({ freshness }) => freshness !== "retired");
  if (hosts.length > MAP_HOSTS) {
    const worst = hosts
      .toSorted(byWeight)
      .slice(0, WORST_HOSTS)
      .map((host) => toSquares(host));
    return { clusters: [], worst, others: hosts.length - worst.length };
  }
  const clusters = new Map<string | null, MapHost[]>();
  for (const host of hosts) {
    const known = clusters.get(host.cluster);
    if (known) known.push(host);
    else clusters.set(host.cluster, [host]);
  }
  return {
    clusters: [...clusters]
      .toSorted(([a], [b]) => (a === null ? 1 : b === null ? -1 : compareNames(a, b)))
      .map(([name, ofCluster]) => ({
        name,
        vms: ofCluster.reduce((sum, { vms }) => sum + vms, 0),
        hosts: ofCluster
          .toSorted((a, b) => compareNames(a.name, b.name))
          .map((host) => toSquares(host, name === null ? "" : prefixOf(ofCluster))),
      })),
    worst: [],
    others: 0,
  };
}

function toSquares(host: MapHost, prefix = ""): HostSquares {
  const isSilent = host.freshness === "stale" || host.freshness === "missing";
  const paths: HostSquares["paths"] = [];
  let at = 0;
  for (const health of HEALTH_ORDER) {
    const count = host.health[health];
    if (count === 0) continue;
    let d = "";
    for (const end = at + count; at < end; at += 1)
      d += `M${at % COLUMNS} ${Math.floor(at / COLUMNS)}${SQUARE}`;
    paths.push({ health, d });
  }
  return {
    id: host.id,
    name: host.name,
    short: host.name.slice(prefix.length),
    isInCluster: host.cluster !== null,
    freshness: host.freshness,
    isSilent,
    hasCritical: host.health.critical > 0,
    columns: COLUMNS,
    rows: Math.max(1, Math.ceil(at / COLUMNS)),
    paths,
    spoken: spokenOf(host),
  };
}

/** `HV-` of HV-NUE-01 and HV-NUE-02. */
function prefixOf(hosts: readonly MapHost[]): string {
  const [prefix = ""] = /^[^-]+-(?=.*-)/.exec(hosts[0]?.name ?? "") ?? [];
  return hosts.length > 1 &&
    hosts.every(({ name }) => name.startsWith(prefix) && name.slice(prefix.length).includes("-"))
    ? prefix
    : "";
}

function spokenOf(host: MapHost): string {
  const parts = HEALTH_ORDER.filter((health) => host.health[health] > 0).map(
    (health) => `${host.health[health]} ${health}`,
  );
  const freshness = host.freshness === "fresh" ? "" : `, ${host.freshness}`;
  return `${host.name}${freshness}: ${formatPlural(host.vms, "VM")}${parts.length > 0 ? `, ${parts.join(", ")}` : ""}`;
}

function byWeight(a: MapHost, b: MapHost): number {
  return (
    b.health.critical - a.health.critical ||
    b.health.warning - a.health.warning ||
    b.health.unknown - a.health.unknown
  );
}

function compareNames(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
