import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import type { Fleet } from "../fleet.ts";
import type { HostPlan } from "../fleet/host-plan.ts";
import { HOST_TEXTS } from "../fleet/host-texts.ts";
import { wireHost } from "../fleet/host-wiring.ts";
import { toCondition } from "../fleet/vm-condition.ts";
import { planVm } from "../fleet/vm-plan.ts";
import { Random, uuidV7 } from "../random.ts";
import { renderSnapshot } from "../render/snapshot.ts";
import { renderVm } from "../render/vm.ts";
import { type Incident, incidentsOf, isOn, toldAt } from "./incidents.ts";
import { vmInThePast } from "./vm-in-the-past.ts";

const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
/** Hosts were patched and restarted at this interval. */
const PATCHED_EVERY_DAYS = 30;
/** The last weeks have one report per day, older ones one per week: a year of a fleet is evaluated in a minute or two. */
const DAILY_FOR_DAYS = 35;
const OLD_DAYS_APART = 7;

/** A report with its time of receipt. */
export interface PastReport {
  receivedAt: string;
  snapshot: SnapshotV1;
}

/**
 * The reports of one host in the days before the fleet was started, oldest first: a year in which some problems were fixed
 * and others appeared, with days on which the host was silent. Problems that were fixed within hours have additional reports
 * at their own times. The same fleet has the same history.
 */
export function* tellPast(fleet: Fleet, host: HostPlan, days: number): Generator<PastReport, void> {
  const startMs = fleet.startedAt.getTime();
  const firstMs = startMs - days * DAY_MS;
  const knownDays = Math.min(days, joinedDaysAgo(host, days));
  const isSilentAt = (atMs: number) => isSilentOn(host, fleet.seed, daysAgoOf(atMs), days);
  const daysAgoOf = (atMs: number) => Math.floor(startMs / DAY_MS) - Math.floor(atMs / DAY_MS);
  const incidents = incidentsOf(host, startMs, knownDays).filter(
    (incident) => !toldAt(incident).some(isSilentAt),
  );
  const regular = Array.from({ length: knownDays }, (_, index) => knownDays - index)
    .filter((daysAgo) => daysAgo <= DAILY_FOR_DAYS || daysAgo % OLD_DAYS_APART === 0)
    .map((daysAgo) => reportedAtMs(host, startMs, daysAgo))
    .filter((atMs) => !isSilentAt(atMs));
  const [firstReportMs = startMs] = regular;
  const extra = incidents.flatMap(toldAt).filter((atMs) => atMs > firstReportMs);
  let sequence = 0;
  for (const atMs of [...new Set([...regular, ...extra])].toSorted((left, right) => left - right)) {
    if (atMs >= startMs - (host.traits.silentSinceSeconds ?? 0) * 1000) break;
    sequence += 1;
    const daysAgo = daysAgoOf(atMs);
    const isOld = daysAgo > DAILY_FOR_DAYS;
    yield {
      receivedAt: new Date(atMs).toISOString(),
      snapshot: renderDay(
        host,
        { startMs, daysAgo, days, atMs, epoch: firstMs, sequence, isOld },
        incidents.filter((incident) => isOn(incident, atMs)),
      ),
    };
  }
}

function renderDay(
  host: HostPlan,
  day: {
    startMs: number;
    daysAgo: number;
    days: number;
    atMs: number;
    epoch: number;
    sequence: number;
    isOld: boolean;
  },
  incidents: readonly Incident[],
): SnapshotV1 {
  const { startMs, daysAgo, days, atMs, epoch, sequence, isOld } = day;
  // Ages are relative to the day itself, so that creation and start dates do not change.
  const then = { ...host, bootedDaysAgo: bootedBefore(host, daysAgo) };
  const thenMs = startMs - daysAgo * DAY_MS;
  const scene = {
    host: then,
    wiring: wireHost(host),
    texts: HOST_TEXTS[host.language],
    tick: daysAgo,
    startMs: thenMs,
  };
  const slots = host.traits.withoutRights ? 0 : host.vmCount;
  const vms = Array.from({ length: slots }, (_, slot) => {
    const usual = vmInThePast(planVm(host, slot), host, daysAgo, days);
    if (usual === null) return [];
    const broken = incidents.filter((incident) => incident.slot === slot).map(({ flaw }) => flaw);
    const vm = { ...usual, flaws: new Set([...usual.flaws, ...broken]) };
    return [renderVm(vm, toCondition(vm, then, 0), 0, scene)];
  }).flat();
  return renderSnapshot(then, scene.wiring, vms, {
    tick: daysAgo,
    startMs: thenMs,
    stamp: {
      snapshotId: uuidV7(atMs, new Random(host.seed, "past", atMs)),
      epoch,
      sequence,
      collectedAtMs: atMs,
      sentAtMs: atMs,
      intervalSeconds: (isOld ? OLD_DAYS_APART : 1) * DAY_SECONDS,
      spool: { pending: 0, dropped: 0, oldestAt: null },
      sendError: null,
    },
  });
}

/** In the last hour of the day: that report represents the day. */
function reportedAtMs(host: HostPlan, startMs: number, daysAgo: number): number {
  const day = Math.floor(startMs / DAY_MS) - daysAgo;
  return day * DAY_MS + 23 * 3_600_000 + new Random(host.seed, "past minute").int(0, 3400) * 1000;
}

/** Some hosts were added during that time. */
function joinedDaysAgo({ seed }: HostPlan, days: number): number {
  const random = new Random(seed, "joined");
  return random.chance(0.15) ? random.int(Math.ceil(days * 0.1), days) : days;
}

function bootedBefore({ bootedDaysAgo }: HostPlan, daysAgo: number): number {
  const booted =
    daysAgo <= bootedDaysAgo
      ? bootedDaysAgo
      : bootedDaysAgo + Math.ceil((daysAgo - bootedDaysAgo) / PATCHED_EVERY_DAYS) * PATCHED_EVERY_DAYS;
  return booted - daysAgo;
}

/**
 * Once, recently, the server itself was down and no reports arrived. In addition, every third host had a silent period of
 * its own: some days recently, or some weeks long ago, when reports are only weekly anyway.
 */
function isSilentOn({ seed }: HostPlan, fleetSeed: string, daysAgo: number, days: number): boolean {
  const everyone = new Random(fleetSeed, "standstill").int(16, 26);
  if (daysAgo <= everyone && daysAgo > everyone - 4) return true;
  const random = new Random(seed, "silence");
  if (!random.chance(0.35)) return false;
  const isOfLate = random.chance(0.5) || days <= DAILY_FOR_DAYS * 2;
  const began = isOfLate ? random.int(5, 14) : random.int(DAILY_FOR_DAYS + 30, days);
  return daysAgo <= began && daysAgo > began - (isOfLate ? random.int(2, 5) : random.int(15, 29));
}
