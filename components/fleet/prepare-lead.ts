import { HEALTH_ORDER, type VmHealth } from "@/components/vms/service-words.ts";
import type { FleetView } from "@/lib/contract/api/fleet.ts";
import { formatDifference } from "@/lib/format/count.ts";
import { formatPercent } from "@/lib/format/percent.ts";

export interface HealthCount {
  health: VmHealth;
  count: number;
  /** Compared with a day ago; `null` if that was not recorded. */
  difference: number | null;
  href: string;
}

export interface Lead {
  /** Per cent with one decimal, truncated: 100 is shown only when exact. */
  percent: string | null;
  compliant: number;
  judged: number;
  counts: HealthCount[];
}

/** The one number of the fleet, and the counts it comes from. */
export function prepareLead(fleet: FleetView): Lead {
  const { compliant, notCompliant, ratio } = fleet.compliance;
  return {
    percent: ratio === null ? null : formatPercent(ratio),
    compliant,
    judged: compliant + notCompliant,
    counts: HEALTH_ORDER.map((health) => ({
      health,
      count: fleet.health[health],
      difference: fleet.yesterday === null ? null : fleet.health[health] - fleet.yesterday.health[health],
      href: `/vms?health=${health}`,
    })),
  };
}

/** "+14 since yesterday", "same as yesterday"; empty if yesterday was not recorded. */
export function sayDifference(difference: number | null): string | null {
  if (difference === null) return null;
  if (difference === 0) return "same as yesterday";
  return `${formatDifference(difference)} since yesterday`;
}
