import { vmmqKeyword, vmmqSupported } from "../adapter-rungs.ts";
import type { LadderDefinition } from "../ladder.ts";
import { notOnLbfo } from "../switch-rungs.ts";
import {
  brokenByDefault,
  hostBuildRung,
  type HostRung,
  idOfAdapter,
  ofAdapter,
  ofSwitch,
  settledUnderSwitch,
} from "./host-rung.ts";
import type { AdapterScene } from "./host-scene.ts";
import { hasQueues, VMQ_RUNGS } from "./vmq-ladder.ts";

/** Where the adapter has given out a queue, whatever is said of queues holds: it is VMQ's, which is at work. */
const QUEUE_RUNGS = VMQ_RUNGS.map((rung): HostRung<AdapterScene> => {
  return { ...rung, check: (scene) => (hasQueues(scene) ? "pass" : rung.check(scene)) };
});

/** Several queues for one VM. Under an LBFO team there are none, whatever the adapter can do. */
export const vmmqLadder: LadderDefinition<AdapterScene, "vmmq", HostRung<AdapterScene>> = {
  technology: "vmmq",
  rungs: [
    hostBuildRung(14393, "Windows Server 2016"),
    ofAdapter(vmmqSupported, "capability"),
    ofAdapter(vmmqKeyword, "setting"),
    ...QUEUE_RUNGS,
    ofSwitch(notOnLbfo, "setting"),
  ],
  adapterOf: idOfAdapter,
  settled: (scene) => settledUnderSwitch(scene, hasVmmq(scene)),
  whenBroken: brokenByDefault,
  whenWhole: (_scene, isSomeUnknown) => (isSomeUnknown ? "unknown" : "ready"),
};

/** Which member carries a VM's queues is in no report, so they speak for every one. */
function hasVmmq({ host, path }: AdapterScene): boolean {
  return path !== null && host.switchUses.get(path.facts.id)?.hasVmmq === true;
}
