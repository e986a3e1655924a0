import type { VmFacts } from "./facts.ts";
import { byKey } from "./stable-key.ts";

/** Numbers that move with every report, and are no news. */
export const RUNTIME_KEYS = [
  "cpuUsagePercent",
  "memoryAssignedBytes",
  "memoryDemandBytes",
  "uptimeSeconds",
] as const satisfies (keyof VmFacts)[];
export type RuntimeKey = (typeof RUNTIME_KEYS)[number];

/** A VM without its runtime numbers: all that is kept of an observation, and all that may be news. */
export type VmContent = Omit<VmFacts, RuntimeKey>;

/**
 * A VM as one string that is the same exactly when nothing but its runtime numbers differs: made to be hashed, so that
 * a VM that did not change is not written. The schema fixes the order of all keys but those that the guest chose.
 */
export function contentKey(vm: VmFacts): string {
  return JSON.stringify({
    ...vm,
    // JSON leaves out what is undefined: these change each minute.
    cpuUsagePercent: undefined,
    memoryAssignedBytes: undefined,
    memoryDemandBytes: undefined,
    uptimeSeconds: undefined,
    guest: vm.guest && { ...vm.guest, items: vm.guest.items && Object.entries(vm.guest.items).sort(byKey) },
  });
}
