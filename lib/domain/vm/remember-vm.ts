import { tellsSystem } from "../guest/recognise-guest.ts";
import type { GuestFacts, IsoTime, VmFacts } from "../facts.ts";
import type { VmMemory } from "../judgement.ts";
import { isWork } from "./work-in-progress.ts";

interface Moment {
  vm: Pick<VmFacts, "guest" | "operationalStatus" | "state">;
  observedAt: IsoTime;
  previousReportAt?: IsoTime | null;
}

/** The memory after a report; the same object if the report contains nothing new. */
export function rememberVm(before: VmMemory, moment: Moment): VmMemory {
  const guest = rememberGuest(before, moment);
  const operationalStatusSince = rememberWork(before.operationalStatusSince, moment);
  const { state } = moment.vm;
  const isSameState = before.stateSince !== null && before.state === state;
  const isGuestTold = tellsSystem(moment.vm.guest);
  if (
    isSameState &&
    guest === before.guest &&
    operationalStatusSince === before.operationalStatusSince &&
    isGuestTold === (before.isGuestTold ?? false)
  )
    return before;
  const stateSince = isSameState ? before.stateSince : moment.observedAt;
  return { guest, isGuestTold, operationalStatusSince, state, stateSince };
}

function rememberGuest(before: VmMemory, { vm, observedAt, previousReportAt }: Moment): VmMemory["guest"] {
  if (tellsSystem(vm.guest)) {
    const isSame = before.guest !== null && before.isGuestTold && isSameGuest(before.guest.facts, vm.guest);
    return isSame ? before.guest : { facts: vm.guest, at: observedAt };
  }
  if (before.guest === null || !before.isGuestTold) return before.guest;
  return { facts: before.guest.facts, at: previousReportAt ?? observedAt };
}

/** An unread list ends nothing: the operation may still be in progress. */
function rememberWork(before: Record<string, IsoTime>, { vm, observedAt }: Moment): Record<string, IsoTime> {
  if (vm.operationalStatus === null) return before;
  const work = vm.operationalStatus.filter(isWork);
  const known = Object.keys(before);
  if (known.length === 0 && work.length === 0) return before;
  const after: Record<string, IsoTime> = {};
  for (const status of work) after[status] = before[status] ?? observedAt;
  const words = Object.keys(after);
  return words.length === known.length && words.every((word) => word in before) ? before : after;
}

function isSameGuest(left: GuestFacts, right: GuestFacts): boolean {
  return (
    left.osName === right.osName &&
    left.osVersion === right.osVersion &&
    left.osMajorVersion === right.osMajorVersion &&
    left.osMinorVersion === right.osMinorVersion &&
    left.osBuildNumber === right.osBuildNumber &&
    left.processorArchitecture === right.processorArchitecture &&
    left.fqdn === right.fqdn &&
    left.integrationServicesVersion === right.integrationServicesVersion &&
    isSameList(left.ipAddresses, right.ipAddresses) &&
    isSameItems(left.items, right.items)
  );
}

function isSameList(left: string[] | null, right: string[] | null): boolean {
  if (left === null || right === null) return left === right;
  return left.length === right.length && left.every((value, index) => value === right[index]);
}

/** By key: the database returns keys in a different order. */
function isSameItems(left: GuestFacts["items"], right: GuestFacts["items"]): boolean {
  if (left === null || right === null) return left === right;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
}
