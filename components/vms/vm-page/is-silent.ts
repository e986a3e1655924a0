import type { VmView } from "@/lib/contract/api/vms.ts";

/** Reported values no longer apply. */
export function isSilent(vm: Pick<VmView, "freshness">): boolean {
  return vm.freshness === "stale" || vm.freshness === "missing" || vm.freshness === "retired";
}
