import { z } from "zod";
import { healthCounts, ruleId } from "./words.ts";

export const COMPLIANCE_GROUPS = ["cluster", "host", "tag", "rule"] as const;

const day = z.iso.date();
const ratio = z.number().min(0).max(1).nullable();

/**
 * Compliant: a running VM on a host that reports, without an open, unexcepted finding of warning or worse. VMs that are
 * off are on neither side; unknown ones are counted apart.
 */
const complianceCounts = z.object({
  compliant: z.int(),
  notCompliant: z.int(),
  unknown: z.int(),
  inactive: z.int(),
  /** VMs that are compliant only because of an exception: counted apart, and none yet. */
  excepted: z.int(),
  /** Compliant among compliant and not compliant ones; `null` where there is none of them. */
  ratio,
});
export type ComplianceCounts = z.output<typeof complianceCounts>;

/** A day ends at midnight UTC. What was last true on it stands for it. */
export const complianceDay = complianceCounts.extend({
  day,
  /**
   * `whole`: every host that was known reported. `holes`: some were silent at its end, their VMs are unknown. `none`: no
   * host reported or nothing was kept, so nothing is known, and all counts are 0. `today`: not over yet.
   */
  state: z.enum(["whole", "holes", "none", "today"]),
  hosts: z.int(),
  silentHosts: z.int(),
  health: healthCounts,
});
export type ComplianceDay = z.output<typeof complianceDay>;

export const complianceGroup = z.object({
  /** What to filter VMs by: the cluster's or tag's name, the host's id, the rule's id. */
  key: z.string(),
  name: z.string(),
  now: complianceCounts,
  /** On the first day of the range that knows of it; `null` where no day before today does. */
  start: complianceCounts.extend({ day }).nullable(),
  /** The share of each day of the range, `null` where nothing is known. Left out of groups past the fiftieth. */
  ratios: z.array(ratio).nullable(),
});
export type ComplianceGroup = z.output<typeof complianceGroup>;

export const complianceRule = z.object({
  rule: ruleId,
  /** Compliant and not compliant VMs with an open finding of it now, its host's that name them among those. */
  vms: z.object({ critical: z.int(), warning: z.int(), info: z.int() }),
  /** Share of running VMs on reporting hosts without an open finding of it of warning or worse. */
  ratio,
  start: z.object({ day, ratio }).nullable(),
  ratios: z.array(ratio),
});

/** Compliance now and by day. All that is asked for is in one answer, so that what is seen can be exported as it is. */
export const complianceView = z.object({
  from: day,
  to: day,
  groupBy: z.enum(COMPLIANCE_GROUPS),
  now: complianceCounts,
  days: z.array(complianceDay),
  /** Worst first; at most 500. */
  groups: z.array(complianceGroup),
  groupCount: z.int(),
  /** Rules that make VMs not compliant now or did in the range, the worst first. */
  rules: z.array(complianceRule),
  /** Share of the days of the range, today left out, on which every known host reported. */
  wholeDays: z.number().min(0).max(1).nullable(),
  /** The first day that is on record; `null` before it is over. */
  recordedFrom: day.nullable(),
});
export type ComplianceView = z.output<typeof complianceView>;

/** One day by itself, as it ended; today as it is now. */
export const complianceDayView = z.object({
  day: complianceDay,
  /** The day before, to compare with; of state `none` where nothing of it is known. */
  before: complianceDay,
  groupBy: z.enum(COMPLIANCE_GROUPS),
  /** Before it nothing is on record; `null` before the first day is over. */
  recordedFrom: day.nullable(),
  /** Hosts that were silent as the day ended, at most 50 of them: their VMs are unknown. */
  silent: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Worst first; at most 500. */
  groups: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      counts: complianceCounts,
      /** Its share on the day before; `null` where that is not known. */
      ratioBefore: ratio,
    }),
  ),
  groupCount: z.int(),
  /** Rules that a VM broke on the day or on the one before, the worst first. */
  rules: z.array(
    z.object({
      rule: ruleId,
      vms: z.object({ critical: z.int(), warning: z.int(), info: z.int() }),
      /** Share of the running VMs on reporting hosts without an open finding of it of warning or worse. */
      ratio,
      ratioBefore: ratio,
    }),
  ),
});
export type ComplianceDayView = z.output<typeof complianceDayView>;
