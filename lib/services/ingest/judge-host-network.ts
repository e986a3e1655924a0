import { judgeHostNetwork, type HostNetworkJudgement } from "@/lib/domain/network/host/judge-host-network.ts";
import type { NetworkScene } from "@/lib/domain/network/path.ts";
import type { JudgedPlacedVm } from "./apply-vms.ts";

/** The host's own side of the network; `vms` is `null` where the report could not read them. */
export function judgeHostNetworkOf(
  network: NetworkScene,
  vms: readonly JudgedPlacedVm[] | null,
): HostNetworkJudgement {
  return judgeHostNetwork({
    network,
    vms: vms && vms.map(({ facts, network: judged }) => ({ vm: facts, ...judged() })),
  });
}
