import { z } from "zod";
import { healthCounts, ruleId } from "./words.ts";

export const COMPLIANCE_GROUPS = ["cluster", "host", "tag", "rule"] as const;

const day = z.iso.date();
const ratio = z.number().min(0).max(1).nullable();

/**
 * A VM is compliant if it runs on a reporting host and has no open finding of warning or worse without an exception. VMs
 * that are off count on neither side; unknown VMs are counted separately.
 */
const complianceCounts = z.object({
  compliant: z.int(),
  notCompliant: z.int(),
  unknown: z.int(),
  inactive: z.int(),
  /** VMs that are compliant only because of an exception: counted separately, currently always 0. */
  excepted: z.int(),
  /** Compliant VMs divided by compliant plus non-compliant VMs; `null` if there are neither. */
  ratio,
});
export type ComplianceCounts = z.output<typeof complianceCounts>;

/** A day ends at midnight UTC and is represented by its last state. */
export const complianceDay = complianceCounts.extend({
  day,
  /**
   * `whole`: every known host reported. `holes`: some hosts were silent at the end of the day, so their VMs are unknown.
   * `none`: every host was silent at the end of the day, so all VMs are unknown, or nothing was stored. `today`: the day is
   * not over yet.
   */
  state: z.enum(["whole", "holes", "none", "today"]),
  hosts: z.int(),
  silentHosts: z.int(),
  health: healthCounts,
});
export type ComplianceDay = z.output<typeof complianceDay>;

export const complianceGroup = z.object({
  /** The filter value for VMs: the name of the cluster or tag, the id of the host, or the id of the rule. */
  key: z.string(),
  name: z.string(),
  now: complianceCounts,
  /** Counts of the first day in the range with data for the group; `null` if there is no such day before today. */
  start: complianceCounts.extend({ day }).nullable(),
  /** The ratio for each day of the range, `null` without data. Omitted for groups after the fiftieth. */
  ratios: z.array(ratio).nullable(),
});
export type ComplianceGroup = z.output<typeof complianceGroup>;

export const complianceRule = z.object({
  rule: ruleId,
  /** Compliant and non-compliant VMs with an open finding of the rule now, including host findings that name the VM. */
  vms: z.object({ critical: z.int(), warning: z.int(), info: z.int() }),
  /** Share of running VMs on reporting hosts without an open finding of the rule of warning or worse. */
  ratio,
  start: z.object({ day, ratio }).nullable(),
  ratios: z.array(ratio),
});

/** Compliance now and by day. One answer contains everything, so that the displayed data can be exported unchanged. */
export const complianceView = z.object({
  from: day,
  to: day,
  groupBy: z.enum(COMPLIANCE_GROUPS),
  now: complianceCounts,
  days: z.array(complianceDay),
  /** Worst first, at most 500. */
  groups: z.array(complianceGroup),
  groupCount: z.int(),
  /** Rules that make VMs non-compliant now or made them so in the range, worst first. */
  rules: z.array(complianceRule),
  /** Share of the days of the range, without today, on which every known host reported. */
  wholeDays: z.number().min(0).max(1).nullable(),
  /** The first recorded day; `null` until it is over. */
  recordedFrom: day.nullable(),
});
export type ComplianceView = z.output<typeof complianceView>;

/** One day in its final state; today in its current state. */
export const complianceDayView = z.object({
  day: complianceDay,
  /** The previous day, for comparison; state `none` if it has no data. */
  before: complianceDay,
  groupBy: z.enum(COMPLIANCE_GROUPS),
  /** The first recorded day; `null` until it is over. */
  recordedFrom: day.nullable(),
  /** Hosts that were silent at the end of the day, at most 50: their VMs are unknown. */
  silent: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Worst first; at most 500. */
  groups: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      counts: complianceCounts,
      /** The ratio on the previous day; `null` without data. */
      ratioBefore: ratio,
    }),
  ),
  groupCount: z.int(),
  /** Rules that a VM violated on the day or the previous day, worst first. */
  rules: z.array(
    z.object({
      rule: ruleId,
      vms: z.object({ critical: z.int(), warning: z.int(), info: z.int() }),
      /** Share of running VMs on reporting hosts without an open finding of the rule of warning or worse. */
      ratio,
      ratioBefore: ratio,
    }),
  ),
});
export type ComplianceDayView = z.output<typeof complianceDayView>;
