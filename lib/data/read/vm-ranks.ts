import { VM_HEALTHS, type VmHealth } from "@/lib/domain/words.ts";

// Expressions that indexes of `vms` hold, as their migration writes them: one written otherwise finds no index.

/** From worst to best, and what is off last. */
export const HEALTH_RANK =
  "(CASE v.health WHEN 'critical' THEN 0 WHEN 'warning' THEN 1 WHEN 'unknown' THEN 2 WHEN 'healthy' THEN 3 ELSE 4 END)";

const RANKS: Record<VmHealth, number> = { critical: 0, warning: 1, unknown: 2, healthy: 3, inactive: 4 };

export function healthRanksOf(healths: readonly VmHealth[]): number[] {
  return VM_HEALTHS.filter((health) => healths.includes(health)).map((health) => RANKS[health]);
}

/** A critical finding weighs more than all warnings, a warning more than all that is for information. */
export const FINDINGS_WEIGHT = "(v.critical_count * 1000000 + v.warning_count * 1000 + v.info_count)";
