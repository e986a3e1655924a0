import type { HostPlan } from "../fleet/host-plan.ts";
import type { StoryEvent } from "./story.ts";

/** A host that is turned off, permanently or for a while: nothing is collected, nothing is sent. */
export function hostOff(host: HostPlan, startsAt: number, endsAt: number | null = null): StoryEvent {
  return {
    title: `${host.name} stopped reporting`,
    endTitle: `${host.name} is reporting again`,
    startsAt,
    endsAt,
    hosts: [host.index],
    link: (index, seconds) =>
      index === host.index && seconds >= startsAt && (endsAt === null || seconds < endsAt) ? "off" : "up",
  };
}

/** A host that cannot reach the server: its agent continues to collect, and sends everything when the connection returns. */
export function hostCutOff(host: HostPlan, startsAt: number, endsAt: number): StoryEvent {
  return {
    title: `${host.name} cannot reach the server`,
    endTitle: `${host.name} can reach the server again and sends its backlog`,
    startsAt,
    endsAt,
    hosts: [host.index],
    link: (index, seconds) =>
      index === host.index && seconds >= startsAt && seconds < endsAt ? "cut" : "up",
  };
}
