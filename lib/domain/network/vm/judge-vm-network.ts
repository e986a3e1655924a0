import type { RuleOutcome } from "../../judgement.ts";
import type { VmScene } from "../../vm/vm-scene.ts";
import { ACCELERATION_STATUSES, type AccelerationStatus, type VmTechnology } from "../../words.ts";
import { type DescribedLadder, describeLadder, judgeLadder, type LeanLadder } from "../ladder.ts";
import type { NetworkScene } from "../path.ts";
import {
  adapterScene,
  complains,
  type IovComplaint,
  isNeverAccelerated,
  type VmAdapterScene,
} from "./adapter-scene.ts";
import { VM_LADDERS } from "./ladders.ts";
import { netOutcomes } from "./net-outcomes.ts";
import type { ConfiguredLadder, RungOwner, VmLadder } from "./vm-rung.ts";

/** What a VM requests and lacks because of a switch, an adapter or the host: they have the one finding. */
export interface AskedElsewhere extends RungOwner {
  technology: VmTechnology;
  adapterId: string;
  adapterName: string | null;
  switchId: string | null;
  brokenRung: string;
  /** What Windows itself reports for the VM about that rung, if anything. */
  complaint: IovComplaint | null;
}

export interface VmLeanLadder extends LeanLadder<VmTechnology> {
  /** Whether everything is known to be there that no setting could provide. */
  isCapable: boolean;
}

export interface VmNetworkJudgement {
  ladders: VmLeanLadder[];
  /** The worst of the VM's adapters. */
  words: Record<VmTechnology, AccelerationStatus>;
  outcomes: RuleOutcome[];
  askedElsewhere: AskedElsewhere[];
}

/** Every report judges every VM this way: only what opens a finding is put into text. */
export function judgeVmNetwork(vm: VmScene, network: NetworkScene): VmNetworkJudgement {
  const ladders: VmLeanLadder[] = [];
  const configured: ConfiguredLadder[] = [];
  const words = emptyWords(vm, network);
  for (const adapter of vm.vm.adapters ?? []) {
    const scene = adapterScene(vm, adapter, network);
    for (const ladder of VM_LADDERS) {
      const found = judgeLadder(ladder, scene);
      const { technology, adapterId, adapterName, status, brokenRung } = found;
      // Named one by one: copying the object takes twice as long as the evaluation.
      const lean = {
        technology,
        adapterId,
        adapterName,
        status,
        brokenRung,
        isCapable: isCapable(ladder, scene, found),
      };
      ladders.push(lean);
      if (isWorse(status, words[technology])) words[technology] = status;
      if (status !== "configured") continue;
      const broken = ladder.rungs.find(({ key }) => key === brokenRung) ?? null;
      configured.push({ ladder, scene, lean, broken });
    }
  }
  return {
    ladders,
    words,
    outcomes: netOutcomes(vm, network, ladders, configured),
    askedElsewhere: askedElsewhere(configured),
  };
}

/** The same ladders with every rung in text, for the page of one VM. */
export function describeVmNetwork(vm: VmScene, network: NetworkScene): DescribedLadder<VmTechnology>[] {
  return (vm.vm.adapters ?? []).flatMap((adapter) => {
    const scene = adapterScene(vm, adapter, network);
    return VM_LADDERS.map((ladder) => describeLadder(ladder, scene));
  });
}

/** An unbroken ladder is; below a broken rung, the capabilities that were not checked yet are. */
function isCapable(
  { rungs }: VmLadder,
  scene: VmAdapterScene,
  { status, brokenRung }: LeanLadder<VmTechnology>,
): boolean {
  if (brokenRung === null) return status !== "unknown" && status !== "not-applicable";
  for (const rung of rungs) {
    if (rung.lacks === "setting") continue;
    if (rung.key === brokenRung) return false;
    const found = rung.check(scene);
    if (found === "fail" || (found === "unknown" && rung.isGuests !== true)) return false;
  }
  return true;
}

function isWorse(left: AccelerationStatus, right: AccelerationStatus): boolean {
  return ACCELERATION_STATUSES.indexOf(left) < ACCELERATION_STATUSES.indexOf(right);
}

function emptyWords(vm: VmScene, network: NetworkScene): Record<VmTechnology, AccelerationStatus> {
  const isUnread = vm.vm.adapters === null && !isNeverAccelerated(vm, network);
  const word: AccelerationStatus = isUnread ? "unknown" : "not-applicable";
  return { "sr-iov": word, vmq: word, vrss: word, vmmq: word, "guest-rdma": word };
}

function askedElsewhere(configured: readonly ConfiguredLadder[]): AskedElsewhere[] {
  const asked: AskedElsewhere[] = [];
  for (const { ladder, scene, broken } of configured) {
    if (broken === null || ladder.inherited.has(broken.key) || !ladder.isWanted(scene)) continue;
    const { owner, id } = broken.ownerOf(scene);
    if (owner === "vm") continue;
    const { id: adapterId, name: adapterName, switchId } = scene.adapter;
    const { technology } = ladder;
    const complaint = broken.complaint && complains(scene, broken.complaint) ? broken.complaint : null;
    asked.push({
      technology,
      adapterId,
      adapterName,
      switchId,
      brokenRung: broken.key,
      complaint,
      owner,
      id,
    });
  }
  return asked;
}
