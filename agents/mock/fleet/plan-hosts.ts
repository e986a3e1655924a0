import { createHash } from "node:crypto";
import { Random } from "../random.ts";
import type { Estate, HostGroup } from "./estate.ts";
import { HARDWARE } from "./hardware.ts";
import type { ClusterPlan, HostPlan } from "./host-plan.ts";
import { HOST_SYSTEMS } from "./host-systems.ts";
import { SITES } from "./sites.ts";
import { UPLINKS } from "./uplinks.ts";

/** The contract allows at most 1,024 VMs per host; moved VMs and replicas need some room. */
const MAX_VMS_PER_HOST = 1000;

interface Seat {
  group: HostGroup;
  place: number;
  name: string;
  cluster: ClusterPlan | null;
}

/** Assigns hosts group by group, and starts again with the first group until there are enough. */
function seatHosts(estate: Estate, hostCount: number): Seat[] {
  const seats: Seat[] = [];
  const numberBySite = new Map<string, number>();
  for (let round = 0; seats.length < hostCount; round++) {
    for (const group of estate) {
      const size = Math.min(group.hosts, hostCount - seats.length);
      if (size === 0) break;
      const names = Array.from({ length: size }, (_, place) => {
        const given = group.names?.[place];
        if (given !== undefined) return round === 0 ? given : `${given}-${round + 1}`;
        const number = (numberBySite.get(group.site) ?? 0) + 1;
        numberBySite.set(group.site, number);
        return `HV-${group.site}-${String(number).padStart(2, "0")}`;
      });
      const cluster = group.cluster && {
        name: round === 0 ? group.cluster : `${group.cluster}-${round + 1}`,
        hosts: names.map((_, place) => seats.length + place),
        nodes: names,
      };
      const odd = round === 0 ? group : { ...group, traits: {} };
      seats.push(...names.map((name, place) => ({ group: odd, place, name, cluster: cluster || null })));
    }
  }
  return seats;
}

/** Distributes the VMs by weight, so that the sum is exact and every host that can have VMs has at least one. */
function shareVms(seats: readonly Seat[], total: number): number[] {
  const weights = seats.map(({ group, place }) =>
    group.traits?.[place]?.withoutRights ? 0 : (group.weight ?? 1),
  );
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights;
  let given = 0;
  let reached = 0;
  return weights.map((weight) => {
    reached += weight;
    const until = Math.round((total * reached) / sum);
    const count = Math.min(MAX_VMS_PER_HOST, until - given);
    given = until;
    return count;
  });
}

/** Plans the hosts of a fleet: the same seed produces the same hosts. */
export function planHosts(
  estate: Estate,
  { seed, hosts, vmsPerHost }: { seed: string; hosts: number; vmsPerHost: number },
): HostPlan[] {
  const seats = seatHosts(estate, hosts);
  const counts = shareVms(seats, hosts * vmsPerHost);
  const hostsBySite = new Map<string, number>();
  const ordinals = seats.map(({ group }) => {
    const ordinal = hostsBySite.get(group.site) ?? 0;
    hostsBySite.set(group.site, ordinal + 1);
    return ordinal;
  });

  const replicatedSlots = new Map<number, number>();
  for (const { group, place } of seats) {
    const replicates = group.traits?.[place]?.replicates;
    if (replicates) replicatedSlots.set(replicates.host, replicates.vms);
  }

  return seats.map(({ group, place, name, cluster }, index) => {
    const hostSeed = `${seed}/host/${index}`;
    const random = new Random(hostSeed);
    const site = SITES[group.site];
    return {
      index,
      seed: hostSeed,
      name,
      fqdn: `${name.toLowerCase()}.${site.domain}`,
      site,
      language: group.language ?? "en",
      cluster,
      system: HOST_SYSTEMS[group.variants?.[place]?.system ?? group.system],
      hardware: HARDWARE[group.hardware],
      uplink: UPLINKS[group.variants?.[place]?.uplink ?? group.uplink],
      workload: group.workload,
      mix: group.mix,
      traits: group.traits?.[place] ?? {},
      vmCount: counts[index] ?? 0,
      replicatedSlots: replicatedSlots.get(index) ?? 0,
      siteOrdinal: ordinals[index] ?? 0,
      siteHosts: hostsBySite.get(group.site) ?? 1,
      machineId: createHash("sha256").update(`machine ${hostSeed}`).digest("hex"),
      instanceId: random.guid(),
      bootedDaysAgo: random.int(6, 75),
    };
  });
}
