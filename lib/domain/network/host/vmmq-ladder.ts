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

/** If the adapter has allocated a queue, every rung about queues holds: they belong to VMQ, which is active. */
const QUEUE_RUNGS = VMQ_RUNGS.map((rung): HostRung<AdapterScene> => {
  return { ...rung, check: (scene) => (hasQueues(scene) ? "pass" : rung.check(scene)) };
});

/** Several queues for one VM. Under an LBFO team there are none, regardless of the adapter's capabilities. */
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

/** No report shows which member carries a VM's queues, so they count for every member. */
function hasVmmq({ host, path }: AdapterScene): boolean {
  return path !== null && host.switchUses.get(path.facts.id)?.active.has("vmmq") === true;
}
