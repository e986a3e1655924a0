import { isDeepStrictEqual } from "node:util";
import type { VmFacts } from "@/lib/domain/facts.ts";
import type { VmNetworkJudgement } from "@/lib/domain/network/vm/judge-vm-network.ts";
import { toLadderWord } from "./current-vm.ts";
import type { PlacedVm } from "./place-vms.ts";

/**
 * Whether a VM tells its host's own rules what it told them in the report before. They read its name, its adapters, what
 * became of each ladder, and what it asks of the host in vain.
 */
export function isNetworkAsBefore(
  vm: PlacedVm,
  hostId: string,
  now: { facts: VmFacts; network: VmNetworkJudgement },
  /** By what it said before, judged now. */
  then: { facts: VmFacts; network: VmNetworkJudgement } | null,
): boolean {
  const { before } = vm;
  if (before?.hostId !== hostId || before.goneAt !== null || vm.known?.missingReports !== 0) return false;
  // Time alone may have changed it, which the words of its row tell.
  if (now.network.ladders.flatMap(toLadderWord).join() !== before.ladders.join()) return false;
  return then === null || isDeepStrictEqual(toldOf(then), toldOf(now));
}

function toldOf({ facts, network }: { facts: VmFacts; network: VmNetworkJudgement }): unknown[] {
  return [facts.name, facts.adapters, network.ladders, network.askedElsewhere];
}
