import { z } from "zod";
import { SEVERITIES } from "@/lib/domain/words.ts";
import { ruleId } from "./words.ts";

const day = z.iso.date();
const seconds = z.int().min(0).nullable();

const fixes = z.object({
  mended: z.int(),
  medianSeconds: seconds,
  /** Nine in ten of them were mended within it. */
  nineInTenWithinSeconds: seconds,
  /** The median of the days before the range, as many; `null` where they are not all on record or nothing was mended. */
  medianBeforeSeconds: seconds,
});

/** Open now, frozen ones left out: what is never mended is in no median. */
const stillOpen = { open: z.int(), oldestOpenedAt: z.iso.datetime().nullable() };

/**
 * How long findings were open that were mended within the range: from the first report that showed them to the first that
 * did not any more, times of silence among them. Counted are findings that a second report confirmed.
 */
export const timeToFixView = fixes.extend({
  from: day,
  to: day,
  /** Gone before a second report confirmed them: no work of anybody's. */
  passing: z.int(),
  /** Ended because they no longer applied: the VM is gone, or was off for long. */
  noLongerApplied: z.int(),
  mendedBefore: z.int().nullable(),
  /** Where the days are that it is compared with; `null` where they are not all on record. */
  before: z.object({ from: day, to: day }).nullable(),
  /** From short to long; `withinSeconds` is the upper end, `null` that of the last. */
  bands: z.array(
    z.object({ withinSeconds: z.int().nullable(), critical: z.int(), warning: z.int(), info: z.int() }),
  ),
  severities: z.array(fixes.extend({ severity: z.enum(SEVERITIES), ...stillOpen })),
  /** Rules of which something was mended in the range, the slowest first. */
  rules: z.array(fixes.extend({ rule: ruleId, longestSeconds: z.int(), ...stillOpen })),
});
export type TimeToFixView = z.output<typeof timeToFixView>;
