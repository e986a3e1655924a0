import type { HostVmRow } from "@/lib/data/read/vms.ts";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { defaultPolicy } from "@/lib/domain/default-policy.ts";
import { describeHostNetwork } from "@/lib/domain/network/host/judge-host-network.ts";
import { wiringOf } from "@/lib/domain/network/host/wiring.ts";
import { networkScene } from "@/lib/domain/network/path.ts";
import { judgeVmNetwork } from "@/lib/domain/network/vm/judge-vm-network.ts";
import { vmScene } from "@/lib/domain/vm/vm-scene.ts";
import type { StoredHostFacts } from "./host-rows.ts";

type Ladder = HostView["acceleration"][number];

export type HostDescription = Pick<HostView, "acceleration" | "wiring">;

/**
 * Every rung of the host's own technologies and its network topology, computed from the stored facts of the host and its
 * VMs; `vms` is `null` if they have never been read.
 */
export function describeHost(host: StoredHostFacts, vms: readonly HostVmRow[] | null): HostDescription {
  const network = networkScene(host);
  const networks =
    vms?.map(({ facts, memory, placement, role, lastReportedAt }) => {
      const input = {
        vm: facts,
        host: host.host,
        memory,
        placement,
        newestCommonVmVersion: null,
        knownRole: role,
        policy: defaultPolicy,
        observedAt: lastReportedAt,
      };
      return { vm: facts, ...judgeVmNetwork(vmScene(input, memory), network) };
    }) ?? null;
  return {
    acceleration: describeHostNetwork({ network, vms: networks }),
    wiring: wiringOf(network, networks),
  };
}

/** The last verdicts stay readable as history: while the host is silent, none of them is current. */
export function ladderAsPast(ladder: Ladder): Ladder {
  return {
    ...ladder,
    status: "unknown",
    brokenRung: null,
    rungs: ladder.rungs.map((rung) => ({ ...rung, status: "unknown", remedy: null })),
  };
}

/** The topology stays valid while the host is silent, but what it carries is unknown. */
export function wiringAsPast({ adapters, switches }: HostView["wiring"]): HostView["wiring"] {
  return {
    adapters,
    switches:
      switches?.map((each) => ({ ...each, use: each.use && { ...each.use, technologies: {} } })) ?? null,
  };
}
