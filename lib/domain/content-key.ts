import type { VmFacts } from "./facts.ts";
import { byKey } from "./stable-key.ts";

/** Numbers that change with every report and are not news. */
export const RUNTIME_KEYS = [
  "cpuUsagePercent",
  "memoryAssignedBytes",
  "memoryDemandBytes",
  "uptimeSeconds",
] as const satisfies (keyof VmFacts)[];
export type RuntimeKey = (typeof RUNTIME_KEYS)[number];

/** A VM without its runtime numbers: all that is stored of an observation, and all that can be news. */
export type VmContent = Omit<VmFacts, RuntimeKey>;

/**
 * A VM as one string that is the same exactly when only its runtime numbers differ: it is hashed, so that an unchanged
 * VM is not written. The schema fixes the order of all keys except those that the guest chose.
 */
export function contentKey(vm: VmFacts): string {
  return JSON.stringify({
    ...vm,
    // JSON leaves out undefined properties: these change every minute.
    cpuUsagePercent: undefined,
    memoryAssignedBytes: undefined,
    memoryDemandBytes: undefined,
    uptimeSeconds: undefined,
    guest: vm.guest && { ...vm.guest, items: vm.guest.items && Object.entries(vm.guest.items).sort(byKey) },
  });
}
