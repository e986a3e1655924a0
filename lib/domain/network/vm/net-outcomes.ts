import type { Evidence, Outcome, Remedy, RuleOutcome } from "../../judgement.ts";
import { replaceLegacyAdapter } from "../../remedies/vm-adapter.ts";
import { finding, NOT_APPLICABLE, OK, UNKNOWN } from "../../rules/vm-rule.ts";
import type { VmScene } from "../../vm/vm-scene.ts";
import type { VmTechnology } from "../../words.ts";
import type { LeanLadder } from "../ladder.ts";
import type { NetworkScene } from "../path.ts";
import { VM_LADDERS } from "./ladders.ts";
import { guestFunctionDriver } from "./port-rungs.ts";
import type { ConfiguredLadder, VmLadder } from "./vm-rung.ts";

/** Whether a rule applies to this VM at all; `null` if its adapters decide. */
function outcomeBefore({ role, vm, state }: VmScene): Outcome | null {
  if (role === "test-replica") return NOT_APPLICABLE;
  // A fault from when it was running may return.
  if (state.kind !== "running") return UNKNOWN;
  if (vm.adapters === null) return UNKNOWN;
  return vm.adapters.length === 0 ? NOT_APPLICABLE : null;
}

/** Every rule about a VM's network. Faults of a switch, an adapter or the host are theirs and open nothing here. */
export function netOutcomes(
  vm: VmScene,
  network: NetworkScene,
  ladders: readonly LeanLadder<VmTechnology>[],
  configured: readonly ConfiguredLadder[],
): RuleOutcome[] {
  const before = outcomeBefore(vm);
  const outcomes: RuleOutcome[] = VM_LADDERS.map((ladder) => ({
    rule: ladder.rule,
    outcome: network.isNested ? NOT_APPLICABLE : (before ?? ladderOutcome(ladder, ladders, configured)),
  }));
  outcomes.push({ rule: "net.legacy-adapter", outcome: before ?? legacyOutcome(vm) });
  return outcomes;
}

function ladderOutcome(
  ladder: VmLadder,
  ladders: readonly LeanLadder<VmTechnology>[],
  configured: readonly ConfiguredLadder[],
): Outcome {
  const own = configured.filter((each) => each.ladder === ladder && isOwn(each));
  if (own.length > 0) return openFinding(ladder, own);
  let outcome = NOT_APPLICABLE;
  for (const { technology, status } of ladders) {
    if (technology !== ladder.technology) continue;
    if (status === "unknown") return UNKNOWN;
    // Other faults have their own finding.
    if (status !== "configured" && status !== "not-applicable") outcome = OK;
  }
  return outcome;
}

/** No fault is visible, or the fault is the VM's: it cannot be fixed elsewhere. */
function isOwn({ ladder, scene, broken }: ConfiguredLadder): boolean {
  if (broken === null) return true;
  return !ladder.inherited.has(broken.key) && broken.ownerOf(scene).owner === "vm";
}

const NAMES: Record<VmLadder["technology"], string> = {
  "sr-iov": "SR-IOV",
  vmq: "VMQ",
  vrss: "vRSS",
  vmmq: "VMMQ",
  "guest-rdma": "RDMA",
};

/** Why, in words that end "The VM requests SR-IOV, but it is not active: …". */
const CAUSES: Record<string, string> = {
  "port-policies": "a policy on its port requires the traffic to pass through the switch",
  "guest-sr-iov": "the guest OS does not support virtual functions",
  "guest-vf-driver": "the guest has no driver for the virtual function",
  "sr-iov-weight": "RDMA requires SR-IOV, which the adapter does not request",
  "virtual-function": "no virtual function carries the adapter's traffic",
};

function openFinding(ladder: VmLadder, own: readonly ConfiguredLadder[]): Outcome {
  const cause = own[0]?.broken?.key;
  const why =
    (cause !== undefined && CAUSES[cause]) ||
    "the host shows no cause, so the guest's driver is the probable cause";
  const evidence: Evidence[] = [];
  const remedies = new Map<string, Remedy>();
  for (const { scene, lean, broken } of own) {
    const rung = broken ?? guestFunctionDriver;
    evidence.push({ name: "adapter", value: lean.adapterName });
    // No broken rung is a result, not an unread value.
    if (broken) evidence.push({ name: "brokenRung", value: lean.brokenRung, decides: true });
    else evidence.push({ name: "brokenRung", value: "none" });
    evidence.push(...rung.evidence(scene).map(({ name, value }) => ({ name, value })));
    const remedy = rung.remedy(scene);
    if (remedy) remedies.set(remedy.command, remedy);
  }
  return finding(
    ladder.severity,
    `The VM requests ${NAMES[ladder.technology]}, but it is not active: ${why}.`,
    evidence,
    [...remedies.values()],
  );
}

function legacyOutcome({ vm }: VmScene): Outcome {
  const adapters = vm.adapters ?? [];
  const legacy = adapters.filter(({ isLegacy, connected }) => isLegacy === true && connected === true);
  if (legacy.length > 0)
    return finding(
      "info",
      "The VM uses a legacy (emulated) network adapter, which is slow and supports no acceleration.",
      legacy.flatMap(({ name, isLegacy }): Evidence[] => [
        { name: "adapter", value: name },
        { name: "isLegacy", value: isLegacy, decides: true },
      ]),
      legacy.map(({ id }) => replaceLegacyAdapter({ vmId: vm.id, adapterId: id })),
    );
  const isUnread = adapters.some(
    ({ isLegacy, connected }) =>
      (isLegacy === null && connected !== false) || (isLegacy === true && connected === null),
  );
  return isUnread ? UNKNOWN : OK;
}
