import { enableGlobalRss, enableRss } from "../../remedies/host-network.ts";
import { allOf, holds, isAtLeast, type LadderDefinition } from "../ladder.ts";
import { isEnabled } from "./enabled-word.ts";
import { brokenByDefault, type HostRung, idOfAdapter } from "./host-rung.ts";
import type { AdapterScene } from "./host-scene.ts";

const LEAST_SPEED_BITS_PER_SECOND = 1_000_000_000;

const RUNGS: readonly HostRung<AdapterScene>[] = [
  {
    key: "adapter-stack",
    title: "The adapter is bound to TCP/IP, not to a virtual switch",
    breaks: "capability",
    check: ({ stack }) => (stack === null ? "unknown" : "pass"),
    evidence: ({ adapter }) => [
      { name: "bindings.vms_pp", value: adapter.bindings?.vms_pp ?? null },
      { name: "bindings.ms_tcpip", value: adapter.bindings?.ms_tcpip ?? null },
    ],
    remedy: () => null,
  },
  {
    key: "adapter-rss-supported",
    title: "The adapter supports RSS",
    breaks: "capability",
    check: ({ adapter }) => holds(adapter.rss?.listed ?? null),
    evidence: ({ adapter }) => [{ name: "rss.listed", value: adapter.rss?.listed ?? null }],
    remedy: () => null,
  },
  {
    key: "host-rss-enabled",
    title: "RSS is enabled for the host",
    breaks: "setting",
    check: ({ host }) => isEnabled(host.network.host.offload?.receiveSideScaling ?? null),
    evidence: ({ host }) => [
      { name: "offload.receiveSideScaling", value: host.network.host.offload?.receiveSideScaling ?? null },
    ],
    remedy: enableGlobalRss,
  },
  {
    key: "adapter-rss-enabled",
    title: "RSS is enabled on the adapter",
    breaks: "setting",
    check: ({ adapter: { rss } }) => (rss?.listed === false ? "not-applicable" : holds(rss?.enabled ?? null)),
    evidence: ({ adapter }) => [{ name: "rss.enabled", value: adapter.rss?.enabled ?? null }],
    remedy: ({ adapter }) => enableRss(adapter),
  },
  {
    key: "adapter-rss-queues",
    title: "More than one receive queue and more than one processor are available",
    breaks: "capability",
    check: ({ adapter: { rss } }) => {
      if (rss?.listed === false) return "not-applicable";
      return allOf([
        isAtLeast(rss?.numberOfReceiveQueues ?? null, 2),
        isAtLeast(rss?.maxProcessors ?? null, 2),
      ]);
    },
    evidence: ({ adapter: { rss } }) => [
      { name: "rss.numberOfReceiveQueues", value: rss?.numberOfReceiveQueues ?? null },
      { name: "rss.maxProcessors", value: rss?.maxProcessors ?? null },
      { name: "rss.profile", value: rss?.profile ?? null },
    ],
    remedy: () => null,
  },
  {
    key: "adapter-rss-link-speed",
    title: "The link speed is 1 Gbps or more",
    breaks: "capability",
    check: ({ adapter }) => isAtLeast(adapter.linkSpeedBitsPerSecond, LEAST_SPEED_BITS_PER_SECOND),
    evidence: ({ adapter }) => [
      { name: "linkSpeedBitsPerSecond", value: adapter.linkSpeedBitsPerSecond },
      { name: "limitBitsPerSecond", value: LEAST_SPEED_BITS_PER_SECOND },
    ],
    remedy: () => null,
  },
];

/** Receive side scaling of the adapters that feed TCP/IP: active if every rung holds. */
export const rssLadder: LadderDefinition<AdapterScene, "rss", HostRung<AdapterScene>> = {
  technology: "rss",
  rungs: RUNGS,
  adapterOf: idOfAdapter,
  settled: ({ stack, isUp }) => (!isUp || stack === "switch" ? "not-applicable" : null),
  whenBroken: brokenByDefault,
  whenWhole: (_scene, isSomeUnknown) => (isSomeUnknown ? "unknown" : "active"),
};
