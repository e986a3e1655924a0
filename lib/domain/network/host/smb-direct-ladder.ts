import type { Evidence } from "../../judgement.ts";
import { configureDcb, enableNetworkDirect, stopSmbEncryption } from "../../remedies/host-network.ts";
import { allOf, holds, type LadderDefinition, type RungStatus } from "../ladder.ts";
import { isRoce, technologyWord } from "../rdma-technology.ts";
import { isEnabled } from "./enabled-word.ts";
import { brokenByDefault, hostBuildRung, type HostRung } from "./host-rung.ts";
import type { HostScene, RdmaEnd, SmbScene } from "./host-scene.ts";
import { isAskedFor } from "./rdma-asked-for.ts";
import { doesAnyEndHold } from "./rdma-switched-off.ts";
import { multichannelOn } from "./smb-multichannel-rungs.ts";
import { FIRST_BUILD_THAT_ENCRYPTS_OVER_RDMA } from "./smb-use.ts";
import { anyOf } from "./three-valued.ts";

type Rung = HostRung<SmbScene>;

export const networkDirect: Rung = {
  key: "host-network-direct",
  title: "RDMA (Network Direct) is enabled for the host",
  breaks: "setting",
  check: ({ host }) => isEnabled(host.network.host.offload?.networkDirect ?? null),
  evidence: ({ host }) => [
    { name: "offload.networkDirect", value: host.network.host.offload?.networkDirect ?? null },
  ],
  remedy: enableNetworkDirect,
};

/**
 * RoCE loses packets that a full buffer drops, so it needs a lossless traffic class. iWARP runs on TCP, and InfiniBand
 * is lossless.
 */
export const losslessClass: Rung = {
  key: "dcb",
  title: "RoCE has a lossless traffic class (DCB)",
  breaks: "setting",
  check({ host }) {
    const isRoceUsed = needsLosslessClass(host);
    if (isRoceUsed === false) return "not-applicable";
    const status = checkDcb(host);
    return status === "fail" && isRoceUsed === null ? "unknown" : status;
  },
  evidence({ host }) {
    const dcb = host.network.smb?.dcb ?? null;
    const technologies = new Set(carryingEnds(host).flatMap((end) => end.technologies.map(technologyWord)));
    return [
      { name: "rdma.technology", value: [...technologies].toSorted().join(", ") || null },
      { name: "dcb.installed", value: dcb?.installed ?? null },
      { name: "dcb.smbDirectPriority", value: dcb?.smbDirectPriority ?? null },
      { name: "dcb.pfcPriorities", value: dcb?.pfcPriorities?.join(", ") ?? null },
      { name: "dcb.willing", value: dcb?.willing ?? null },
    ];
  },
  remedy: ({ host }) => configureDcb(host.network.smb?.dcb ?? null),
};

export const encryptionLeavesRdma: Rung = {
  key: "smb-encryption",
  title: "SMB encryption does not bypass RDMA",
  breaks: "setting",
  check({ host: { network } }) {
    const { hostBuild, smb } = network;
    if (hostBuild !== null && hostBuild >= FIRST_BUILD_THAT_ENCRYPTS_OVER_RDMA) return "pass";
    const encrypts = smb?.server?.encryptData ?? null;
    if (encrypts === false) return "pass";
    return hostBuild === null || encrypts === null ? "unknown" : "fail";
  },
  evidence: ({ host: { network } }) => [
    { name: "smb.server.encryptData", value: network.smb?.server?.encryptData ?? null },
    { name: "host.os.build", value: network.hostBuild },
    { name: "limit", value: FIRST_BUILD_THAT_ENCRYPTS_OVER_RDMA },
  ],
  remedy: stopSmbEncryption,
};

const RUNGS: readonly Rung[] = [
  hostBuildRung(9200, "Windows Server 2012"),
  {
    key: "rdma-adapter",
    title: "An adapter supports RDMA",
    breaks: "capability",
    check: ({ host }) => holds(doesAnyEnd(host, ({ canRdma }) => canRdma)),
    evidence: ({ host }) => ofEveryEnd(host, ({ canRdma }) => canRdma),
    remedy: () => null,
  },
  {
    key: "rdma-enabled",
    title: "RDMA is enabled on an adapter",
    breaks: "capability",
    check: ({ host }) => holds(doesAnyEnd(host, ({ isEnabled: isOn }) => isOn)),
    evidence: ({ host }) => ofEveryEnd(host, ({ isEnabled: isOn }) => isOn),
    remedy: () => null,
  },
  {
    key: "rdma-ready",
    title: "An adapter meets all RDMA requirements",
    breaks: "capability",
    check: ({ host }) => holds(doesAnyEndHold(host)),
    evidence: ({ host }) => ofEveryEnd(host, ({ standing }) => standing),
    remedy: () => null,
  },
  networkDirect,
  losslessClass,
  multichannelOn("client"),
  multichannelOn("server"),
  encryptionLeavesRdma,
  {
    key: "smb-signing",
    title: "SMB signing, if required, is worth reviewing",
    breaks: "setting",
    // Signing is not judged to break SMB Direct, and Server 2025 requires it by default.
    check: () => "not-applicable",
    evidence: ({ host: { network } }) => [
      {
        name: "smb.client.requireSecuritySignature",
        value: network.smb?.client?.requireSecuritySignature ?? null,
      },
      {
        name: "smb.server.requireSecuritySignature",
        value: network.smb?.server?.requireSecuritySignature ?? null,
      },
      { name: "host.os.build", value: network.hostBuild },
    ],
    remedy: () => null,
  },
  {
    key: "rdma-session",
    title: "An SMB session is known to use RDMA",
    breaks: "capability",
    isGuests: true,
    check: ({ host }) => (host.smb.hasRdmaSession ? "pass" : "unknown"),
    evidence: ({ host }) => [
      { name: "SMB connections", value: host.network.smb?.connections?.length ?? null },
      { name: "Moves of VMs over SMB", value: host.smb.isLiveMigrationOverSmb },
    ],
    remedy: () => null,
  },
];

/** If one of these is missing, no setting matters. */
export const SMB_DIRECT_CAPABILITIES: ReadonlySet<string> = new Set(
  RUNGS.filter(({ breaks, isGuests }) => breaks === "capability" && !isGuests).map(({ key }) => key),
);

/** SMB Direct of the host as a whole. A missing capability comes before any setting. */
export const smbDirectLadder: LadderDefinition<SmbScene, "smb-direct", Rung> = {
  technology: "smb-direct",
  rungs: RUNGS,
  adapterOf: () => ({ id: null, name: null }),
  settled({ host }) {
    if (host.network.isNested) return "not-applicable";
    return host.smb.hasRdmaSession ? "active" : null;
  },
  whenBroken: (scene, rung) =>
    isSmbDirectUsed(scene.host) === true ? brokenByDefault(scene, rung) : "blocked",
  whenWhole: ({ host }, isSomeUnknown) =>
    !isSomeUnknown && isSmbDirectUsed(host) === false ? "ready" : "unknown",
};

/** Whether an adapter that has RDMA enabled is used as RDMA would be. */
export function isSmbDirectUsed(host: HostScene): boolean | null {
  return doesAnyEnd(host, (end) => (end.standing === "not-applicable" ? false : isAskedFor(end, host)));
}

function doesAnyEnd(host: HostScene, claim: (end: RdmaEnd) => boolean | null): boolean | null {
  const any = anyOf(host.rdmaEnds, claim);
  const isAllRead = host.network.physicalAdapters !== null && host.network.hostAdapters !== null;
  return any === false && !isAllRead ? null : any;
}

function ofEveryEnd(
  { rdmaEnds, network }: HostScene,
  valueOf: (end: RdmaEnd) => boolean | string | null,
): Evidence[] {
  const isAllRead = network.physicalAdapters !== null && network.hostAdapters !== null;
  if (rdmaEnds.length === 0) return [{ name: "adapters", value: isAllRead ? 0 : null }];
  return rdmaEnds.map((end) => ({ name: end.name ?? "adapter", value: valueOf(end) }));
}

/** The adapters whose technology counts: those in use, otherwise all that have RDMA enabled. */
function carryingEnds(host: HostScene): RdmaEnd[] {
  const enabled = host.rdmaEnds.filter((end) => end.isEnabled === true && end.standing !== "not-applicable");
  const used = enabled.filter((end) => isAskedFor(end, host) === true);
  return used.length > 0 ? used : enabled;
}

function needsLosslessClass(host: HostScene): boolean | null {
  const ends = carryingEnds(host);
  if (ends.length === 0) return null;
  // An adapter without RDMA does not need a lossless class.
  const able = ends.filter(({ canRdma }) => canRdma !== false);
  const technologies = able.flatMap((end) => (end.technologies.length > 0 ? end.technologies : [null]));
  return anyOf(technologies, isRoce);
}

function checkDcb({ network }: HostScene): RungStatus {
  const dcb = network.smb?.dcb ?? null;
  if (dcb === null) return "unknown";
  if (dcb.installed === false) return "fail";
  const { smbDirectPriority, pfcPriorities } = dcb;
  const hasClass =
    smbDirectPriority === null || pfcPriorities === null ? null : pfcPriorities.includes(smbDirectPriority);
  return allOf([holds(dcb.installed), holds(hasClass)]);
}
