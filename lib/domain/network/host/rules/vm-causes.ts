import { compareText } from "../../compare-text.ts";
import type { Evidence, Remedy } from "../../../judgement.ts";
import type { Severity, VmTechnology } from "../../../words.ts";
import {
  rdmaEnabled,
  rdmaSupported,
  sriovEnabled,
  sriovSupported,
  vmmqKeyword,
  vmqEnabled,
} from "../../adapter-rungs.ts";
import { askMembers, type SwitchPath } from "../../path.ts";
import {
  functionsLeft,
  inIovMode,
  noForwardingExtension,
  platformSupportsIov,
  queuesLeft,
} from "../../switch-rungs.ts";
import type { HostScene } from "../host-scene.ts";
import { type Cause, deciding, distinctVms, inWords, type TouchedVm } from "./cause.ts";

/** What blocks a VM and is not the VM's own fault, by the rung's key, with its text. */
const HOST_RUNGS: Readonly<Record<string, string>> = {
  "host-build": "the host's Windows version is too old",
  [platformSupportsIov.key]: "the host's processor, chipset or firmware does not support it",
};
const SWITCH_RUNGS = new Map(
  [inIovMode, functionsLeft, noForwardingExtension, queuesLeft].map((rung) => [rung.key, rung]),
);
const ADAPTER_RUNGS = new Map(
  [sriovSupported, sriovEnabled, vmqEnabled, vmmqKeyword, rdmaSupported, rdmaEnabled].map((rung) => [
    rung.key,
    rung,
  ]),
);
const WORDS: Readonly<Record<string, string>> = {
  ...HOST_RUNGS,
  [inIovMode.key]: "the switch was not created with SR-IOV",
  [functionsLeft.key]: "no virtual function is free",
  [noForwardingExtension.key]: "a forwarding extension replaces the switch's own forwarding",
  [queuesLeft.key]: "no VMQ queue is free",
  [sriovSupported.key]: "the physical adapter, its slot or its driver does not support it",
  [sriovEnabled.key]: "it is disabled on the physical adapter",
  [vmqEnabled.key]: "it is disabled on the physical adapter",
  [vmmqKeyword.key]: "it is disabled on the physical adapter (*RssOnHostVPorts)",
  [rdmaSupported.key]: "the physical adapter or its driver does not support RDMA",
  [rdmaEnabled.key]: "RDMA is disabled on the physical adapter",
};

/** A rung of the host, or of one of its switches or their adapters, that blocks VMs. */
export interface BrokenForVms {
  rung: string;
  /** `null` for a rung of the host as a whole. */
  path: SwitchPath | null;
  vms: TouchedVm[];
  /** What Windows reports for some of these VMs: evidence, even if the adapters' own facts show no fault. */
  complaints: ReadonlySet<string>;
}

/**
 * What VMs request and lack because of the host, by rung and switch: one cause for each, regardless of how many VMs it
 * affects. A rung that belongs to a VM is the VM's finding, and an LBFO team is reported by another rule.
 */
export function brokenForVms(
  { vms, network }: HostScene,
  technologies: readonly VmTechnology[],
  rungs: ReadonlySet<string>,
): BrokenForVms[] {
  type Growing = BrokenForVms & { complaints: Set<string> };
  const found = new Map<string, Growing>();
  for (const { vm, askedElsewhere } of vms ?? []) {
    for (const { technology, brokenRung, switchId, complaint } of askedElsewhere) {
      if (!technologies.includes(technology) || !rungs.has(brokenRung)) continue;
      const path = (switchId === null ? null : network.switches?.get(switchId)) ?? null;
      if (path?.uplink === "lbfo" && technology !== "vmq") continue;

      const owner = Object.hasOwn(HOST_RUNGS, brokenRung) ? null : path;
      const key = `${brokenRung} ${owner?.facts.id}`;
      const begun: Growing = { rung: brokenRung, path: owner, vms: [], complaints: new Set() };
      const broken = found.get(key) ?? begun;
      broken.vms.push(vm);
      if (complaint) broken.complaints.add(complaint);
      found.set(key, broken);
    }
  }
  return [...found.values()]
    .map((broken) => ({ ...broken, vms: distinctVms(broken.vms) }))
    .toSorted((left, right) => compareText(sortKey(left), sortKey(right)));
}

/** The part of the finding about one broken rung. */
export function causeOf(
  { rung, path, vms, complaints }: BrokenForVms,
  host: HostScene,
  says: { technology: string; severity: Severity },
): Cause {
  const where = path === null ? "" : ` on the switch ${path.facts.name ?? path.facts.id}`;
  const { evidence, remedy } = wordsOf(rung, path, host);
  return {
    severity: says.severity,
    summary: `${says.technology} is not active for ${inWords(vms.length, "VM", "VMs")}${where}: ${WORDS[rung] ?? rung}.`,
    evidence: deciding([
      ...[...complaints].toSorted().map((value) => ({ name: "operationalStatus", value })),
      ...evidence,
    ]),
    remedies: remedy ? [remedy] : [],
    touchedVms: vms,
  };
}

function wordsOf(
  rung: string,
  path: SwitchPath | null,
  { network }: HostScene,
): { evidence: Evidence[]; remedy: Remedy | null } {
  if (rung === platformSupportsIov.key)
    return {
      evidence: platformSupportsIov.evidence(network.host),
      remedy: platformSupportsIov.remedy(network.host),
    };
  if (path === null) return { evidence: [{ name: "host.os.build", value: network.hostBuild }], remedy: null };

  const ofSwitch = SWITCH_RUNGS.get(rung);
  if (ofSwitch) return { evidence: ofSwitch.evidence(path), remedy: ofSwitch.remedy(path) };
  const ofAdapter = ADAPTER_RUNGS.get(rung);
  const member = ofAdapter && (askMembers(path, ofAdapter.check).member ?? path.upMembers[0]);
  if (!member) return { evidence: [{ name: "switch.name", value: path.facts.name }], remedy: null };
  return {
    evidence: [
      ...ofAdapter.evidence(member),
      { name: "physicalAdapter", value: member.name },
      { name: "switch.name", value: path.facts.name },
    ],
    remedy: ofAdapter.remedy(member),
  };
}

function sortKey({ rung, path }: BrokenForVms): string {
  return `${rung} ${path?.facts.name} ${path?.facts.id}`;
}
