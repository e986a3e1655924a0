import { enableHostAdapterRdma } from "../../remedies/host-network.ts";
import { rdmaEnabled, rdmaSupported } from "../adapter-rungs.ts";
import { holds, type LadderDefinition, type RungDefinition } from "../ladder.ts";
import { askMembers } from "../path.ts";
import { notOnLbfo } from "../switch-rungs.ts";
import type { PhysicalAdapterFacts } from "../../facts.ts";
import { hostBuildRung, type HostRung } from "./host-rung.ts";
import type { HostAdapterScene, RdmaEnd } from "./host-scene.ts";
import { hasSession, isAskedFor } from "./rdma-asked-for.ts";
import { linkEvidence, smbInterfaceRung, technologyRung } from "./rdma-rungs.ts";
import { isSwitchedOffAndWanted } from "./rdma-switched-off.ts";
import { anyOf, both } from "./three-valued.ts";

const RUNGS: readonly HostRung<HostAdapterScene>[] = [
  hostBuildRung(14393, "Windows Server 2016"),
  {
    key: "adapter-link",
    title: "An adapter under the switch has its link up",
    breaks: "capability",
    check: ({ path }) => {
      if (path === null || path.upMembers.length === 0) return "unknown";
      return path.upMembers.some(({ status }) => status === "Up") ? "pass" : "not-applicable";
    },
    evidence: ({ path }) =>
      path === null || path.members.length === 0
        ? [{ name: "adapter", value: null }]
        : path.members.flatMap(({ name, status, linkSpeedBitsPerSecond }) => [
            { name: "adapter", value: name },
            ...linkEvidence(status, linkSpeedBitsPerSecond),
          ]),
    remedy: () => null,
  },
  {
    key: notOnLbfo.key,
    title: notOnLbfo.title,
    breaks: "setting",
    check: ({ path }) => (path === null ? "unknown" : notOnLbfo.check(path)),
    evidence: ({ path }) =>
      path === null ? [{ name: "switch.name", value: null }] : notOnLbfo.evidence(path),
    remedy: ({ path }) => (path === null ? null : notOnLbfo.remedy(path)),
  },
  ofMembers(rdmaSupported, "capability"),
  ofMembers(rdmaEnabled, "setting"),
  {
    key: "host-adapter-rdma-enabled",
    title: "RDMA is enabled on the host adapter",
    breaks: "setting",
    check: ({ adapter: { rdma } }) => (rdma?.listed === false ? "fail" : holds(rdma?.enabled ?? null)),
    evidence: ({ adapter: { rdma } }) => [
      { name: "rdma.listed", value: rdma?.listed ?? null },
      { name: "rdma.enabled", value: rdma?.enabled ?? null },
    ],
    remedy: ({ adapter }) => enableHostAdapterRdma(adapter.interfaceIndex),
  },
  {
    key: "host-adapter-tag",
    title: "Its frames carry a priority tag, and it is mapped to one adapter of the team",
    breaks: "setting",
    // Recommended for a lossless traffic class; RDMA works without it, so it breaks nothing.
    check: ({ adapter: { ieeePriorityTag } }) => (ieeePriorityTag === "On" ? "pass" : "not-applicable"),
    evidence: ({ adapter }) => [
      { name: "ieeePriorityTag", value: adapter.ieeePriorityTag },
      { name: "vlanId", value: adapter.vlanId },
      { name: "teamMappedAdapter", value: adapter.teamMappedAdapter },
    ],
    remedy: () => null,
  },
  smbInterfaceRung(),
  technologyRung(technologiesOf),
];

/** RDMA of the management OS over a virtual switch: the adapters under it and the host adapter must all have it. */
export const hostAdapterRdmaLadder: LadderDefinition<HostAdapterScene, "rdma", HostRung<HostAdapterScene>> = {
  technology: "rdma",
  rungs: RUNGS,
  adapterOf: ({ adapter }) => ({ id: adapter.name, name: adapter.name }),
  settled({ host, adapter, path }) {
    if (host.network.isNested || path?.uplink === "none") return "not-applicable";
    return hasSession(adapter.interfaceIndex, host) ? "active" : null;
  },
  whenBroken: (scene) =>
    isAskedFor(endOfHostAdapter(scene), scene.host) === true || isSwitchedOffAndWanted(scene) === true
      ? "configured"
      : "blocked",
  whenWhole: (scene, isSomeUnknown) =>
    !isSomeUnknown && isAskedFor(endOfHostAdapter(scene), scene.host) === false ? "ready" : "unknown",
};

export function endOfHostAdapter(scene: HostAdapterScene): Omit<RdmaEnd, "standing"> {
  const { adapter, path } = scene;
  const canMembers =
    path === null || path.upMembers.length === 0
      ? null
      : anyOf(path.upMembers, ({ rdma }) => rdma?.listed ?? null);
  return {
    id: adapter.name,
    name: adapter.name,
    interfaceIndex: adapter.interfaceIndex,
    canRdma: both(adapter.rdma?.listed ?? null, canMembers),
    isEnabled: adapter.rdma?.listed === false ? false : (adapter.rdma?.enabled ?? null),
    feedsTcpIp: true,
    technologies: technologiesOf(scene),
  };
}

/** An adapter without RDMA has no technology, which is not the same as an unread one. */
function technologiesOf({ path }: HostAdapterScene): (number | null)[] {
  const able = path?.upMembers.filter(({ rdma }) => rdma?.listed !== false) ?? [];
  return able.map(({ rdma }) => rdma?.technology ?? null);
}

/** A rung that holds if it holds for every adapter under the switch that is up. */
function ofMembers(
  rung: RungDefinition<PhysicalAdapterFacts>,
  breaks: HostRung<HostAdapterScene>["breaks"],
): HostRung<HostAdapterScene> {
  const ask = ({ path }: HostAdapterScene) => (path === null ? null : askMembers(path, rung.check));
  return {
    key: rung.key,
    title: rung.title,
    breaks,
    check: (scene) => ask(scene)?.status ?? "unknown",
    evidence(scene) {
      const member = ask(scene)?.member ?? scene.path?.upMembers[0];
      return member
        ? [{ name: "adapter", value: member.name }, ...rung.evidence(member)]
        : [{ name: "adapter", value: null }];
    },
    remedy(scene) {
      const member = ask(scene)?.member;
      return member ? rung.remedy(member) : null;
    },
  };
}
