import type { HostTechnology } from "../../words.ts";
import {
  type DescribedLadder,
  describeLadder,
  judgeLadder,
  type LadderDefinition,
  type LeanLadder,
} from "../ladder.ts";
import { adapterRdmaLadder } from "./adapter-rdma-ladder.ts";
import { hostAdapterRdmaLadder } from "./host-adapter-rdma-ladder.ts";
import type { HostRung } from "./host-rung.ts";
import type { HostScene } from "./host-scene.ts";
import { rssLadder } from "./rss-ladder.ts";
import { smbDirectLadder } from "./smb-direct-ladder.ts";
import { smbMultichannelLadder } from "./smb-multichannel-ladder.ts";
import { sriovLadder } from "./sr-iov-ladder.ts";
import { vmmqLadder } from "./vmmq-ladder.ts";
import { vmqLadder } from "./vmq-ladder.ts";

/** One ladder of the host that was climbed; its words are made only where somebody looks. */
export interface ClimbedLadder {
  lean: LeanLadder<HostTechnology>;
  describe: () => DescribedLadder<HostTechnology>;
}

/** Every ladder of a host: by adapter in the order of the report, then those of the host as a whole. */
export function climbAll(host: HostScene): ClimbedLadder[] {
  const climbed: ClimbedLadder[] = [];
  for (const scene of host.adapters) {
    climbed.push(climb(sriovLadder, scene));
    if (scene.stack !== "switch") climbed.push(climb(adapterRdmaLadder, scene));
    climbed.push(climb(rssLadder, scene), climb(vmqLadder, scene), climb(vmmqLadder, scene));
  }
  for (const scene of host.hostAdapters) climbed.push(climb(hostAdapterRdmaLadder, scene));
  climbed.push(climb(smbDirectLadder, { host }), climb(smbMultichannelLadder, { host }));
  return climbed;
}

function climb<Scene, Technology extends HostTechnology>(
  ladder: LadderDefinition<Scene, Technology, HostRung<Scene>>,
  scene: Scene,
): ClimbedLadder {
  return { lean: judgeLadder(ladder, scene), describe: () => describeLadder(ladder, scene) };
}
