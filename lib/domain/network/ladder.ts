import type { Evidence, Remedy } from "../judgement.ts";
import type { AccelerationStatus } from "../words.ts";
import { RUNG_FAULTS } from "./rung-faults.ts";

/** `not-applicable` is a rung that does not count here: a VF is not a rung of a VM that requests none. */
export type RungStatus = "pass" | "fail" | "unknown" | "not-applicable";

/**
 * One requirement of a technology. `check` runs for every VM of every report, so it only decides; `evidence` and
 * `remedy` create the text for display.
 */
export interface RungDefinition<Scene> {
  /** Never changes: counts, links and documentation use it. The same in every technology with the same requirement. */
  key: string;
  title: string;
  check: (scene: Scene) => RungStatus;
  evidence: (scene: Scene) => Evidence[];
  /** The fix and its impact. Used if the rung is broken, and for a request or a guest's rung that does not hold. */
  remedy: (scene: Scene) => Remedy | null;
  /** Only the guest could answer it: while it is unknown, everything else stays as it is. */
  isGuests?: true;
  /** Whether it is requested, which is never a fault: if it is not, the remedy shows how to request it. */
  isWish?: true;
}

export interface LadderDefinition<
  Scene,
  Technology extends string,
  Rung extends RungDefinition<Scene> = RungDefinition<Scene>,
> {
  technology: Technology;
  /** In the order in which they are checked: the first broken one decides. */
  rungs: readonly Rung[];
  adapterOf: (scene: Scene) => { id: string | null; name: string | null };
  /** What decides before any rung: evidence of traffic, or that none is expected. `null` leaves it to the rungs. */
  settled: (scene: Scene) => AccelerationStatus | null;
  /** What a broken rung means, depending on whether it is a request, a setting or a missing capability. */
  whenBroken: (scene: Scene, rung: Rung) => AccelerationStatus;
  /** The status if no rung is visibly broken, depending on whether one is unknown that the host could have reported. */
  whenWhole: (scene: Scene, isSomeUnknown: boolean) => AccelerationStatus;
}

/** A ladder without its rungs: what is stored for every VM and host. */
export interface LeanLadder<Technology extends string> {
  technology: Technology;
  adapterId: string | null;
  adapterName: string | null;
  status: AccelerationStatus;
  /** The first broken rung, if it decides the status; with traffic, or if none is expected, it decides nothing. */
  brokenRung: string | null;
}

interface DescribedRung {
  key: string;
  title: string;
  /** The fault if it is broken. */
  fault: string;
  status: RungStatus;
  evidence: Evidence[];
  remedy: Remedy | null;
}

export interface DescribedLadder<Technology extends string> extends LeanLadder<Technology> {
  rungs: DescribedRung[];
}

export function judgeLadder<Scene, Technology extends string, Rung extends RungDefinition<Scene>>(
  ladder: LadderDefinition<Scene, Technology, Rung>,
  scene: Scene,
): LeanLadder<Technology> {
  const settled = ladder.settled(scene);
  if (settled !== null) return lean(ladder, scene, settled, null);

  let isSomeUnknown = false;
  for (const rung of ladder.rungs) {
    const status = rung.check(scene);
    if (status === "fail") {
      const word = ladder.whenBroken(scene, rung);
      return lean(ladder, scene, word, word === "unknown" ? null : rung.key);
    }
    if (status === "unknown" && !rung.isGuests) isSomeUnknown = true;
  }
  return lean(ladder, scene, ladder.whenWhole(scene, isSomeUnknown), null);
}

function lean<Scene, Technology extends string, Rung extends RungDefinition<Scene>>(
  { technology, adapterOf }: LadderDefinition<Scene, Technology, Rung>,
  scene: Scene,
  status: AccelerationStatus,
  brokenRung: string | null,
): LeanLadder<Technology> {
  const { id, name } = adapterOf(scene);
  return { technology, adapterId: id, adapterName: name, status, brokenRung };
}

/** The same ladder with every rung in text, including those below the broken one and those of a VM that is not running. */
export function describeLadder<Scene, Technology extends string, Rung extends RungDefinition<Scene>>(
  ladder: LadderDefinition<Scene, Technology, Rung>,
  scene: Scene,
): DescribedLadder<Technology> {
  return {
    ...judgeLadder(ladder, scene),
    rungs: ladder.rungs.map((rung) => {
      const status = rung.check(scene);
      return {
        key: rung.key,
        title: rung.title,
        fault: RUNG_FAULTS[rung.key]?.fault ?? rung.title,
        status,
        evidence: rung.evidence(scene),
        remedy: isRemedyShown(rung, status) ? rung.remedy(scene) : null,
      };
    }),
  };
}

function isRemedyShown({ isGuests, isWish }: { isGuests?: true; isWish?: true }, status: RungStatus) {
  return status === "fail" || (status !== "pass" && (isGuests === true || isWish === true));
}

/** All must hold. One broken rung decides, even if others are unknown. */
export function allOf(statuses: Iterable<RungStatus>): RungStatus {
  let all: RungStatus = "not-applicable";
  for (const status of statuses) {
    if (status === "fail") return "fail";
    if (status === "unknown" || all === "not-applicable") all = status;
  }
  return all;
}

/** A value read as true holds, as false is broken; unread is unknown. */
export function holds(value: boolean | null): RungStatus {
  if (value === null) return "unknown";
  return value ? "pass" : "fail";
}

/** At least that much. */
export function isAtLeast(value: number | null, least: number): RungStatus {
  return holds(value === null ? null : value >= least);
}
