import type pg from "pg";
import { lockOtherHosts, type HostState } from "@/lib/data/ingest/host-state.ts";
import {
  lockNewVms,
  readOtherObservations,
  type OtherObservation,
} from "@/lib/data/ingest/other-observations.ts";
import {
  readCurrentVms,
  readCurrentVmsOf,
  type CurrentVm,
  type KnownVm,
} from "@/lib/data/ingest/vm-state.ts";
import { readOpenFindings, type StoredFinding } from "@/lib/data/ingest/write-life.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import { defaultPolicy } from "@/lib/domain/default-policy.ts";
import { freshnessOf } from "@/lib/domain/freshness.ts";
import { placeOf, type VmPlace } from "@/lib/domain/placement.ts";
import { isGone, sightingAfter, type Sighting } from "@/lib/domain/sighting.ts";
import type { VmReport } from "@/lib/domain/vm-report.ts";
import type { Report, ReportedVm } from "./prepare-report.ts";

/** A VM that this host lists or listed: its state here after this report, and its placement. */
export interface PlacedVm {
  id: string;
  reported: ReportedVm | null;
  known: KnownVm | null;
  sighting: Sighting;
  place: VmPlace;
  /** Unchanged since it was evaluated, so it is not evaluated again and its row is not read. */
  isSettled: boolean;
  /** Its current row, on this or another host. */
  before: CurrentVm | null;
  /** When it was last reported before this report, by its host at that time. */
  previousReportAt: IsoTime | null;
}

/**
 * Determines the host of each VM in the report. Only VMs that other hosts also list are expensive: for those the other
 * hosts are locked before their rows are read and moved.
 */
export async function placeVms(
  client: pg.ClientBase,
  host: Pick<HostState, "hostId" | "name" | "cluster" | "retiredAt">,
  report: Report,
  reported: readonly ReportedVm[],
  known: readonly KnownVm[],
  /** The other inputs of verdicts are unchanged: settled VMs can be skipped. */
  isSameGround: boolean,
  /** No other host reports any VM known here. */
  isAlone = false,
): Promise<{ placed: PlacedVm[]; hostNames: Map<string, string>; open: StoredFinding[] }> {
  const { observedAt: at, isVmListComplete } = report;
  const knownById = new Map(known.map((vm) => [vm.id, vm]));
  const reportedById = new Map(reported.map((vm) => [vm.id, vm]));
  const ids = [...new Set([...reportedById.keys(), ...knownById.keys()])];

  const added = ids.filter((id) => !knownById.has(id));
  await lockNewVms(client, added);
  const seen = await othersById(client, host.hostId, isAlone ? added : ids);
  const contested = ids.filter((id) => seen.has(id));
  const elsewhere = await lockAndReadElsewhere(client, host.hostId, contested, seen);
  // Observations read before the lock may be outdated.
  const others = contested.length === 0 ? seen : await othersById(client, host.hostId, contested);
  const settled = new Set(
    isSameGround
      ? ids.filter((id) => !others.has(id) && isSettledStill(reportedById.get(id)?.vm, knownById.get(id)))
      : [],
  );
  const judged = ids.filter((id) => !settled.has(id));
  const [rows, open] = await Promise.all([
    readCurrentVmsOf(
      client,
      host.hostId,
      judged.filter((id) => knownById.has(id)),
    ),
    readOpenFindings(client, host.hostId, judged),
  ]);
  const currentById = new Map(rows.map((row) => [row.id, row]));

  const hostNames = new Map([...others.values()].flat().map(({ host: other }) => [other.id, other.name]));
  const alone = {
    currentHostId: host.hostId,
    isGone: false,
    placement: { conflict: null, hosts: [] },
    endedHostIds: [],
  };
  const placed: PlacedVm[] = [];
  for (const id of ids) {
    const vm = reportedById.get(id) ?? null;
    const knownVm = knownById.get(id) ?? null;
    const sighting = sightingAfter(knownVm, { isListed: vm !== null, isComplete: isVmListComplete, at });
    if (sighting === null) continue;
    const before = currentById.get(id) ?? elsewhere.get(id) ?? null;
    const observers = others.get(id);
    const there = observers?.find(({ host: other }) => other.id === before?.hostId);
    let place: VmPlace = alone;
    if (observers) place = placeAmong(observers, host, report, { vm, known: knownVm, sighting });
    else if (isGone(sighting)) place = { ...alone, isGone: true };
    placed.push({
      id,
      reported: vm,
      known: knownVm,
      sighting,
      place,
      isSettled: settled.has(id),
      before,
      previousReportAt: (there ?? knownVm)?.lastReportedAt ?? null,
    });
  }
  return { placed, hostNames, open };
}

/** The host of a VM that others list too, as their reports stand now. */
function placeAmong(
  observers: readonly OtherObservation[],
  host: Pick<HostState, "hostId" | "name" | "cluster" | "retiredAt">,
  report: Report,
  { vm, known, sighting }: { vm: ReportedVm | null; known: KnownVm | null; sighting: Sighting },
): VmPlace {
  const { hostId: id, name, cluster } = host;
  const here = {
    ...sighting,
    host: { id, name, cluster, freshness: hereFreshness(host, report) },
    state: vm ? vm.vm.state : (known?.state ?? null),
    isRunning: vm ? isRunningState(vm.vm.state) : (known?.isRunning ?? false),
    isRealised: true,
  };
  const elsewhere = observers.map((other) => ({
    ...other,
    host: {
      ...other.host,
      freshness: freshnessOf({
        lastReportedAt: other.host.observedAt,
        intervalSeconds: other.host.intervalSeconds,
        retiredAt: other.host.retiredAt,
        now: new Date(report.receivedAt),
      }),
    },
  }));
  return placeOf([here, ...elsewhere]);
}

/** Same facts, no missed report, and no restart since: a restart is visible only in the uptime. */
function isSettledStill(vm: VmReport | undefined, known: KnownVm | undefined): boolean {
  if (!vm || !known?.isSettled || known.contentHash !== vm.contentHash || known.missingReports > 0)
    return false;
  const { uptimeSeconds, state } = vm;
  return uptimeSeconds === null || uptimeSeconds >= defaultPolicy.graceSeconds || !isRunningState(state);
}

export function isRunningState(state: string | null): boolean {
  return state === "Running" || state === "RunningCritical";
}

function hereFreshness(
  { retiredAt }: Pick<HostState, "retiredAt">,
  { snapshot, observedAt, receivedAt }: Report,
) {
  return freshnessOf({
    lastReportedAt: observedAt,
    intervalSeconds: snapshot.agent.intervalSeconds,
    retiredAt,
    now: new Date(receivedAt),
  });
}

async function othersById(
  client: pg.ClientBase,
  hostId: string,
  ids: string[],
): Promise<Map<string, OtherObservation[]>> {
  const byId = new Map<string, OtherObservation[]>();
  for (const other of await readOtherObservations(client, hostId, ids)) {
    const list = byId.get(other.id);
    if (list) list.push(other);
    else byId.set(other.id, [other]);
  }
  return byId;
}

async function lockAndReadElsewhere(
  client: pg.ClientBase,
  hostId: string,
  contested: string[],
  others: Map<string, OtherObservation[]>,
): Promise<Map<string, CurrentVm>> {
  if (contested.length === 0) return new Map();
  const owners = new Set(contested.flatMap((id) => (others.get(id) ?? []).map(({ host }) => host.id)));
  await lockOtherHosts(client, [...owners]);
  const rows = await readCurrentVms(client, contested);
  return new Map(rows.filter((row) => row.hostId !== hostId).map((row) => [row.id, row]));
}
