import type { IsoTime } from "./facts.ts";
import { isReporting } from "./freshness.ts";
import type { PlacementFacts } from "./judgement.ts";
import { isGone, type Sighting } from "./sighting.ts";
import type { Freshness } from "./words.ts";

/** What one host last reported about a VM (id and role). */
export interface Observation extends Sighting {
  host: { id: string; name: string; cluster: string | null; freshness: Freshness };
  /** The state by its name, in the newest report that listed the VM. */
  state: string | null;
  isRunning: boolean;
  /** Planned VMs are not an observation; any that are passed in are skipped. */
  isRealised: boolean;
}

export interface VmPlace {
  /** The host whose report the VM belongs to; the last known one if it is gone; `null` without any observation. */
  currentHostId: string | null;
  /** No host has it any more, and the last host that had it omitted it from two complete reports in a row. */
  isGone: boolean;
  placement: PlacementFacts;
  /** Hosts whose observation is over: they released the VM, or are retired, and it belongs to another. */
  endedHostIds: string[];
}

/**
 * Where a VM is, from all observations of it. The newest report in which it runs has it; if it runs nowhere, the newest
 * that lists it. A host releases it with one complete report without the VM. Two hosts of one cluster never conflict;
 * two others do if each has reported the VM after the other's first report of it, since a move leaves one old report
 * behind, and if the older report's host still reports. One running and one listing it as off is not a conflict.
 */
export function placeOf(observations: readonly Observation[]): VmPlace {
  const known = observations.filter(({ isRealised }) => isRealised);
  const place = placeAmong(known);
  const ended = known.filter((each) => isEnded(each, place));
  return { ...place, endedHostIds: ended.map(({ host }) => host.id).toSorted() };
}

/**
 * It no longer contains anything that could return the VM to its host: if that host lists the VM again, a new stay
 * begins.
 */
function isEnded(
  { host, missingReports }: Observation,
  { currentHostId }: Pick<VmPlace, "currentHostId">,
): boolean {
  return host.id !== currentHostId && (missingReports > 0 || host.freshness === "retired");
}

function placeAmong(known: readonly Observation[]): Omit<VmPlace, "endedHostIds"> {
  const holding = known.filter(({ missingReports }) => missingReports === 0);
  if (holding.length === 0) {
    // The last host that had it is responsible: the others released it before.
    const last = known.toSorted(byNewest)[0];
    const placement = { conflict: null, hosts: [] };
    return { currentHostId: last?.host.id ?? null, isGone: last !== undefined && isGone(last), placement };
  }

  const holders = withoutSuperseded(withoutRetired(holding)).toSorted(byNewest);
  const runners = holders.filter(({ isRunning }) => isRunning);
  const claimants = runners.length > 0 ? runners : holders;
  const current = claimants[0];
  const hasConflict = claimants.some((left) => claimants.some((right) => areAtOdds(left, right)));
  const elsewhere = holders.filter((holder) => holder !== current && !(current && isBeaten(holder, current)));
  return {
    currentHostId: current?.host.id ?? null,
    isGone: false,
    placement: {
      conflict: hasConflict ? (runners.length > 0 ? "running-twice" : "realised-twice") : null,
      hosts: elsewhere.map(({ host, state, lastReportedAt }) => {
        return { id: host.id, name: host.name, state, lastReportedAt };
      }),
    },
  };
}

/** A retired host no longer counts, unless it is the only one that ever reported the VM. */
function withoutRetired(holders: Observation[]): Observation[] {
  const active = holders.filter(({ host }) => host.freshness !== "retired");
  return active.length > 0 ? active : holders;
}

/**
 * A node that fell silent while it ran the VM loses it to a node of its cluster that lists it only since then: the
 * cluster gives a VM to one node at a time, and this one may not have started it yet.
 */
function withoutSuperseded(holders: Observation[]): Observation[] {
  return holders.filter((silent) => {
    if (!silent.isRunning || isReporting(silent.host.freshness)) return true;
    return !holders.some((heir) => {
      const isHeir = isSameCluster(silent, heir) && isReporting(heir.host.freshness);
      return isHeir && isAfter(heir.firstReportedAt, silent.lastReportedAt);
    });
  });
}

/** Both run the VM, or neither does: the caller compares like with like. */
function areAtOdds(left: Observation, right: Observation): boolean {
  if (left.host.id === right.host.id || isSameCluster(left, right)) return false;
  const older = isAfter(left.lastReportedAt, right.lastReportedAt) ? right : left;
  return (
    isReporting(older.host.freshness) &&
    isAfter(left.lastReportedAt, right.firstReportedAt) &&
    isAfter(right.lastReportedAt, left.firstReportedAt)
  );
}

/** An older claim to run the VM that the current one ends: it is out of date, not "seen elsewhere". */
function isBeaten(holder: Observation, current: Observation): boolean {
  if (!holder.isRunning || !current.isRunning) return false;
  return isSameCluster(holder, current) || !isReporting(holder.host.freshness);
}

/** Names of clusters are names of computers: their case does not matter. */
function isSameCluster(left: Observation, right: Observation): boolean {
  const [ours, theirs] = [left.host.cluster, right.host.cluster];
  return ours !== null && theirs !== null && ours.toLowerCase() === theirs.toLowerCase();
}

function isAfter(left: IsoTime, right: IsoTime): boolean {
  return Date.parse(left) > Date.parse(right);
}

/** Newest first; of two equal ones the host that still reports, then by id, so that the answer never depends on order. */
function byNewest(left: Observation, right: Observation): number {
  return (
    Date.parse(right.lastReportedAt) - Date.parse(left.lastReportedAt) ||
    Number(isReporting(right.host.freshness)) - Number(isReporting(left.host.freshness)) ||
    (left.host.id < right.host.id ? -1 : 1)
  );
}
