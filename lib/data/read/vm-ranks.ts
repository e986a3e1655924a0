import type { ConversionVerdict, VmHealth } from "@/lib/domain/words.ts";

/** From worst to best; inactive VMs last. */
export const HEALTH_RANKS: Record<VmHealth, number> = {
  critical: 0,
  warning: 1,
  unknown: 2,
  healthy: 3,
  inactive: 4,
};

/** One critical finding outweighs all warnings; one warning outweighs all info findings. */
export const FINDINGS_WEIGHT = "(v.critical_count * 1000000 + v.warning_count * 1000 + v.info_count)";

export const CONVERSION_RANKS: Record<ConversionVerdict, number> = {
  ready: 0,
  caution: 1,
  unknown: 2,
  blocked: 3,
  "not-applicable": 4,
};

/**
 * Texts from guests can be long: sorting by their beginnings is sufficient, and these fit into a cursor. Case is ignored.
 */
export const KEY_LENGTH = 100;
const beginningOf = (expression: string) => `lower(left(${expression}, ${KEY_LENGTH}))`;

/** Sorts as a version: 9.0 before 10.0. Unread versions come first. */
const versionOf = (expression: string) => {
  const part = (place: number) => `lpad(split_part(${expression}, '.', ${place}), 6, '0')`;
  return `coalesce(${part(1)} || ${part(2)}, '')`;
};

/** Sort expressions over a VM `v` and its runtime `t`, in addition to the ranks. */
export const SORT_KEYS = {
  name: beginningOf("v.name"),
  cluster: beginningOf("coalesce(v.cluster, '')"),
  state: "v.state",
  generation: "coalesce(v.generation, 0)",
  guestOs: beginningOf("coalesce(v.guest_os, '')"),
  configurationVersion: versionOf("v.configuration_version"),
  lastReportedAt: "coalesce(t.observed_at, v.first_seen_at)",
};
