import type { ConversionVerdict, VmHealth } from "@/lib/domain/words.ts";

/** From worst to best; inactive VMs last. */
export const HEALTH_RANKS: Record<VmHealth, number> = {
  critical: 0,
  warning: 1,
  unknown: 2,
  healthy: 3,
  inactive: 4,
};

export const CONVERSION_RANKS: Record<ConversionVerdict, number> = {
  ready: 0,
  caution: 1,
  unknown: 2,
  blocked: 3,
  "not-applicable": 4,
};
