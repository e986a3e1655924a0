import type { HostVmRow } from "@/lib/data/read/vms.ts";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { defaultPolicy } from "@/lib/domain/default-policy.ts";
import { describeHostNetwork } from "@/lib/domain/network/host/judge-host-network.ts";
import { networkScene } from "@/lib/domain/network/path.ts";
import { judgeVmNetwork } from "@/lib/domain/network/vm/judge-vm-network.ts";
import { vmScene } from "@/lib/domain/vm/vm-scene.ts";
import type { StoredHostFacts } from "./host-rows.ts";

type Ladder = HostView["acceleration"][number];

/** Every rung of the host's own technologies, made anew from the facts of the host and its VMs as stored. */
export function describeHost(host: StoredHostFacts, vms: readonly HostVmRow[]): Ladder[] {
  const network = networkScene(host);
  return describeHostNetwork({
    network,
    vms: vms.map(({ facts, memory, placement, role, lastReportedAt }) => {
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
    }),
  });
}

/** What was judged last stays readable, as the past: no verdict stands while the host is silent. */
export function ladderAsPast(ladder: Ladder): Ladder {
  return {
    ...ladder,
    status: "unknown",
    brokenRung: null,
    rungs: ladder.rungs.map((rung) => ({ ...rung, status: "unknown", remedy: null })),
  };
}
