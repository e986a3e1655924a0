import type { Random } from "../random.ts";

export const FAULTS = ["late", "duplicate", "out-of-order", "torn", "retry-storm"] as const;
/** Ways in which agents and networks misbehave, on request. */
export type Fault = (typeof FAULTS)[number];

/** How often each happens to a report. */
const SHARES: Readonly<Record<Fault, number>> = {
  late: 0.1,
  duplicate: 0.2,
  "out-of-order": 0.15,
  torn: 0.15,
  "retry-storm": 0.1,
};

/** How many intervals everything waits when a report is late. */
const LATE_INTERVALS = { min: 1, max: 6 };
/** How often a report is posted at the same moment in a storm. */
export const STORM_POSTS = 6;

/** Decides, seeded, which of the wanted faults hits. */
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
