import { vmqEnabled, vmqLinkSpeed, vmqSupported } from "../adapter-rungs.ts";
import type { LadderDefinition } from "../ladder.ts";
import { onExternalSwitch, queuesLeft } from "../switch-rungs.ts";
import {
  brokenByDefault,
  type HostRung,
  idOfAdapter,
  isUsedByVms,
  ofAdapter,
  ofSwitch,
  settledUnderSwitch,
} from "./host-rung.ts";
import type { AdapterScene } from "./host-scene.ts";

export const VMQ_RUNGS: readonly HostRung<AdapterScene>[] = [
  ofSwitch(onExternalSwitch, "capability"),
  ofAdapter(vmqSupported, "capability"),
  ofAdapter(vmqEnabled, "setting"),
  ofAdapter(vmqLinkSpeed, "capability"),
  ofSwitch(queuesLeft, "setting"),
];

/** The adapter has allocated a queue to a VM. */
export function hasQueues(scene: AdapterScene): boolean {
  const { vmq } = scene.adapter;
  return isUsedByVms(scene, "vmq", { listed: vmq?.listed ?? null, count: vmq?.allocatedQueues ?? null });
}

/** Queues of an adapter for the VMs of its switch. */
export const vmqLadder: LadderDefinition<AdapterScene, "vmq", HostRung<AdapterScene>> = {
  technology: "vmq",
  rungs: VMQ_RUNGS,
  adapterOf: idOfAdapter,
  settled: (scene) => settledUnderSwitch(scene, hasQueues(scene)),
  whenBroken: brokenByDefault,
  whenWhole: (_scene, isSomeUnknown) => (isSomeUnknown ? "unknown" : "ready"),
};
