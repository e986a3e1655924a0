import type pg from "pg";
import type { HostState } from "@/lib/data/ingest/host-state.ts";
import { readKnownVms, readObservedFacts, type KnownVm } from "@/lib/data/ingest/vm-state.ts";
import {
  readOpenFindings,
  writeChanges,
  writeFindings,
  type ChangeWrite,
  type FindingWrite,
  type StoredFinding,
} from "@/lib/data/ingest/write-life.ts";
import {
  markSettled,
  removeCurrentVms,
  writeCurrentVms,
  writeObservations,
  writeRuntimes,
  writeServices,
  writeSightings,
} from "@/lib/data/ingest/write-vms.ts";
import type { VmFacts } from "@/lib/domain/facts.ts";
import type { OpenFinding } from "@/lib/domain/finding-life.ts";
import { firstRows } from "@/lib/domain/host/first-rows.ts";
import { networkScene, type NetworkScene } from "@/lib/domain/network/path.ts";
import type { VmNetworkJudgement } from "@/lib/domain/network/vm/judge-vm-network.ts";
import { RULES_VERSION } from "@/lib/domain/rules/rules-version.ts";
import { commonVersion, groundOf } from "./ground.ts";
import type { JudgedVm } from "./judge-vms.ts";
import { isRunningState, placeVms, type PlacedVm } from "./place-vms.ts";
import { reportedVms, type Report, type ReportedVm } from "./prepare-report.ts";
import type { HostNetworkCounts } from "./rollup.ts";
import { noWrites, type Scene } from "./scene.ts";
import { judge, judgeNetwork, keepHere, leave, markUnread, observe, stayElsewhere } from "./vm-cases.ts";
import { writeRollups } from "./write-rollups.ts";

/** What one report says of its host's own findings, once its VMs are judged. */
export interface HostLife {
  findings: FindingWrite[];
  changes: ChangeWrite[];
  /** By the VM's id. */
  namingVms: ReadonlyMap<string, readonly OpenFinding[]>;
  counts: HostNetworkCounts | null;
}

/**
 * Applies the VMs of a report to what is known of them, inside the transaction that holds the host's lock.
 * `carryHost` carries the findings of the host itself, which are read in the same statement and may name VMs.
 * @returns how many changes were logged, and what the verdicts rest on beside the VMs themselves
 */
export async function applyVms(
  client: pg.ClientBase,
  host: HostState,
  report: Report,
  carryHost: (
    open: StoredFinding[],
    vms: readonly JudgedPlacedVm[],
    network: NetworkScene,
    isSettled: boolean,
  ) => HostLife,
): Promise<{ changes: number; ground: string }> {
  const { snapshot } = report;
  const known = await readKnownVms(client, host.hostId);
  const reported = reportedVms(snapshot, known);
  const newestCommonVersion = await commonVersion(client, host, report.snapshot.host, report.receivedAt);
  const ground = groundOf(host, report, newestCommonVersion, RULES_VERSION);
  const isSameGround = host.report?.ground === ground;
  const { placed, hostNames } = await placeVms(client, host, report, reported, known, isSameGround);
  const judged = placed.filter(({ isSettled }) => !isSettled);
  const open = await readOpenFindings(
    client,
    host.hostId,
    judged.map(({ id }) => id),
  );
  const network = networkScene(firstRows({ ...snapshot, vms: [] }));
  const shared = {
    host,
    report,
    hostFacts: snapshot.host,
    network,
    newestCommonVersion,
  };
  const here = placed.flatMap((vm): JudgedPlacedVm[] => {
    if (!vm.reported || vm.place.isGone || vm.place.currentHostId !== host.hostId) return [];
    const { facts } = vm.reported;
    if (vm.isSettled)
      return [{ id: vm.id, facts, judged: null, network: () => judgeNetwork(shared, vm, facts) }];
    const whole = judge(shared, vm, facts);
    return [{ id: vm.id, facts, judged: whole, network: () => whole.network }];
  });
  const judgedById = new Map(here.map((vm) => [vm.id, vm.judged]));
  const ofHost = carryHost(
    open.filter((finding) => finding.subjectId === null && finding.hostId === host.hostId),
    here,
    network,
    isSameGround && judged.length === 0,
  );
  const scene: Scene = {
    ...shared,
    client,
    findingsBySubject: bySubject(open),
    factsBefore: await readFactsBefore(client, host.hostId, placed, changedIds(reported, known)),
    hostNames,
    hostFindings: ofHost.namingVms,
    writes: noWrites(),
  };
  for (const vm of judged) {
    observe(scene, vm);
    const whole = judgedById.get(vm.id);
    if (vm.place.isGone) leave(scene, vm);
    else if (vm.place.currentHostId !== host.hostId) await stayElsewhere(scene, vm);
    else if (vm.reported && whole) keepHere(scene, vm, vm.reported.facts, whole);
    else if (!report.isVmListComplete && vm.before) markUnread(scene, vm, vm.before);
  }
  return { changes: await write(scene, known, placed, ofHost), ground };
}

/** A VM that is here, with what this report says of it. */
export interface JudgedPlacedVm {
  id: string;
  facts: VmFacts;
  /** `null` where it is as it was when it was judged last. */
  judged: JudgedVm | null;
  /** What the host's own rules read of it. */
  network: () => VmNetworkJudgement;
}

async function write(
  { client, host, report, writes }: Scene,
  known: readonly KnownVm[],
  placed: readonly PlacedVm[],
  ofHost: HostLife,
): Promise<number> {
  const { hostId } = host;
  await writeObservations(client, hostId, writes.observations);
  await writeSightings(client, hostId, movedSightings(placed));
  for (const kind of ["known", "new"] as const) {
    await writeRuntimes(client, hostId, report.observedAt, runtimes(placed, writes.settled, kind), kind);
  }
  await markSettled(client, hostId, unreadIds(placed, report), false);
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
  await writeRollups({ client, host, report, writes }, known, placed, ofHost.counts);
  return changes.length;
}

function changedIds(reported: readonly ReportedVm[], known: readonly KnownVm[]): string[] {
  const hashes = new Map(known.map((vm) => [vm.id, vm.contentHash]));
  return reported
    .filter((vm) => hashes.has(vm.id) && hashes.get(vm.id) !== vm.contentHash)
    .map(({ id }) => id);
}

/** Of a VM that comes from another host as it was there: what this one knows of it may be long past. */
async function readFactsBefore(
  client: pg.ClientBase,
  hostId: string,
  placed: readonly PlacedVm[],
  changed: string[],
): Promise<Map<string, VmFacts>> {
  const facts = await readObservedFacts(client, hostId, changed);
  const coming = placed.filter(
    ({ before, place }) => before && before.hostId !== hostId && place.currentHostId === hostId,
  );
  for (const from of new Set(coming.map(({ before }) => before?.hostId ?? hostId))) {
    const ids = coming.filter(({ before }) => before?.hostId === from).map(({ id }) => id);
    for (const [id, there] of await readObservedFacts(client, from, ids)) facts.set(id, there);
  }
  return facts;
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

export function bySubject(open: readonly StoredFinding[]): Map<string, StoredFinding[]> {
  const map = new Map<string, StoredFinding[]>();
  for (const finding of open) {
    if (finding.subjectId === null) continue;
    const list = map.get(finding.subjectId);
    if (list) list.push(finding);
    else map.set(finding.subjectId, [finding]);
  }
  return map;
}
