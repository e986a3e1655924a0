import { compareText } from "../../compare-text.ts";
import type { HostTechnology, Severity } from "../../../words.ts";
import type { ClimbedLadder } from "../climb.ts";
import { type Cause, deciding, distinctVms } from "./cause.ts";
import type { BrokenForVms } from "./vm-causes.ts";

/**
 * Adapters whose own ladder is broken at a rung, one cause per rung: four adapters with RSS disabled are one fault. It
 * names the VMs that the same rung blocks.
 */
export function adapterCauses(
  climbed: readonly ClimbedLadder[],
  technology: HostTechnology,
  says: { severity: Severity; summaries: Readonly<Record<string, string>> },
  stopped: readonly BrokenForVms[] = [],
): Cause[] {
  return Object.entries(says.summaries).flatMap(([rung, summary]) => {
    const broken = climbed
      .filter(({ lean }) => lean.technology === technology && lean.status === "configured")
      .filter(({ lean }) => lean.brokenRung === rung)
      .toSorted((left, right) => compareText(nameOf(left), nameOf(right)));
    if (broken.length === 0) return [];

    const rungs = broken.map((ladder) => ladder.describe().rungs.find(({ key }) => key === rung));
    return {
      severity: says.severity,
      summary: `${summary} ${broken.map(nameOf).join(", ")}.`,
      evidence: deciding(
        rungs.flatMap((each, index) => [
          ...(each?.evidence ?? []),
          { name: "adapter", value: broken[index]?.lean.adapterName ?? null },
        ]),
      ),
      remedies: rungs.flatMap((each) => each?.remedy ?? []),
      touchedVms: distinctVms(stopped.filter((each) => each.rung === rung).flatMap(({ vms }) => vms)),
    };
  });
}

function nameOf({ lean }: ClimbedLadder): string {
  return lean.adapterName ?? lean.adapterId ?? "";
}

/** The answer of the ladders if none of them is at fault. */
export function answerOfLadders(
  climbed: readonly ClimbedLadder[],
  technology: HostTechnology,
  isRead: boolean,
): "ok" | "unknown" | "not-applicable" {
  if (!isRead) return "unknown";
  const words = climbed.flatMap(({ lean }) => (lean.technology === technology ? lean.status : []));
  if (words.includes("unknown")) return "unknown";
  return words.every((word) => word === "not-applicable") ? "not-applicable" : "ok";
}
