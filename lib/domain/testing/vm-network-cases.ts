import { defaultPolicy } from "../default-policy.ts";
import type { SnapshotFacts, VmAdapterFacts, VmFacts } from "../facts.ts";
import type { VmJudgementInput } from "../judgement.ts";
import type { RungStatus } from "../network/ladder.ts";
import {
  describeVmNetwork,
  judgeVmNetwork,
  type VmNetworkJudgement,
} from "../network/vm/judge-vm-network.ts";
import { sampleSnapshot, sampleVmAdapter } from "../sample-facts.ts";
import { rememberVm } from "../vm/remember-vm.ts";
import { vmScene } from "../vm/vm-scene.ts";
import type { RuleId, VmTechnology } from "../words.ts";
import { networkOf } from "./network-cases.ts";
import { NOW, remembering, vmFacts } from "./vm-cases.ts";

/** What differs from one running VM with one adapter on a host where everything could be accelerated. */
export interface NetworkCase {
  adapter?: Partial<VmAdapterFacts>;
  vm?: Partial<VmFacts>;
  report?: Partial<SnapshotFacts>;
  input?: Partial<VmJudgementInput>;
}

function scenesOf({ adapter, vm, report, input }: NetworkCase) {
  const { host } = sampleSnapshot(report);
  const memory = input?.memory ?? remembering();
  const whole: VmJudgementInput = {
    vm: vmFacts({ adapters: [sampleVmAdapter(adapter)], ...vm }),
    host,
    placement: { conflict: null, hosts: [] },
    newestCommonVmVersion: "10.0",
    policy: defaultPolicy,
    observedAt: NOW,
    ...input,
    memory,
  };
  return [vmScene(whole, rememberVm(memory, whole)), networkOf(report)] as const;
}

export function judgeNetwork(changed: NetworkCase = {}): VmNetworkJudgement {
  return judgeVmNetwork(...scenesOf(changed));
}

export function describeNetwork(changed: NetworkCase = {}) {
  return describeVmNetwork(...scenesOf(changed));
}

/** "configured switch-iov", or the status alone where no rung decides it. */
export function verdictOn(technology: VmTechnology, changed: NetworkCase = {}): string {
  const found = judgeNetwork(changed).ladders.find((ladder) => ladder.technology === technology);
  if (!found) throw new Error(`no ladder of ${technology}`);
  return found.brokenRung === null ? found.status : `${found.status} ${found.brokenRung}`;
}

export function rungOn(technology: VmTechnology, key: string, changed: NetworkCase = {}) {
  const ladder = describeNetwork(changed).find((each) => each.technology === technology);
  const rung = ladder?.rungs.find((each) => each.key === key);
  if (!rung) throw new Error(`no rung ${key} of ${technology}`);
  return rung;
}

/** The statuses of a ladder's rungs by their keys. */
export function rungsOn(technology: VmTechnology, changed: NetworkCase = {}): Record<string, RungStatus> {
  const ladder = describeNetwork(changed).find((each) => each.technology === technology);
  return Object.fromEntries((ladder?.rungs ?? []).map(({ key, status }) => [key, status]));
}

/** "net.sr-iov warning" for each finding that is open. */
export function netFindings({ outcomes }: VmNetworkJudgement): string[] {
  return outcomes.flatMap(({ rule, outcome }) =>
    outcome.status === "finding" ? `${rule} ${outcome.severity}` : [],
  );
}

export function netAnswer({ outcomes }: VmNetworkJudgement, rule: RuleId): string | undefined {
  return outcomes.find((each) => each.rule === rule)?.outcome.status;
}
