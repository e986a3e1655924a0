import { compareText } from "../../compare-text.ts";
import { rdmaEnabled, rdmaSupported } from "../../adapter-rungs.ts";
import type { Severity } from "../../../words.ts";
import type { ClimbedLadder } from "../climb.ts";
import type { HostScene, RdmaEnd, SmbScene } from "../host-scene.ts";
import type { HostRung } from "../host-rung.ts";
import { notOnLbfo } from "../../switch-rungs.ts";
import { isAskedByConnection, isAskedFor } from "../rdma-asked-for.ts";
import { doesAnyEndHold, isSwitchedOffAndWanted } from "../rdma-switched-off.ts";
import { isSmbDirectUsed, losslessClass, networkDirect } from "../smb-direct-ladder.ts";
import { both, either, not } from "../three-valued.ts";
import { type Cause, deciding, type HostOutcome, hostOutcome } from "./cause.ts";
import { answersOf } from "./host-sr-iov.ts";
import { brokenForVms, causeOf } from "./vm-causes.ts";

const GUEST_RUNGS: ReadonlySet<string> = new Set(["host-build", rdmaSupported.key, rdmaEnabled.key]);

/** `host.rdma`: RDMA is used, or a VM requests it, but the host, a switch or an adapter prevents it. */
export function hostRdma(host: HostScene, climbed: readonly ClimbedLadder[]): HostOutcome {
  if (host.network.isNested) return hostOutcome("host.rdma", [], "not-applicable");
  const causes = [...adapterFaults(host, climbed), ...settingFaults(host, climbed), ...guestFaults(host)];
  return hostOutcome("host.rdma", causes, otherwise(host));
}

/** Faults of SR-IOV are reported as SR-IOV's; only faults of RDMA itself are reported here. */
function guestFaults(host: HostScene): Cause[] {
  return brokenForVms(host, ["guest-rdma"], GUEST_RUNGS).map((broken) =>
    causeOf(broken, host, { technology: "Guest RDMA", severity: "warning" }),
  );
}

/** An adapter that a connection needs, or that only live migration would use if no other adapter could carry it. */
function adapterFaults(host: HostScene, climbed: readonly ClimbedLadder[]): Cause[] {
  return climbed
    .filter(({ lean }) => lean.technology === "rdma" && lean.status === "configured")
    .toSorted((left, right) => compareText(left.lean.adapterName ?? "", right.lean.adapterName ?? ""))
    .flatMap((ladder) => {
      if (isToldAsLbfo(ladder, host)) return [];
      const end = host.rdmaEnds.find(({ id }) => id === ladder.lean.adapterId);
      if (!end) return [];
      if (isAskedFor(end, host) !== true) return adapterFault(ladder, "info");
      return isMissed(end, host) === true ? adapterFault(ladder, "warning") : [];
    });
}

/** Whether anything lacks RDMA because this end is broken. */
function isMissed(end: RdmaEnd, host: HostScene): boolean | null {
  return either(isAskedByConnection(end, host), both(isAskedFor(end, host), not(doesAnyEndHold(host))));
}

/** Whether it is unknown if this end is at fault: its finding then freezes. */
function isFaultUnread(end: RdmaEnd, host: HostScene): boolean {
  if (end.standing === "unknown") return isAskedFor(end, host) !== false;
  return end.standing === "fail" && isMissed(end, host) === null;
}

/** A team under a switch is a separate finding that replaces this one. */
function isToldAsLbfo({ lean }: ClimbedLadder, { hostAdapters }: HostScene): boolean {
  if (lean.brokenRung !== notOnLbfo.key) return false;
  return hostAdapters.some(({ adapter, path }) => adapter.name === lean.adapterId && path?.uplink === "lbfo");
}

function adapterFault({ lean, describe }: ClimbedLadder, severity: Severity): Cause[] {
  const rung = describe().rungs.find(({ key }) => key === lean.brokenRung);
  if (!rung) return [];
  const name = lean.adapterName ?? lean.adapterId;
  return [
    {
      severity,
      summary:
        severity === "info"
          ? `SMB uses ${name}, on which RDMA is disabled although the adapters under its switch support it.`
          : `SMB uses ${name}, but RDMA is not active on it: ${rung.fault}.`,
      evidence: deciding([...rung.evidence, { name: "adapter", value: name }]),
      remedies: rung.remedy ? [rung.remedy] : [],
      touchedVms: [],
    },
  ];
}

/** Host settings that disable SMB Direct on every adapter, if it is used. */
function settingFaults(host: HostScene, climbed: readonly ClimbedLadder[]): Cause[] {
  const smbDirect = climbed.find(({ lean }) => lean.technology === "smb-direct");
  if (smbDirect?.lean.status !== "configured") return [];
  return [
    ...settingFault(
      networkDirect,
      { host },
      "RDMA is disabled for the whole host, although SMB would use it.",
    ),
    ...settingFault(
      losslessClass,
      { host },
      "SMB uses RDMA over RoCE, but the host has no lossless traffic class (DCB) for it.",
    ),
  ];
}

export function settingFault(
  rung: HostRung<SmbScene>,
  scene: SmbScene,
  summary: string,
  severity: Severity = "warning",
): Cause[] {
  if (rung.check(scene) !== "fail") return [];
  const remedy = rung.remedy(scene);
  return [
    {
      severity,
      summary,
      evidence: deciding(rung.evidence(scene)),
      remedies: remedy ? [remedy] : [],
      touchedVms: [],
    },
  ];
}

function otherwise(host: HostScene): "ok" | "unknown" {
  const isUsed = isSmbDirectUsed(host);
  const settings = [networkDirect.check({ host }), losslessClass.check({ host })];
  const isSettled = host.smb.hasRdmaSession || isUsed === false;
  if (!isSettled && (isUsed === null || settings.includes("unknown"))) return "unknown";
  if (host.rdmaEnds.some((end) => isFaultUnread(end, host))) return "unknown";
  if (host.hostAdapters.some((scene) => isSwitchedOffAndWanted(scene) === null)) return "unknown";
  return answersOf(host, "guest-rdma", ({ rdmaWeight }) => rdmaWeight);
}
