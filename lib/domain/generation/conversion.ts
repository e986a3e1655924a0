import type { ConversionVerdict } from "../words.ts";
import type { ConversionCheck, ConversionCheckVerdict } from "./conversion/check.ts";
import { deviceChecks } from "./conversion/device-checks.ts";
import { diskChecks } from "./conversion/disk-checks.ts";
import { guestChecks } from "./conversion/guest-checks.ts";
import { conversionPlan } from "./conversion/plan.ts";
import type { ConversionStep } from "./conversion/step.ts";
import { surroundingsChecks } from "./conversion/surroundings-checks.ts";
import type { GenerationScene } from "./generation-scene.ts";

/** Whether a generation 1 VM can move to generation 2, why, and how. */
export interface ConversionDescription {
  verdict: ConversionVerdict;
  /** One plain sentence. */
  summary: string;
  /** Number of remaining checks that only the guest can answer. */
  guestChecks: number;
  checks: ConversionCheckVerdict[];
  /** In the order to follow; empty if nothing can be converted. */
  plan: ConversionStep[];
}

const CHECKS: readonly ConversionCheck[] = [
  guestChecks.G1,
  guestChecks.G2,
  guestChecks.G3,
  guestChecks.G4,
  diskChecks.G5,
  diskChecks.G6,
  diskChecks.G7,
  deviceChecks.G8,
  deviceChecks.G9,
  deviceChecks.G10,
  guestChecks.G11,
  diskChecks.G12,
  deviceChecks.G13,
  surroundingsChecks.G14,
  surroundingsChecks.G15,
  surroundingsChecks.G16,
];
/** The boot loader never decides, and what generation 2 would add blocks nothing. */
const DECIDING_CHECKS = CHECKS.filter(({ key }) => key !== "G4" && key !== "G16");

/** The worst of what the host can see; checks that only the guest can answer do not decide. Cheap: allocates nothing. */
export function conversionVerdict(scene: GenerationScene): ConversionVerdict {
  const { generation } = scene.vm;
  if (generation !== 1) return generation === null ? "unknown" : "not-applicable";
  let isUnknown = false;
  let isCaution = false;
  for (const { ground } of DECIDING_CHECKS) {
    const { status, isForGuest } = ground(scene);
    if (isForGuest) continue;
    if (status === "block") return "blocked";
    if (status === "unknown") isUnknown = true;
    else if (status === "caution") isCaution = true;
  }
  if (isUnknown) return "unknown";
  return isCaution ? "caution" : "ready";
}

/** The same with every check in text and a plan, for the page of one VM. */
export function describeConversion(scene: GenerationScene): ConversionDescription {
  const verdict = conversionVerdict(scene);
  if (scene.vm.generation !== 1)
    return {
      verdict,
      summary: SUMMARIES[scene.vm.generation ?? "unread"],
      guestChecks: 0,
      checks: [],
      plan: [],
    };
  const checks = CHECKS.map(({ describe }) => describe(scene));
  const guestCount = checks.filter(({ isForGuest, status }) => isForGuest && status === "unknown").length;
  return {
    verdict,
    summary: summaryOf(verdict, guestCount),
    guestChecks: guestCount,
    checks,
    plan: conversionPlan(scene, checks),
  };
}

/** The checks that determined a verdict, by key. */
export function decidingChecks(scene: GenerationScene, verdict: ConversionVerdict): string[] {
  const status = verdict === "blocked" ? "block" : verdict;
  return DECIDING_CHECKS.filter(({ ground }) => {
    const found = ground(scene);
    return !found.isForGuest && found.status === status;
  }).map(({ key }) => key);
}

/** The question of each check, by its key. */
export const CONVERSION_CHECK_TITLES: Readonly<Record<string, string>> = Object.fromEntries(
  CHECKS.map(({ key, title }) => [key, title]),
);

/** Every check with every answer that it can have. */
export function conversionChecks(): readonly Pick<ConversionCheck, "key" | "title" | "grounds">[] {
  return CHECKS;
}

/** Every check that does not pass, as `G5:caution`, including those that only the guest can answer. */
export function openChecks(scene: GenerationScene): string[] {
  if (scene.vm.generation !== 1) return [];
  return CHECKS.flatMap(({ key, ground }) => {
    const { status } = ground(scene);
    return status === "pass" ? [] : [`${key}:${status}`];
  });
}

const SUMMARIES = {
  2: "The VM is already generation 2.",
  unread: "Unknown: the VM's generation could not be read.",
} as const;

function summaryOf(verdict: ConversionVerdict, guestCount: number): string {
  const left = guestCount === 1 ? "one check remains" : `${guestCount} checks remain`;
  switch (verdict) {
    case "ready":
      return `Nothing visible to the host blocks the move; ${left} that only the guest can answer.`;
    case "caution":
      return `The VM can move to generation 2 after some preparation; ${left} that only the guest can answer.`;
    case "blocked":
      return "A move to generation 2 is blocked. The VM is supported as it is.";
    default:
      return `Not known yet: a deciding fact could not be read, and ${left} that only the guest can answer.`;
  }
}
