import { isReporting } from "@/lib/domain/freshness.ts";
import { HOST_TECHNOLOGIES, type HostTechnology } from "@/lib/domain/words.ts";
import type { FleetHost } from "./fleet-directory.ts";

export interface TechnologyDrift {
  cluster: string;
  technology: HostTechnology;
  able: FleetHost[];
  others: FleetHost[];
}

/** Technologies that only some nodes of a cluster have. Silent hosts and hosts with unknown status are excluded. */
export function technologyDrift(hosts: readonly FleetHost[]): TechnologyDrift[] {
  return [...groupByCluster(hosts)].flatMap(([cluster, nodes]) =>
    HOST_TECHNOLOGIES.flatMap((technology) => {
      const withWord = (...words: readonly string[]) =>
        nodes.filter(({ counts }) => {
          const status = counts.network?.acceleration[technology];
          return status !== undefined && words.includes(status);
        });
      const able = withWord("active", "ready");
      const others = withWord("blocked", "configured");
      return able.length === 0 || others.length === 0 ? [] : [{ cluster, technology, able, others }];
    }),
  );
}

/** The technologies in which each host differs from its cluster. */
export function apartByHost(hosts: readonly FleetHost[]): Map<string, HostTechnology[]> {
  const apart = new Map<string, HostTechnology[]>();
  for (const { technology, others } of technologyDrift(hosts))
    for (const { id } of others) apart.set(id, [...(apart.get(id) ?? []), technology]);
  return apart;
}

function groupByCluster(hosts: readonly FleetHost[]): Map<string, FleetHost[]> {
  const clusters = new Map<string, FleetHost[]>();
  for (const host of hosts) {
    if (host.cluster === null || !isReporting(host.freshness)) continue;
    const nodes = clusters.get(host.cluster);
    if (nodes) nodes.push(host);
    else clusters.set(host.cluster, [host]);
  }
  return clusters;
}
