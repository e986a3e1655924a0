import type { HostPlan } from "../fleet/host-plan.ts";
import { restart, silence } from "../fleet/vm-condition.ts";
import { drawOfVm } from "../fleet/vm-plan.ts";
import type { StoryEvent } from "./story.ts";

const LOST_COMMUNICATION = 13;
const CRITICAL_SHARE = 0.3;
const SILENT_SHARE = 0.75;
/** Guests whose disks still respond lose their services on the lost path a minute later. */
const SILENT_AFTER_SECONDS = 60;

/** A host loses a path to its storage: some VMs become critical immediately, others stop responding, until it is restored. */
export function storageLoss(
  host: HostPlan,
  { startsAt, mendsAt }: { startsAt: number; mendsAt: number },
): StoryEvent {
  return {
    title: `${host.name} lost a path to its storage`,
    endTitle: `${host.name} has access to its storage again`,
    startsAt,
    endsAt: mendsAt,
    hosts: [host.index],
    adjust(vm, condition, at, seconds) {
      // Only VMs that run there now are affected, not those that moved away.
      if (at.index !== host.index || condition.state !== "Running") return;
      const draw = drawOfVm(vm, startsAt);
      const isCritical = draw < CRITICAL_SHARE;
      const fallsSilent = !isCritical && draw < SILENT_SHARE;

      if (seconds < mendsAt) {
        if (isCritical) {
          condition.state = "RunningCritical";
          condition.status = "storageLost";
          condition.operationalStatus = ["CriticalIoError"];
          silence(condition, LOST_COMMUNICATION);
        } else if (fallsSilent && seconds >= startsAt + SILENT_AFTER_SECONDS) {
          silence(condition, LOST_COMMUNICATION);
        }
      } else if (fallsSilent) {
        // Their systems had crashed, so they were turned off and on.
        restart(condition, vm, at, seconds - mendsAt);
      }
    },
  };
}
