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

/** One evaluated ladder of the host; its text is created only for display. */
export interface ClimbedLadder {
  lean: LeanLadder<HostTechnology>;
  describe: () => DescribedLadder<HostTechnology>;
}

/** A ladder of the host and the kind of adapter it belongs to. */
export interface HostLadderWords {
  technology: HostTechnology;
  of: "adapter" | "host adapter" | "host";
  rungs: readonly Pick<HostRung<never>, "key" | "title" | "breaks" | "isGuests">[];
}

/** Every kind of ladder in the order of the product's list of technologies. */
export const HOST_LADDERS: readonly HostLadderWords[] = [
  { technology: "sr-iov", of: "adapter", rungs: sriovLadder.rungs },
  { technology: "rdma", of: "adapter", rungs: adapterRdmaLadder.rungs },
  { technology: "rdma", of: "host adapter", rungs: hostAdapterRdmaLadder.rungs },
  { technology: "rss", of: "adapter", rungs: rssLadder.rungs },
  { technology: "vmq", of: "adapter", rungs: vmqLadder.rungs },
  { technology: "vmmq", of: "adapter", rungs: vmmqLadder.rungs },
  { technology: "smb-direct", of: "host", rungs: smbDirectLadder.rungs },
  { technology: "smb-multichannel", of: "host", rungs: smbMultichannelLadder.rungs },
];

/** Every ladder of a host: per adapter in the order of the report, then those of the host as a whole. */
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
