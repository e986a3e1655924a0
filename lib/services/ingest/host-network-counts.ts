import type { PhysicalAdapterFacts } from "@/lib/domain/facts.ts";
import type { HostNetworkJudgement } from "@/lib/domain/network/host/judge-host-network.ts";
import { isTeamAdapter, isUp, type NetworkScene } from "@/lib/domain/network/path.ts";
import { ACCELERATION_STATUSES, type AccelerationStatus } from "@/lib/domain/words.ts";
import type { HostNetworkCounts } from "./rollup.ts";

const BITS_PER_GIGABIT = 1e9;

/** Host-side counts of one host that the fleet's network page sums. */
export function hostNetworkCounts(
  { ladders, idle }: Pick<HostNetworkJudgement, "ladders" | "idle">,
  { physicalAdapters, teams }: NetworkScene,
): HostNetworkCounts {
  const acceleration: HostNetworkCounts["acceleration"] = {};
  const counted: Record<string, number> = {};
  for (const { technology, status, brokenRung } of ladders) {
    acceleration[technology] = worse(acceleration[technology], status);
    if (status === "not-applicable") continue;
    const word = brokenRung === null ? `${technology} ${status}` : `${technology} ${status} ${brokenRung}`;
    counted[word] = (counted[word] ?? 0) + 1;
  }
  // A team's own adapter is not hardware.
  const adapters = (physicalAdapters ?? []).filter((each) => isUp(each) && !isTeamAdapter(each, teams));
  return {
    acceleration,
    ladders: counted,
    idle,
    adapters: namesOf(adapters),
  };
}

export function worse(left: AccelerationStatus | undefined, right: AccelerationStatus): AccelerationStatus {
  if (left === undefined) return right;
  return ACCELERATION_STATUSES.indexOf(left) <= ACCELERATION_STATUSES.indexOf(right) ? left : right;
}

/**
 * Such as `2 × ConnectX-5, 25 Gbps`. Windows numbers the second of two identical adapters, which does not make it a
 * different model.
 */
function namesOf(adapters: readonly PhysicalAdapterFacts[]): string {
  const counts = new Map<string, number>();
  for (const { description, linkSpeedBitsPerSecond } of adapters) {
    if (description === null) continue;
    const name = description.replace(/ #\d+$/, "");
    const speed =
      linkSpeedBitsPerSecond === null ? "" : `, ${linkSpeedBitsPerSecond / BITS_PER_GIGABIT} Gbps`;
    counts.set(name + speed, (counts.get(name + speed) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (count === 1 ? name : `${count} × ${name}`)).join("; ");
}
