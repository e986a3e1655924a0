import { leaveTeam } from "../../remedies/host-network.ts";
import { rdmaEnabled, rdmaSupported } from "../adapter-rungs.ts";
import { holds, type LadderDefinition } from "../ladder.ts";
import { hostBuildRung, type HostRung, idOfAdapter, ofAdapter } from "./host-rung.ts";
import type { AdapterScene, RdmaEnd } from "./host-scene.ts";
import { hasSession, isAskedFor } from "./rdma-asked-for.ts";
import { linkEvidence, smbInterfaceRung, technologyRung } from "./rdma-rungs.ts";

const RUNGS: readonly HostRung<AdapterScene>[] = [
  hostBuildRung(9200, "Windows Server 2012"),
  {
    key: "adapter-link",
    title: "The link is up",
    breaks: "capability",
    // An adapter that is down has no ladder, one in an unknown state counts as up, and a slow one works.
    check: ({ adapter }) => (adapter.status === "Up" ? "pass" : "not-applicable"),
    evidence: ({ adapter }) => linkEvidence(adapter.status, adapter.linkSpeedBitsPerSecond),
    remedy: () => null,
  },
  {
    key: "adapter-no-lbfo",
    title: "The adapter is not in an LBFO team",
    breaks: "setting",
    check: ({ stack, adapter }) => {
      if (stack !== null) return holds(stack !== "team");
      const isMember = adapter.bindings?.ms_implat ?? null;
      return holds(isMember === null ? null : !isMember);
    },
    evidence: ({ adapter }) => [{ name: "bindings.ms_implat", value: adapter.bindings?.ms_implat ?? null }],
    remedy: leaveTeam,
  },
  ofAdapter(rdmaSupported, "capability"),
  ofAdapter(rdmaEnabled, "setting"),
  {
    key: "adapter-stack",
    title: "The adapter is not bound to a virtual switch",
    breaks: "capability",
    check: ({ stack }) => (stack === null ? "unknown" : "pass"),
    evidence: ({ adapter }) => [
      { name: "bindings.vms_pp", value: adapter.bindings?.vms_pp ?? null },
      { name: "bindings.ms_tcpip", value: adapter.bindings?.ms_tcpip ?? null },
    ],
    remedy: () => null,
  },
  smbInterfaceRung(),
  technologyRung(({ adapter }) => [adapter.rdma?.technology ?? null]),
];

/** RDMA of an adapter without a switch. An adapter with a switch has none of its own: its host adapters have it. */
export const adapterRdmaLadder: LadderDefinition<AdapterScene, "rdma", HostRung<AdapterScene>> = {
  technology: "rdma",
  rungs: RUNGS,
  adapterOf: idOfAdapter,
  settled({ host, adapter, isUp }) {
    if (host.network.isNested || !isUp) return "not-applicable";
    return hasSession(adapter.interfaceIndex, host) ? "active" : null;
  },
  whenBroken: (scene) => (isAskedFor(endOfAdapter(scene), scene.host) === true ? "configured" : "blocked"),
  whenWhole: (scene, isSomeUnknown) =>
    !isSomeUnknown && isAskedFor(endOfAdapter(scene), scene.host) === false ? "ready" : "unknown",
};

export function endOfAdapter({ adapter, host }: AdapterScene): Omit<RdmaEnd, "standing"> {
  const { interfaceIndex } = adapter;
  // An adapter used by a connection feeds TCP/IP, whether or not its binding was read.
  const isUsed = host.smb.isUsedBy(interfaceIndex) === true || null;
  return {
    id: adapter.interfaceGuid,
    name: adapter.name,
    interfaceIndex,
    canRdma: adapter.rdma?.listed ?? null,
    isEnabled: adapter.rdma?.listed === false ? false : (adapter.rdma?.enabled ?? null),
    feedsTcpIp: adapter.bindings?.ms_tcpip ?? isUsed,
    technologies: [adapter.rdma?.technology ?? null],
  };
}
