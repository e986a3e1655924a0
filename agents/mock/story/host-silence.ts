import type { HostPlan } from "../fleet/host-plan.ts";
import type { StoryEvent } from "./story.ts";

/** A host that is switched off, for good or for a while: nothing is collected, nothing is sent. */
export function hostOff(host: HostPlan, startsAt: number, endsAt: number | null = null): StoryEvent {
  return {
    title: `${host.name} stopped reporting`,
    endTitle: `${host.name} reports again`,
    startsAt,
    endsAt,
    hosts: [host.index],
    link: (index, seconds) =>
      index === host.index && seconds >= startsAt && (endsAt === null || seconds < endsAt) ? "off" : "up",
  };
}

/** A host that cannot reach the server: its agent goes on collecting, and sends it all when the way is free. */
export function hostCutOff(host: HostPlan, startsAt: number, endsAt: number): StoryEvent {
  return {
    title: `${host.name} cannot reach the server`,
    endTitle: `${host.name} reaches the server again and sends what waited`,
    startsAt,
    endsAt,
    hosts: [host.index],
    link: (index, seconds) =>
      index === host.index && seconds >= startsAt && seconds < endsAt ? "cut" : "up",
  };
}
