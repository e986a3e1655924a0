import { expect } from "vitest";
import type { VmFacts } from "../facts.ts";
import type { VmJudgementInput } from "../judgement.ts";
import type { ServiceKey } from "../words.ts";
import { decider, judge, verdict } from "./vm-cases.ts";

/** A row of a table about one service: what is changed, and the expected status and evidence. */
export interface ServiceCase {
  name: string;
  vm?: Partial<VmFacts>;
  input?: Partial<VmJudgementInput>;
  key: ServiceKey;
  status: string;
  decider: string;
}

export function checkServiceCase({ vm, input, key, status, decider: deciding }: ServiceCase): void {
  const judged = verdict(judge(vm, input), key);
  expect({ status: judged.status, decider: decider(judged) }).toEqual({ status, decider: deciding });
  expect(judged.evidence.filter(({ decides }) => decides)).toHaveLength(1);
  expect(judged.summary).toMatch(/^[A-Z][^\n]*[\w)]\.$/);
}
