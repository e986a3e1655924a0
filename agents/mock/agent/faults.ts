import type { Random } from "../random.ts";

export const FAULTS = ["late", "duplicate", "out-of-order", "torn", "retry-storm"] as const;
/** Ways in which agents and networks misbehave, on request. */
export type Fault = (typeof FAULTS)[number];

/** Probability of each fault per report. */
const SHARES: Readonly<Record<Fault, number>> = {
  late: 0.1,
  duplicate: 0.2,
  "out-of-order": 0.15,
  torn: 0.15,
  "retry-storm": 0.1,
};

/** Number of intervals that everything waits if a report is late. */
const LATE_INTERVALS = { min: 1, max: 6 };
/** Number of simultaneous posts of a report in a storm. */
export const STORM_POSTS = 6;

/** Decides, from a seed, which of the requested faults occurs. */
export class FaultPlan {
  readonly #wanted: ReadonlySet<Fault>;
  readonly #random: Random;

  constructor(wanted: ReadonlySet<Fault>, random: Random) {
    this.#wanted = wanted;
    this.#random = random;
  }

  hits(fault: Fault): boolean {
    return this.#wanted.has(fault) && this.#random.chance(SHARES[fault]);
  }

  lateIntervals(): number {
    return this.#random.int(LATE_INTERVALS.min, LATE_INTERVALS.max);
  }
}
