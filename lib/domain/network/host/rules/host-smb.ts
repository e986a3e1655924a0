import type { ClimbedLadder } from "../climb.ts";
import type { HostScene } from "../host-scene.ts";
import { encryptionLeavesRdma, isSmbDirectUsed, SMB_DIRECT_CAPABILITIES } from "../smb-direct-ladder.ts";
import { noBlockingConstraint, smb3On } from "../smb-multichannel-ladder.ts";
import { multichannelOn } from "../smb-multichannel-rungs.ts";
import { type HostOutcome, hostOutcome } from "./cause.ts";
import { settingFault } from "./host-rdma.ts";

/**
 * `host.smb-direct`: SMB encryption disables SMB Direct although it is used. Other faults have their own rules: RDMA
 * and its lossless traffic class under `host.rdma`, Multichannel under `host.smb-multichannel`.
 */
export function hostSmbDirect(host: HostScene, climbed: readonly ClimbedLadder[]): HostOutcome {
  const rule = "host.smb-direct";
  if (host.network.isNested) return hostOutcome(rule, [], "not-applicable");
  const lean = climbed.find((each) => each.lean.technology === "smb-direct")?.lean;
  const causes =
    lean?.status === "configured"
      ? settingFault(
          encryptionLeavesRdma,
          { host },
          "The SMB server encrypts data, which bypasses RDMA before Windows Server 2022.",
        )
      : [];
  const isSettled =
    encryptionLeavesRdma.check({ host }) === "pass" ||
    isSmbDirectUsed(host) === false ||
    SMB_DIRECT_CAPABILITIES.has(lean?.brokenRung ?? "");
  return hostOutcome(rule, causes, isSettled ? "ok" : "unknown");
}

/** `host.smb-multichannel`: a setting limits SMB to one channel. */
export function hostSmbMultichannel(host: HostScene, climbed: readonly ClimbedLadder[]): HostOutcome {
  const status = climbed.find(({ lean }) => lean.technology === "smb-multichannel")?.lean.status;
  const isOpen = MULTICHANNEL_SETTINGS.some(({ rung }) => rung.check({ host }) === "unknown");
  const causes =
    status === "configured"
      ? MULTICHANNEL_SETTINGS.flatMap(({ rung, summary }) => settingFault(rung, { host }, summary, "info"))
      : [];
  const isSettled = !isOpen || status === "active" || status === "blocked";
  return hostOutcome("host.smb-multichannel", causes, isSettled ? "ok" : "unknown");
}

const MULTICHANNEL_SETTINGS = [
  { rung: smb3On, summary: "SMB 2 and 3 are disabled on the SMB server, and Multichannel with them." },
  { rung: multichannelOn("client"), summary: "SMB Multichannel is disabled for the SMB client." },
  { rung: multichannelOn("server"), summary: "SMB Multichannel is disabled for the SMB server." },
  { rung: noBlockingConstraint, summary: "A constraint limits SMB to one interface with a single channel." },
];
