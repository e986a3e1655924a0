import type { Mix, PortFlaw } from "./mix.ts";
import { drawOfVm, type VmPlan } from "./vm-plan.ts";

/** Drawn apart from all else about the VM, so that one more leaves every fleet as it was. */
const PURPOSES: Readonly<Record<PortFlaw, number>> = {
  guarded: 9001,
  "driver-missing": 9002,
  "queue-unwanted": 9003,
};

export function hasPortFlaw(vm: VmPlan, flaw: PortFlaw, { ports = {} }: Mix): boolean {
  return drawOfVm(vm, PURPOSES[flaw]) < (ports[flaw] ?? 0);
}
