import { sriovEnabled, sriovSupported } from "../adapter-rungs.ts";
import type { LadderDefinition } from "../ladder.ts";
import {
  functionsLeft,
  inIovMode,
  noForwardingExtension,
  notOnLbfo,
  platformSupportsIov,
} from "../switch-rungs.ts";
import {
  hostBuildRung,
  type HostRung,
  idOfAdapter,
  isUsedByVms,
  ofAdapter,
  ofSwitch,
  settledUnderSwitch,
} from "./host-rung.ts";
import type { AdapterScene } from "./host-scene.ts";

/** Virtual functions of an adapter for the VMs of its switch. */
export const sriovLadder: LadderDefinition<AdapterScene, "sr-iov", HostRung<AdapterScene>> = {
  technology: "sr-iov",
  rungs: [
    hostBuildRung(9200, "Windows Server 2012"),
    {
      key: platformSupportsIov.key,
      title: platformSupportsIov.title,
      breaks: "capability",
      check: ({ host }) => platformSupportsIov.check(host.network.host),
      evidence: ({ host }) => platformSupportsIov.evidence(host.network.host),
      remedy: ({ host }) => platformSupportsIov.remedy(host.network.host),
    },
    ofAdapter(sriovSupported, "capability"),
    ofAdapter(sriovEnabled, "setting"),
    ofSwitch(notOnLbfo, "setting"),
    ofSwitch(inIovMode, "setting"),
    ofSwitch(functionsLeft, "setting"),
    ofSwitch(noForwardingExtension, "setting"),
  ],
  adapterOf: idOfAdapter,
  settled: (scene) => settledUnderSwitch(scene, hasFunctions(scene)),
  whenBroken: (scene) => (isAskedFor(scene) ? "configured" : "blocked"),
  whenWhole: (_scene, isSomeUnknown) => (isSomeUnknown ? "unknown" : "ready"),
};

function hasFunctions(scene: AdapterScene): boolean {
  const { sriov } = scene.adapter;
  return isUsedByVms(scene, "sr-iov", {
    listed: sriov?.listed ?? null,
    count: sriov?.numAllocatedVFs ?? null,
  });
}

/** By the weight of a running VM; a switch that was created for SR-IOV is not a request. */
function isAskedFor({ host, path }: AdapterScene): boolean {
  const use = path && host.switchUses.get(path.facts.id);
  return use?.asking.some(({ adapter }) => (adapter.iovWeight ?? 0) > 0) ?? false;
}
