import { vmmqKeyword } from "../adapter-rungs.ts";
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
import { VMQ_RUNGS } from "./vmq-ladder.ts";

/** Several queues for one VM. Under an LBFO team there are none, whatever the adapter can do. */
export const vmmqLadder: LadderDefinition<AdapterScene, "vmmq", HostRung<AdapterScene>> = {
  technology: "vmmq",
  rungs: [
    hostBuildRung(14393, "Windows Server 2016"),
    ofAdapter(vmmqKeyword, "setting"),
    ...VMQ_RUNGS,
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
