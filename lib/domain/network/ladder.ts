import type { Evidence, Remedy } from "../judgement.ts";
import type { AccelerationStatus } from "../words.ts";
import { RUNG_FAULTS } from "./rung-faults.ts";

/** `not-applicable` is a rung that says nothing here: a VF is no rung of a VM that asked for none. */
export type RungStatus = "pass" | "fail" | "unknown" | "not-applicable";

/**
 * One thing that must hold before a technology can work. `check` is asked for every VM of every report, so it only
 * decides; `evidence` and `remedy` put it into words where somebody looks.
 */
export interface RungDefinition<Scene> {
  /** Stable for ever: counted, linked to and documented by it. The same in every technology that asks the same. */
  key: string;
  title: string;
  check: (scene: Scene) => RungStatus;
  evidence: (scene: Scene) => Evidence[];
  /** What mends it, and what that costs. Asked where the rung is broken, and of a wish or a guest's rung that does not hold. */
  remedy: (scene: Scene) => Remedy | null;
  /** Only the guest could tell: not to know it leaves everything else as it is. */
  isGuests?: true;
  /** Whether somebody wants it, which is no fault: where nobody does, the remedy tells how to ask. */
  isWish?: true;
}

export interface LadderDefinition<
  Scene,
  Technology extends string,
  Rung extends RungDefinition<Scene> = RungDefinition<Scene>,
> {
  technology: Technology;
  /** In the order in which they are climbed: the first that is broken decides. */
  rungs: readonly Rung[];
  adapterOf: (scene: Scene) => { id: string | null; name: string | null };
  /** What decides before any rung: evidence of traffic, or that none is to be expected. `null` leaves it to the rungs. */
  settled: (scene: Scene) => AccelerationStatus | null;
  /** What a broken rung means: of something asked for, of a setting, of a capability that is missing. */
  whenBroken: (scene: Scene, rung: Rung) => AccelerationStatus;
  /** What it means that no rung is seen to be broken, and whether one is unknown that somebody could have told. */
  whenWhole: (scene: Scene, isSomeUnknown: boolean) => AccelerationStatus;
}

/** A ladder without its rungs: what is kept of every VM and host. */
export interface LeanLadder<Technology extends string> {
  technology: Technology;
  adapterId: string | null;
  adapterName: string | null;
  status: AccelerationStatus;
  /** The first broken rung, where it decides the status; with traffic, or none to expect, it decides nothing. */
  brokenRung: string | null;
}

interface DescribedRung {
  key: string;
  title: string;
  /** What is wrong where it is broken. */
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

/** The same ladder with every rung in words, also those below the broken one and of a VM that does not run. */
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

/** All must hold. One that is broken decides, whatever else is unknown. */
export function allOf(statuses: Iterable<RungStatus>): RungStatus {
  let all: RungStatus = "not-applicable";
  for (const status of statuses) {
    if (status === "fail") return "fail";
    if (status === "unknown" || all === "not-applicable") all = status;
  }
  return all;
}

/** What was read as true holds, as false is broken; unread is unknown. */
export function holds(value: boolean | null): RungStatus {
  if (value === null) return "unknown";
  return value ? "pass" : "fail";
}

/** At least that much. */
export function isAtLeast(value: number | null, least: number): RungStatus {
  return holds(value === null ? null : value >= least);
}
