import type { NetworkView } from "@/lib/contract/api/network.ts";
import {
  ACCELERATION_STATUSES,
  HOST_TECHNOLOGIES,
  VM_TECHNOLOGIES,
  type AccelerationStatus,
  type HostTechnology,
  type VmTechnology,
} from "@/lib/domain/words.ts";
import type { HostCounts } from "./ingest/rollup.ts";

/** All adapters whose ladders have one result: a technology, a status, and the first broken rung. */
export interface LadderSum<Host> {
  side: "vm" | "host";
  technology: VmTechnology | HostTechnology;
  status: AccelerationStatus;
  rung: string | null;
  adapters: number;
  /** Of these adapters, those for which a capability is missing or unread. */
  incapable: number;
  vms: number;
  hosts: { host: Host; vms: number; adapters: number }[];
}

/** Adapters and VMs for each status and broken rung, with their hosts. */
export function sumLadders<Host extends { counts: Pick<HostCounts, "ladders" | "network"> }>(
  hosts: readonly Host[],
): LadderSum<Host>[] {
  const sums = new Map<string, LadderSum<Host>>();
  const add = (side: "vm" | "host", word: string, host: Host, count: HostCounts["ladders"][string]) => {
    const key = `${side} ${word}`;
    let sum = sums.get(key);
    if (!sum) {
      const [first, second, rung = null] = word.split(" ");
      const technology = [...VM_TECHNOLOGIES, ...HOST_TECHNOLOGIES].find((known) => known === first);
      const status = ACCELERATION_STATUSES.find((known) => known === second);
      if (!technology || !status) return;
      sum = { side, technology, status, rung, adapters: 0, incapable: 0, vms: 0, hosts: [] };
      sums.set(key, sum);
    }
    const { adapters, incapable = 0, vms } = count;
    sum.adapters += adapters;
    sum.incapable += incapable;
    sum.vms += vms;
    sum.hosts.push({ host, vms, adapters });
  };
  for (const host of hosts) {
    for (const [word, count] of Object.entries(host.counts.ladders)) add("vm", word, host, count);
    for (const [word, adapters] of Object.entries(host.counts.network?.ladders ?? {}))
      add("host", word, host, { adapters, vms: 0 });
  }
  return [...sums.values()];
}

/** Each step is a part of the one before, so that a technology is lost at exactly one step. */
export function funnelOf(
  technology: VmTechnology,
  sums: readonly LadderSum<unknown>[],
): NetworkView["funnel"][number] {
  const ofTechnology = sums.filter((sum) => sum.side === "vm" && sum.technology === technology);
  const count = (words: readonly AccelerationStatus[], countOf: (sum: LadderSum<unknown>) => number) =>
    ofTechnology.reduce((total, sum) => total + (words.includes(sum.status) ? countOf(sum) : 0), 0);
  const whole = ({ rung, adapters }: LadderSum<unknown>) => (rung === null ? adapters : 0);
  const broken = ({ rung, adapters }: LadderSum<unknown>) => (rung === null ? 0 : adapters);
  const able = ({ adapters, incapable }: LadderSum<unknown>) => adapters - incapable;
  const unable = ({ incapable }: LadderSum<unknown>) => incapable;
  const unableRequests = count(["configured"], unable);
  return {
    technology,
    adapters: count(ACCELERATION_STATUSES, ({ adapters }) => adapters),
    capable: count(["active", "configured", "ready", "blocked"], able),
    enabled: count(["active", "configured", "ready"], whole),
    askedFor: count(["active", "configured"], whole),
    active: count(["active"], whole),
    inVain: count(["configured"], ({ adapters }) => adapters),
    inVainAt: {
      capable: unableRequests,
      enabled: count(["configured"], broken) - unableRequests,
      active: count(["configured"], whole),
    },
  };
}
