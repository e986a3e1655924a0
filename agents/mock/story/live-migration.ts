import type { HostPlan } from "../fleet/host-plan.ts";
import type { Move, StoryEvent } from "./story.ts";

/** Moves VMs from one cluster node to another, one after the other, and back again if requested. */
export function liveMigration(
  from: HostPlan,
  to: HostPlan,
  plan: {
    startsAt: number;
    /** Seconds from one VM's move to the next one's. */
    everySeconds: number;
    lastsSeconds: number;
    returnsAt: number | null;
    slots: readonly number[];
  },
): StoryEvent {
  const moves = plan.slots
    .filter((slot) => slot < from.vmCount)
    .map((slot, place): Move => {
      const offset = place * plan.everySeconds;
      const returnsAt = plan.returnsAt === null ? null : plan.returnsAt + offset;
      return {
        home: from.index,
        slot,
        to: to.index,
        startsAt: plan.startsAt + offset,
        endsAt: plan.startsAt + offset + plan.lastsSeconds,
        returnsAt,
        returnEndsAt: returnsAt === null ? null : returnsAt + plan.lastsSeconds,
      };
    });
  return {
    title: `${moves.length} VMs move from ${from.name} to ${to.name}`,
    endTitle: plan.returnsAt === null ? `${from.name} is drained` : `The VMs of ${from.name} are back on it`,
    startsAt: plan.startsAt,
    endsAt: moves.at(-1)?.returnEndsAt ?? moves.at(-1)?.endsAt ?? plan.startsAt,
    hosts: [from.index, to.index],
    moves,
  };
}
