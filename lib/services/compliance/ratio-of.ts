import type { DayCountsRow } from "@/lib/data/compliance/day-state.ts";
import type { ComplianceCounts } from "@/lib/contract/api/compliance.ts";

export function toCounts(row: DayCountsRow): ComplianceCounts {
  const notCompliant = row.warning + row.critical;
  return {
    compliant: row.healthy,
    notCompliant,
    unknown: row.unknown,
    inactive: row.inactive,
    excepted: row.excepted,
    ratio: ratioOf(row.healthy, notCompliant),
  };
}

export function ratioOf(compliant: number, notCompliant: number): number | null {
  const weighed = compliant + notCompliant;
  return weighed === 0 ? null : round(compliant / weighed);
}

/** Rounds to four decimal places: a hundredth of a percent. */
export function round(ratio: number): number {
  return Math.round(ratio * 10_000) / 10_000;
}
