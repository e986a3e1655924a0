import { WORST_FIRST } from "@/components/acceleration/technology-words.ts";
import type { VmView } from "@/lib/contract/api/vms.ts";
import type { TechnologyKey } from "./service-words.ts";

type Ladder = VmView["acceleration"][number];
type Rung = Ladder["rungs"][number];

export interface TechnologyReason {
  /** The adapter that decides the cell; a VM with one adapter needs no name for it. */
  adapter: string | null;
  /** The number of adapters of the VM. */
  adapters: number;
  /** The first broken rung, or the first unread one if that is the reason. */
  rung: Rung | null;
  passed: number;
  rungs: number;
}

/** The adapter that determines a VM's cell, and its first broken rung. */
export function prepareTechnologyReason(
  acceleration: VmView["acceleration"],
  technology: TechnologyKey,
): TechnologyReason | null {
  const ladders = acceleration.filter((each) => each.technology === technology);
  const worst = WORST_FIRST.flatMap((status) => ladders.filter((each) => each.status === status))[0];
  if (!worst) return null;
  const broken = worst.rungs.find(({ key }) => key === worst.brokenRung);
  const unread = worst.status === "unknown" ? worst.rungs.find(({ status }) => status === "unknown") : null;
  return {
    adapter: ladders.length > 1 ? (worst.adapterName ?? "an unnamed adapter") : null,
    adapters: ladders.length,
    rung: broken ?? unread ?? null,
    passed: worst.rungs.filter(({ status }) => status === "pass").length,
    rungs: worst.rungs.length,
  };
}
