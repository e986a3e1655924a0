import { rdmaEnabled, rdmaSupported } from "../adapter-rungs.ts";
import { allOf } from "../ladder.ts";
import { askMembers, type SwitchPath } from "../path.ts";
import type { HostAdapterScene, HostScene } from "./host-scene.ts";
import { anyOf } from "./three-valued.ts";

/**
 * Adapters that can do RDMA lie under a switch whose host adapters all have it off, and one of those is used as RDMA
 * would be: by a connection, or by the moves of VMs where nothing else on the host could carry them over RDMA.
 */
export function isSwitchedOffAndWanted({ path, host }: Pick<HostAdapterScene, "path" | "host">): boolean {
  if (path === null || !hasIdleRdma(path)) return false;
  const onSwitch = host.hostAdapters.filter((each) => each.path === path);
  if (!onSwitch.every(isOff)) return false;
  if (onSwitch.some(({ adapter }) => host.smb.isUsedBy(adapter.interfaceIndex) === true)) return true;
  return host.smb.isLiveMigrationOverSmb === true && doesAnyEndHold(host) === false;
}

/** Whether any adapter of the host could carry RDMA as it stands. */
export function doesAnyEndHold({ rdmaEnds, network }: HostScene): boolean | null {
  const any = anyOf(rdmaEnds, ({ standing }) => (standing === "unknown" ? null : standing === "pass"));
  const isAllRead =
    network.physicalAdapters !== null && network.hostAdapters !== null && network.switches !== null;
  return any === false && !isAllRead ? null : any;
}

function hasIdleRdma(path: SwitchPath): boolean {
  const questions = [rdmaSupported.check, rdmaEnabled.check];
  return allOf(questions.map((question) => askMembers(path, question).status)) === "pass";
}

function isOff({ adapter: { rdma } }: HostAdapterScene): boolean {
  return rdma?.listed === false || rdma?.enabled === false;
}
