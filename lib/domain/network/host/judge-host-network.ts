import type { HostTechnology } from "../../words.ts";
import type { DescribedLadder, LeanLadder } from "../ladder.ts";
import { climbAll } from "./climb.ts";
import { type IdleCapacity, idleCapacity } from "./idle-capacity.ts";
import { type HostNetworkInput, prepareHostScene } from "./prepare-host-scene.ts";
import type { HostOutcome } from "./rules/cause.ts";
import { hostRss, hostVmmq, hostVmq } from "./rules/host-adapters.ts";
import { hostRdma } from "./rules/host-rdma.ts";
import { hostSmbDirect, hostSmbMultichannel } from "./rules/host-smb.ts";
import { hostSriov } from "./rules/host-sr-iov.ts";
import { lbfoUnderSwitch } from "./rules/lbfo-under-switch.ts";
import { setMismatch } from "./rules/set-mismatch.ts";

export interface HostNetworkJudgement {
  ladders: LeanLadder<HostTechnology>[];
  /** One for each rule about a host's network, including those that do not apply. */
  outcomes: HostOutcome[];
  idle: IdleCapacity;
}

/** What a host's own adapters, switches and SMB support and use, and what it denies its VMs. */
export function judgeHostNetwork(input: HostNetworkInput): HostNetworkJudgement {
  const host = prepareHostScene(input);
  const climbed = climbAll(host);
  const ladders = climbed.map(({ lean }) => lean);
  return {
    ladders,
    idle: idleCapacity(host, ladders),
    outcomes: [
      hostSriov(host),
      hostRdma(host, climbed),
      hostRss(host, climbed),
      hostVmq(host, climbed),
      hostVmmq(host, climbed),
      hostSmbDirect(host, climbed),
      hostSmbMultichannel(host, climbed),
      lbfoUnderSwitch(host),
      setMismatch(host),
    ],
  };
}

/** The same ladders with every rung in text, for the page of one host. */
export function describeHostNetwork(input: HostNetworkInput): DescribedLadder<HostTechnology>[] {
  return climbAll(prepareHostScene(input)).map(({ describe }) => describe());
}
