import { judgeHostNetwork, type HostNetworkJudgement } from "@/lib/domain/network/host/judge-host-network.ts";
import type { NetworkScene } from "@/lib/domain/network/path.ts";
import type { JudgedPlacedVm } from "./apply-vms.ts";

/** The host's own side of the network, by the VMs that the report listed; others that it left out may ask for more. */
export function judgeHostNetworkOf(
  network: NetworkScene,
  vms: readonly JudgedPlacedVm[],
  isVmListComplete: boolean,
): HostNetworkJudgement {
  return judgeHostNetwork({
    network,
    vms: vms.map(({ facts, network: judged }) => ({ vm: facts(), ...judged() })),
    isVmListComplete,
  });
}
