import { rdmaEnabled, rdmaSupported } from "../adapter-rungs.ts";
import { allOf } from "../ladder.ts";
import { askMembers, type SwitchPath } from "../path.ts";
import type { HostAdapterScene, HostScene } from "./host-scene.ts";
import { anyOf, both, either, not } from "./three-valued.ts";

/**
 * RDMA-capable adapters are under a switch whose host adapters all have it disabled, and one of those is used as RDMA
 * would be: by a connection, or by live migration if nothing else on the host could carry it over RDMA.
 */
export function isSwitchedOffAndWanted(scene: HostAdapterScene): boolean | null {
  const { path, host } = scene;
  const onSwitch = path === null ? [scene] : host.hostAdapters.filter((each) => each.path === path);
  const isAnyOn = anyOf(onSwitch, ({ adapter }) => isOn(adapter));
  if (isAnyOn === true) return false;
  const isUsed = anyOf(onSwitch, ({ adapter }) => host.smb.isUsedBy(adapter.interfaceIndex));
  const isLeftToMoves = both(host.smb.isLiveMigrationOverSmb, not(doesAnyEndHold(host)));
  return both(both(hasIdleRdma(path), not(isAnyOn)), either(isUsed, isLeftToMoves));
}

/** Whether any adapter of the host could carry RDMA as configured. */
export function doesAnyEndHold({ rdmaEnds, network }: HostScene): boolean | null {
  const any = anyOf(rdmaEnds, ({ standing }) => (standing === "unknown" ? null : standing === "pass"));
  const isAllRead =
    network.physicalAdapters !== null && network.hostAdapters !== null && network.switches !== null;
  return any === false && !isAllRead ? null : any;
}

function hasIdleRdma(path: SwitchPath | null): boolean | null {
  if (path === null) return null;
  const questions = [rdmaSupported.check, rdmaEnabled.check];
  const status = allOf(questions.map((question) => askMembers(path, question).status));
  return status === "unknown" ? null : status === "pass";
}

function isOn({ rdma }: HostAdapterScene["adapter"]): boolean | null {
  return rdma?.listed === false ? false : (rdma?.enabled ?? null);
}
