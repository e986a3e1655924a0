import { isDeepStrictEqual } from "node:util";
import type { VmFacts } from "@/lib/domain/facts.ts";
import type { VmNetworkJudgement } from "@/lib/domain/network/vm/judge-vm-network.ts";
import { toLadderWord } from "./current-vm.ts";
import type { PlacedVm } from "./place-vms.ts";

/**
 * Whether a VM's input to its host's own rules is the same as in the previous report. They read its name, its adapters,
 * the result of each ladder, and its requests that the host does not meet.
 */
export function isNetworkAsBefore(
  vm: PlacedVm,
  hostId: string,
  now: { facts: VmFacts; network: VmNetworkJudgement },
  /** The previous facts, evaluated now. */
  then: { facts: VmFacts; network: VmNetworkJudgement } | null,
): boolean {
  const { before } = vm;
  if (before?.hostId !== hostId || before.goneAt !== null || vm.known?.missingReports !== 0) return false;
  // Time alone may have changed the result, which the words in its row show.
  if (now.network.ladders.flatMap(toLadderWord).join() !== before.ladders.join()) return false;
  return then === null || isDeepStrictEqual(toldOf(then), toldOf(now));
}

function toldOf({ facts, network }: { facts: VmFacts; network: VmNetworkJudgement }): unknown[] {
  return [facts.name, facts.adapters, network.ladders, network.askedElsewhere];
}
