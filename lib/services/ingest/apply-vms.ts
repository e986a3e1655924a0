import type pg from "pg";
import { readClusterVmVersions, type HostState } from "@/lib/data/ingest/host-state.ts";
import {
  readCurrentVmsOf,
  readKnownVms,
  readObservedFacts,
  type CurrentVm,
  type KnownVm,
} from "@/lib/data/ingest/vm-state.ts";
import {
  readOpenFindings,
  readRollup,
  writeChanges,
  writeFindings,
  writeOtherRollup,
  writeRollup,
  type ChangeWrite,
  type FindingWrite,
  type StoredFinding,
} from "@/lib/data/ingest/write-life.ts";
import {
  removeCurrentVms,
  unsettle,
  writeCurrentVms,
  writeObservations,
  writeRuntimes,
  writeServices,
  writeSightings,
} from "@/lib/data/ingest/write-vms.ts";
import { newestCommonVmVersion } from "@/lib/domain/common-vm-version.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import { freshnessOf, isReporting } from "@/lib/domain/freshness.ts";
import { RULES_VERSION } from "@/lib/domain/rules/rules-version.ts";
import { isRunningState, placeVms, type PlacedVm } from "./place-vms.ts";
import { hashOf, reportedVms, type Report, type ReportedVm } from "./prepare-report.ts";
import { dayCountsOf, rollupAfter, rollupOf, type HostCounts } from "./rollup.ts";
import type { Scene } from "./scene.ts";
import { judgeHere, leave, markUnread, observe, stayElsewhere } from "./vm-cases.ts";

/**
 * Applies the VMs of a report to what is known of them, inside the transaction that holds the host's lock.
 * `carryHost` carries the findings of the host itself, which are read in the same statement.
 * @returns how many changes were logged, and what the verdicts rest on beside the VMs themselves
 */
export async function applyVms(
  client: pg.ClientBase,
  host: HostState,
  report: Report,
  carryHost: (open: StoredFinding[]) => { findings: FindingWrite[]; changes: ChangeWrite[] },
): Promise<{ changes: number; ground: string }> {
  const { snapshot } = report;
  const known = await readKnownVms(client, host.hostId);
  const reported = reportedVms(snapshot, known);
  const newestCommonVersion = await commonVersion(client, host, report);
  const ground = groundOf(host, report, newestCommonVersion);
  const isSameGround = host.report?.ground === ground;
  const { placed, hostNames } = await placeVms(client, host, report, reported, known, isSameGround);
  const judged = placed.filter(({ isSettled }) => !isSettled);
  const open = await readOpenFindings(
    client,
    host.hostId,
    judged.map(({ id }) => id),
  );
  const scene: Scene = {
    client,
    host,
    report,
    hostFacts: snapshot.host,
    newestCommonVersion,
    findingsBySubject: bySubject(open),
    factsBefore: await readObservedFacts(client, host.hostId, changedIds(reported, known)),
    hostNames,
    writes: {
      observations: [],
      current: [],
      services: [],
      findings: [],
      changes: [],
      settled: new Set(),
      moves: [],
    },
  };

  for (const vm of judged) {
    observe(scene, vm);
    if (vm.place.isGone) leave(scene, vm);
    else if (vm.place.currentHostId !== host.hostId) await stayElsewhere(scene, vm);
    else if (vm.reported) judgeHere(scene, vm, vm.reported.facts);
    else if (!report.isVmListComplete && vm.before) markUnread(scene, vm, vm.before);
  }

  const ofHost = carryHost(
    open.filter((finding) => finding.subjectId === null && finding.hostId === host.hostId),
  );
  return { changes: await write(scene, known, placed, ofHost), ground };
}

/** What a verdict on a VM rests on beside the VM itself and other hosts that hold it. */
function groundOf(
  { tags }: HostState,
  { snapshot, factsHash }: Report,
  commonVersion: string | null,
): string {
  return hashOf(JSON.stringify([RULES_VERSION, factsHash, snapshot.host.cluster?.name, tags, commonVersion]));
}

async function write(
  { client, host, report, writes }: Scene,
  known: readonly KnownVm[],
  placed: readonly PlacedVm[],
  ofHost: { findings: FindingWrite[]; changes: ChangeWrite[] },
): Promise<number> {
  const { hostId } = host;
  await writeObservations(client, hostId, writes.observations);
  await writeSightings(client, hostId, movedSightings(placed));
  for (const kind of ["known", "new"] as const) {
    await writeRuntimes(client, hostId, report.observedAt, runtimes(placed, writes.settled, kind), kind);
  }
  await unsettle(client, hostId, unreadIds(placed, report));
  for (const to of new Set(writes.moves.map((move) => move.to))) {
    await removeCurrentVms(
      client,
      to,
      writes.moves.filter((move) => move.to === to).map(({ id }) => id),
    );
  }
  await writeCurrentVms(client, writes.current);
  await writeServices(client, writes.services);
  await writeFindings(client, [...ofHost.findings, ...writes.findings]);
  const changes = [...ofHost.changes, ...writes.changes];
  await writeChanges(client, changes);
  await writeRollups({ client, host, report, writes }, known, placed);
  return changes.length;
}

/** Counts are made anew where a row changed, and once each day, so that a day without a row is one without a report. */
async function writeRollups(
  { client, host, report, writes }: Pick<Scene, "client" | "host" | "report" | "writes">,
  known: readonly KnownVm[],
  placed: readonly PlacedVm[],
): Promise<void> {
  const { hostId, cluster } = host;
  const { observedAt } = report;
  const before = host.report?.observedAt ?? null;
  const isOtherDay = before !== null && dayOf(before) !== dayOf(observedAt);
  if (writes.current.length === 0 && known.length > 0 && !isOtherDay) return;
  await writeRollup(client, {
    ...countsToWrite(hostId, await countsAfter(client, hostId, placed, writes.current)),
    cluster,
    observedAt,
    intervalSeconds: report.snapshot.agent.intervalSeconds,
    lastOfDayBefore: isOtherDay ? before : null,
  });
  for (const other of othersTouched(hostId, placed, writes.current)) {
    const counts = rollupOf(await readCurrentVmsOf(client, other, "all"));
    await writeOtherRollup(client, countsToWrite(other, counts), observedAt);
  }
}

function countsToWrite(hostId: string, counts: HostCounts) {
  return { hostId, counts, dayCounts: dayCountsOf(counts) };
}

function dayOf(at: IsoTime): string {
  return at.slice(0, 10);
}

/** Hosts that lost or gained a row, or whose row learnt something: their counts are made anew. */
function othersTouched(hostId: string, placed: readonly PlacedVm[], rows: readonly CurrentVm[]): Set<string> {
  const touched = new Set(rows.map((row) => row.hostId));
  for (const { before, place } of placed) {
    if (before && before.hostId !== hostId && before.hostId !== place.currentHostId)
      touched.add(before.hostId);
  }
  touched.delete(hostId);
  return touched;
}

/** Where VMs were passed over their rows are not known here: then only what the written rows change is reckoned. */
async function countsAfter(
  client: pg.ClientBase,
  hostId: string,
  placed: readonly PlacedVm[],
  rows: readonly CurrentVm[],
): Promise<HostCounts> {
  const written = new Set(rows.map(({ id }) => id));
  const isHere = (row: CurrentVm | null): row is CurrentVm => row?.hostId === hostId;
  const before = placed.map((vm) => vm.before).filter(isHere);
  const after = [...before.filter(({ id }) => !written.has(id)), ...rows.filter(isHere)];
  if (!placed.some(({ isSettled }) => isSettled)) return rollupOf(after);
  const counts = await readRollup<HostCounts>(client, hostId);
  if (!counts) return rollupOf(await readCurrentVmsOf(client, hostId, "all"));
  return rollupAfter(counts, before, after);
}

function changedIds(reported: readonly ReportedVm[], known: readonly KnownVm[]): string[] {
  const hashes = new Map(known.map((vm) => [vm.id, vm.contentHash]));
  return reported
    .filter((vm) => hashes.has(vm.id) && hashes.get(vm.id) !== vm.contentHash)
    .map(({ id }) => id);
}

function movedSightings(placed: readonly PlacedVm[]) {
  return placed.flatMap(({ id, reported, known, sighting }) => {
    if (reported || !known || known.missingReports === sighting.missingReports) return [];
    return [{ id, firstReportedAt: sighting.firstReportedAt, missingReports: sighting.missingReports }];
  });
}

function runtimes(placed: readonly PlacedVm[], settled: ReadonlySet<string>, kind: "known" | "new") {
  return placed.flatMap(({ id, reported, known, isSettled }) => {
    if (!reported || (known !== null) !== (kind === "known")) return [];
    const { uptimeSeconds, cpuUsagePercent, memoryAssignedBytes, memoryDemandBytes, state } = reported.facts;
    return [
      {
        id,
        uptimeSeconds,
        cpuUsagePercent,
        memoryAssignedBytes,
        memoryDemandBytes,
        isRunning: isRunningState(state),
        isSettled: isSettled || settled.has(id),
      },
    ];
  });
}

/** Known, and left out by a list that is not whole. */
function unreadIds(placed: readonly PlacedVm[], { isVmListComplete }: Report): string[] {
  if (isVmListComplete) return [];
  return placed.flatMap(({ id, reported, known }) => (reported === null && known?.isSettled ? [id] : []));
}

function bySubject(open: readonly StoredFinding[]): Map<string, StoredFinding[]> {
  const map = new Map<string, StoredFinding[]>();
  for (const finding of open) {
    if (finding.subjectId === null) continue;
    const list = map.get(finding.subjectId);
    if (list) list.push(finding);
    else map.set(finding.subjectId, [finding]);
  }
  return map;
}

async function commonVersion(client: pg.ClientBase, host: HostState, report: Report): Promise<string | null> {
  const own = report.snapshot.host.hyperv?.supportedVmVersions ?? null;
  if (host.cluster === null) return newestCommonVmVersion([own]);
  const now = new Date(report.receivedAt);
  const nodes = await readClusterVmVersions(client, host.cluster, host.hostId);
  const reporting = nodes.filter(({ observedAt, intervalSeconds }) =>
    isReporting(freshnessOf({ lastReportedAt: observedAt, intervalSeconds, retiredAt: null, now })),
  );
  return newestCommonVmVersion([own, ...reporting.map(({ versions }) => versions)]);
}
