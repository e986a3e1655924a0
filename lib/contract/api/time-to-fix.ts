import { z } from "zod";
import { SEVERITIES } from "@/lib/domain/words.ts";
import { ruleId } from "./words.ts";

const day = z.iso.date();
const seconds = z.int().min(0).nullable();

const fixes = z.object({
  mended: z.int(),
  medianSeconds: seconds,
  /** Nine in ten of them were fixed within this time. */
  nineInTenWithinSeconds: seconds,
  /** The median of the same number of days before the range; `null` if not all are recorded or nothing was fixed. */
  medianBeforeSeconds: seconds,
});

/** Findings open now, without frozen ones: findings that are never fixed appear in no median. */
const stillOpen = { open: z.int(), oldestOpenedAt: z.iso.datetime().nullable() };

/**
 * How long findings that were fixed within the range had been open: from the first report that showed them to the first
 * that no longer did, including periods of silence. Only findings confirmed by a second report are counted.
 */
export const timeToFixView = fixes.extend({
  from: day,
  to: day,
  /** Findings that disappeared before a second report confirmed them, without any fix. */
  passing: z.int(),
  /** Findings resolved because they no longer applied: the VM is gone, or was off for a long time. */
  noLongerApplied: z.int(),
  mendedBefore: z.int().nullable(),
  /** The days used for comparison; `null` if not all of them are recorded. */
  before: z.object({ from: day, to: day }).nullable(),
  /** From short to long; `withinSeconds` is the upper bound, `null` for the last band. */
  bands: z.array(
    z.object({ withinSeconds: z.int().nullable(), critical: z.int(), warning: z.int(), info: z.int() }),
  ),
  severities: z.array(fixes.extend({ severity: z.enum(SEVERITIES), ...stillOpen })),
  /** Rules with findings fixed in the range, slowest first. */
  rules: z.array(fixes.extend({ rule: ruleId, longestSeconds: z.int(), ...stillOpen })),
});
export type TimeToFixView = z.output<typeof timeToFixView>;
