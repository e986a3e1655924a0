import type { Mix, PortFlaw } from "./mix.ts";
import { drawOfVm, type VmPlan } from "./vm-plan.ts";

/** Drawn separately from all other VM data, so that an additional flaw leaves every fleet unchanged. */
const PURPOSES: Readonly<Record<PortFlaw, number>> = {
  guarded: 9001,
  "driver-missing": 9002,
  "queue-unwanted": 9003,
};

export function hasPortFlaw(vm: VmPlan, flaw: PortFlaw, { ports = {} }: Mix): boolean {
  return drawOfVm(vm, PURPOSES[flaw]) < (ports[flaw] ?? 0);
}
