import type { HostFacts, PhysicalAdapterFacts } from "../../facts.ts";
import type { Evidence } from "../../judgement.ts";
import type { RuleId, Severity, VmTechnology } from "../../words.ts";
import {
  isAtLeast,
  type LadderDefinition,
  type LeanLadder,
  type RungDefinition,
  type RungStatus,
} from "../ladder.ts";
import { askMembers, type SwitchPath } from "../path.ts";
import type { IovComplaint, VmAdapterScene } from "./adapter-scene.ts";
import { complains } from "./adapter-scene.ts";

/** What a rung belongs to, and therefore which finding reports it. */
export interface RungOwner {
  owner: "vm" | "switch" | "adapter" | "host";
  /** Id of the VM, the switch, or the physical adapter; `null` for the host, and if several or none could be named. */
  id: string | null;
}

export interface VmRung extends RungDefinition<VmAdapterScene> {
  /** What is missing if it breaks: something that can be configured, or something that is not there. */
  lacks: "capability" | "setting";
  ownerOf: (scene: VmAdapterScene) => RungOwner;
  /** What Windows would report for the VM if this is broken, regardless of other facts. */
  complaint?: IovComplaint | undefined;
}

export interface VmLadder extends LadderDefinition<VmAdapterScene, VmTechnology, VmRung> {
  rule: RuleId;
  severity: Severity;
  /** Whether it is requested, or on by default and not disabled. */
  isWanted: (scene: VmAdapterScene) => boolean;
  /** Rungs of another technology, whose finding reports them. */
  inherited: ReadonlySet<string>;
}

/** What an adapter requests and lacks. */
export interface ConfiguredLadder {
  ladder: VmLadder;
  scene: VmAdapterScene;
  lean: LeanLadder<VmTechnology>;
  /** `null` if no rung is visibly broken. */
  broken: VmRung | null;
}

type Lacks = VmRung["lacks"];
const HOST: RungOwner = { owner: "host", id: null };

export function ofVm(scene: VmAdapterScene): RungOwner {
  return { owner: "vm", id: scene.vm.vm.id };
}

export function ofHost(rung: RungDefinition<HostFacts>, lacks: Lacks, complaint?: IovComplaint): VmRung {
  return {
    key: rung.key,
    title: rung.title,
    lacks,
    complaint,
    ownerOf: () => HOST,
    check: (scene) => withComplaint(scene, complaint, rung.check(scene.network.host)),
    evidence: (scene) => [...rung.evidence(scene.network.host), ...complaintEvidence(scene, complaint)],
    remedy: ({ network }) => rung.remedy(network.host),
  };
}

export function hostBuild(least: number, since: string): VmRung {
  return {
    key: "host-build",
    title: `The host runs ${since} or later`,
    lacks: "capability",
    ownerOf: () => HOST,
    check: ({ network }) => isAtLeast(network.hostBuild, least),
    evidence: ({ network }) => [
      { name: "host.os.build", value: network.hostBuild },
      { name: "limit", value: least },
    ],
    remedy: () => null,
  };
}

export function ofSwitch(rung: RungDefinition<SwitchPath>, lacks: Lacks, complaint?: IovComplaint): VmRung {
  return {
    key: rung.key,
    title: rung.title,
    lacks,
    complaint,
    ownerOf: ({ path, adapter }) => ({ owner: "switch", id: path?.facts.id ?? adapter.switchId }),
    check: (scene) => withComplaint(scene, complaint, onPath(scene, rung.check)),
    evidence: (scene) => [
      ...(scene.path ? rung.evidence(scene.path) : connection(scene)),
      ...complaintEvidence(scene, complaint),
    ],
    remedy: ({ path }) => path && rung.remedy(path),
  };
}

/** A rung of every physical adapter under the switch that is up. */
export function ofMembers(
  rung: RungDefinition<PhysicalAdapterFacts>,
  lacks: Lacks,
  complaint?: IovComplaint,
): VmRung {
  const answerOf = (path: SwitchPath) => askMembers(path, rung.check);
  return {
    key: rung.key,
    title: rung.title,
    lacks,
    complaint,
    ownerOf: ({ path }) => ({ owner: "adapter", id: brokenMember(path)?.interfaceGuid ?? null }),
    check: (scene) =>
      withComplaint(
        scene,
        complaint,
        onPath(scene, (path) => answerOf(path).status),
      ),
    evidence: (scene) => [
      ...(scene.path ? membersEvidence(scene.path) : connection(scene)),
      ...complaintEvidence(scene, complaint),
    ],
    remedy({ path }) {
      const member = brokenMember(path);
      return member && rung.remedy(member);
    },
  };

  /** The one that the answer names; if only Windows complains, the only one there is. */
  function brokenMember(path: SwitchPath | null): PhysicalAdapterFacts | null {
    if (!path) return null;
    return answerOf(path).member ?? (path.upMembers.length === 1 ? (path.upMembers[0] ?? null) : null);
  }

  function membersEvidence(path: SwitchPath): Evidence[] {
    if (path.upMembers.length === 0)
      return [{ name: "switch.adapterGuids", value: path.facts.adapterGuids?.join(", ") ?? null }];
    const { member } = answerOf(path);
    return path.upMembers.flatMap((each) => [
      { name: "physicalAdapter", value: each.name, ...(each === member && { decides: true as const }) },
      ...rung.evidence(each),
    ]);
  }
}

/** The same rung, which does not count while there is evidence that its whole technology works. */
export function unless(isAtWork: (scene: VmAdapterScene) => boolean, rung: VmRung): VmRung {
  return { ...rung, check: (scene) => (isAtWork(scene) ? "pass" : rung.check(scene)) };
}

export function keysOf(rungs: readonly VmRung[]): ReadonlySet<string> {
  return new Set(rungs.map(({ key }) => key));
}

function onPath({ path, adapter }: VmAdapterScene, check: (path: SwitchPath) => RungStatus): RungStatus {
  if (path) return path.uplink === "none" ? "not-applicable" : check(path);
  return adapter.connected === false ? "not-applicable" : "unknown";
}

function connection({ adapter }: VmAdapterScene): Evidence[] {
  return [
    { name: "connected", value: adapter.connected },
    { name: "switchId", value: adapter.switchId },
  ];
}

function withComplaint(
  scene: VmAdapterScene,
  complaint: IovComplaint | undefined,
  status: RungStatus,
): RungStatus {
  if (complaint === undefined || status === "fail" || !complains(scene, complaint)) return status;
  // Functions run out only briefly while VMs start or move.
  return complaint === "IovNoAvailResources" && scene.isWaitedFor ? "unknown" : "fail";
}

function complaintEvidence(scene: VmAdapterScene, complaint: IovComplaint | undefined): Evidence[] {
  if (complaint === undefined || !complains(scene, complaint)) return [];
  return [{ name: "operationalStatus", value: complaint, decides: true }];
}
