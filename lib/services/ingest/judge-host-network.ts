import { judgeHostNetwork, type HostNetworkJudgement } from "@/lib/domain/network/host/judge-host-network.ts";
import type { NetworkScene } from "@/lib/domain/network/path.ts";
import type { PlacedVmHere } from "./apply-vms.ts";

/** The host side of the network, evaluated with the VMs listed in the report; missing VMs may request more. */
export function judgeHostNetworkOf(
  network: NetworkScene,
  vms: readonly PlacedVmHere[],
  isVmListComplete: boolean,
): HostNetworkJudgement {
  return judgeHostNetwork({
    network,
    vms: vms.map(({ facts, network: judged }) => ({ vm: facts(), ...judged() })),
    isVmListComplete,
  });
}
