import type { HostPlan } from "../fleet/host-plan.ts";
import { canHaveFlaw, drawOfVm, type VmPlan } from "../fleet/vm-plan.ts";
import type { Flaw } from "../fleet/mix.ts";
import { Random } from "../random.ts";

const DAY_SECONDS = 86_400;
/** VMs are restarted when their guests are patched. */
const PATCHED_EVERY_DAYS = 30;

/** Problems of a year ago that have been fixed since: the share of the VMs that had them, of those that could. */
const MENDED: readonly (readonly [flaw: Flaw, share: number])[] = [
  ["exchange-dead", 0.16],
  ["backup-dead", 0.12],
  ["backup-off", 0.08],
  ["exchange-off", 0.06],
  ["shutdown-off", 0.04],
  ["heartbeat-off", 0.02],
];

/** Share of today's problems that always existed; the others began on some past day. */
const OF_OLD_SHARE = 0.4;

/** Temporary flaws, which affected other VMs on other days. */
const PASSING: readonly Flaw[] = ["booting", "backing-up", "stuck", "unread-statuses", "heartbeat-error"];

/** A bad week of a cluster or standalone host: an update that broke one thing in some of its guests. */
interface Trouble {
  readonly flaw: Flaw;
  readonly share: number;
  readonly beganDaysAgo: number;
  readonly lastsDays: number;
}

/** The VM as it was this many days before the fleet was started; `null` if it did not exist yet. */
export function vmInThePast(vm: VmPlan, host: HostPlan, daysAgo: number, pastDays: number): VmPlan | null {
  if (vm.createdDaysAgo < daysAgo) return null;
  return {
    ...vm,
    createdDaysAgo: vm.createdDaysAgo - daysAgo,
    bootedSecondsAgo: uptimeOn(vm, daysAgo),
    flaws: flawsOn(vm, host, daysAgo, pastDays),
  };
}

function uptimeOn(vm: VmPlan, daysAgo: number): number {
  const since = vm.bootedSecondsAgo - daysAgo * DAY_SECONDS;
  if (since >= DAY_SECONDS) return since;
  const cycle = PATCHED_EVERY_DAYS * DAY_SECONDS;
  return DAY_SECONDS + (((since % cycle) + cycle) % cycle);
}

function flawsOn(vm: VmPlan, host: HostPlan, daysAgo: number, pastDays: number): Set<Flaw> {
  const flaws = new Set<Flaw>();
  let purpose = 100;
  for (const flaw of vm.flaws) {
    if (PASSING.includes(flaw)) continue;
    purpose += 1;
    const draw = drawOfVm(vm, purpose);
    const began = draw < OF_OLD_SHARE ? Infinity : ((draw - OF_OLD_SHARE) / (1 - OF_OLD_SHARE)) * pastDays;
    if (isWayOfLife(flaw) || daysAgo <= began) flaws.add(flaw);
  }
  MENDED.forEach(([flaw, share], place) => {
    if (!canHaveFlaw(flaw, vm.guest) || drawOfVm(vm, 200 + place) >= share) return;
    if (daysAgo > mendedDaysAgo(vm, host, place, pastDays)) flaws.add(flaw);
  });
  for (const trouble of troublesOf(host, pastDays)) {
    const isOn = daysAgo <= trouble.beganDaysAgo && daysAgo > trouble.beganDaysAgo - trouble.lastsDays;
    if (isOn && canHaveFlaw(trouble.flaw, vm.guest) && drawOfVm(vm, trouble.beganDaysAgo) < trouble.share)
      flaws.add(trouble.flaw);
  }
  return flaws;
}

/** Not a problem that begins on a certain day, but a property from the creation of the VM. */
function isWayOfLife(flaw: Flaw): boolean {
  return (
    flaw.startsWith("network-") ||
    flaw.startsWith("wants-") ||
    ["secure-boot-off", "no-tpm", "stop-by-shutdown", "time-off", "backup-mismatch"].includes(flaw)
  );
}

/** Each cluster is fixed during its own weeks, VM by VM; few problems are fixed at other times. */
function mendedDaysAgo(vm: VmPlan, host: HostPlan, place: number, pastDays: number): number {
  const draw = drawOfVm(vm, 300 + place);
  if (drawOfVm(vm, 400 + place) < 0.3) return 2 + draw * (pastDays - 4);
  const campaign = new Random(placeOf(host), "campaign", place);
  const beganDaysAgo = pastDays * (0.15 + 0.75 * campaign.next());
  return Math.max(1, beganDaysAgo - draw * pastDays * 0.2);
}

function troublesOf(host: HostPlan, pastDays: number): Trouble[] {
  const random = new Random(placeOf(host), "troubles");
  return Array.from({ length: random.int(1, 3) }, () => ({
    flaw: random.pick(["backup-dead", "exchange-dead", "shutdown-dead", "lost"] as const),
    share: 0.2 + 0.4 * random.next(),
    beganDaysAgo: random.int(8, pastDays - 5),
    lastsDays: random.int(2, 9),
  }));
}

/** The group that is administered together. */
function placeOf(host: HostPlan): string {
  return host.cluster?.name ?? host.name;
}
