import type { ComponentKey } from "@/lib/domain/words.ts";
import type { HostPlan } from "../fleet/host-plan.ts";
import { drawOfVm } from "../fleet/vm-plan.ts";
import type { StoryEvent } from "./story.ts";

const NO_CONTACT = 12;

/** A service fails inside Windows guests of some hosts, as after a faulty update. */
export function serviceOutage(
  hosts: readonly HostPlan[],
  {
    service,
    share,
    startsAt,
    endsAt,
    title,
    endTitle,
  }: {
    service: ComponentKey;
    share: number;
    startsAt: number;
    endsAt: number;
    title: string;
    endTitle: string;
  },
): StoryEvent {
  return {
    title,
    endTitle,
    startsAt,
    endsAt,
    hosts: hosts.map(({ index }) => index),
    adjust(vm, condition, _host, seconds) {
      const isHit = vm.guest.family === "windows" && drawOfVm(vm, startsAt) < share;
      const state = condition.services[service];
      if (!isHit || seconds >= endsAt || condition.state !== "Running" || !state.enabled) return;
      if (state.primary === 2) Object.assign(state, { primary: NO_CONTACT, secondary: null });
    },
  };
}

/** Data exchange that is disabled on a host's VMs from before the story begins until it is fixed. */
export function exchangeSwitchedOff(host: HostPlan, mendsAt: number, share: number): StoryEvent[] {
  const isHit = (draw: number) => draw < share;
  return [
    {
      title: `Data exchange is disabled for many VMs of ${host.name}`,
      endTitle: `Data exchange was enabled again on ${host.name}`,
      startsAt: 0,
      endsAt: mendsAt,
      hosts: [host.index],
      adjust(vm, condition, at, seconds) {
        if (at.index !== host.index || seconds >= mendsAt || !isHit(drawOfVm(vm, 1))) return;
        condition.services["data-exchange"].enabled = false;
        condition.isGuestKnown = false;
      },
    },
  ];
}
