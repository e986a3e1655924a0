import { expect } from "vitest";
import type { VmFacts } from "../facts.ts";
import type { VmJudgementInput } from "../judgement.ts";
import type { RuleId } from "../words.ts";
import { answer, judge } from "./vm-cases.ts";

/** A row of a rule's table; `answer` is the severity of a finding, else the outcome's word. */
export interface RuleCase {
  name: string;
  vm?: Partial<VmFacts>;
  input?: Partial<VmJudgementInput>;
  answer: "critical" | "warning" | "info" | "ok" | "unknown" | "not-applicable";
}

export function checkRuleCase(rule: RuleId, { vm, input, answer: expected }: RuleCase): void {
  expect(answer(judge(vm, input), rule)).toBe(expected);
}
