import { judgeHostNetwork, type HostNetworkJudgement } from "@/lib/domain/network/host/judge-host-network.ts";
import type { NetworkScene } from "@/lib/domain/network/path.ts";
import type { JudgedPlacedVm } from "./apply-vms.ts";

/** The host side of the network, evaluated with the VMs listed in the report; missing VMs may request more. */
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
