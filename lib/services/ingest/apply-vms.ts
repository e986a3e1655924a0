import type pg from "pg";
import type { HostState } from "@/lib/data/ingest/host-state.ts";
import {
  readCurrentVmsOf,
  readKnownVms,
  readObservedFacts,
  type KnownVm,
} from "@/lib/data/ingest/vm-state.ts";
import {
  readOpenFindings,
  writeChanges,
  writeFindings,
  type ChangeWrite,
  type FindingWrite,
  type StoredFinding,
} from "@/lib/data/ingest/write-life.ts";
import {
  endObservations,
  markSettled,
  writeCurrentVms,
  writeObservations,
  writeRuntimes,
  writeServices,
  writeSightings,
} from "@/lib/data/ingest/write-vms.ts";
import type { VmFacts } from "@/lib/domain/facts.ts";
import type { OpenFinding } from "@/lib/domain/finding-life.ts";
import { firstHostRows } from "@/lib/domain/host/first-rows.ts";
import { networkScene, type NetworkScene } from "@/lib/domain/network/path.ts";
import type { VmNetworkJudgement } from "@/lib/domain/network/vm/judge-vm-network.ts";
import { RULES_VERSION } from "@/lib/domain/rules/rules-version.ts";
import { commonVersion, groundOf } from "./ground.ts";
import type { JudgedVm } from "./judge-vms.ts";
import { endedObservations, moveRows, unsettledElsewhere } from "./moved-rows.ts";
import { vmsAfter, type KnownHost } from "./known-hosts.ts";
import { isNetworkAsBefore } from "./network-as-before.ts";
import { isRunningState, placeVms, type PlacedVm } from "./place-vms.ts";
import { reportedVms, type Report, type ReportedVm } from "./prepare-report.ts";
import type { HostNetworkCounts } from "./rollup.ts";
import { noWrites, type Scene } from "./scene.ts";
import { judge, judgeNetwork, keepHere, keepUnlisted, leave, observe, stayElsewhere } from "./vm-cases.ts";
import { writeRollups } from "./write-rollups.ts";

/** The effect of one report on its host's own findings, after its VMs are evaluated. */
export interface HostLife {
  findings: FindingWrite[];
  changes: ChangeWrite[];
  /** By the VM's id. */
  namingVms: ReadonlyMap<string, readonly OpenFinding[]>;
  /** Ids of VMs that are named differently than by the last report. */
  otherwiseNamed: ReadonlySet<string>;
  counts: HostNetworkCounts | null;
}

/** The result of a report. */
interface AppliedVms {
  /** Number of logged changes. */
  changes: number;
  /** Other inputs of the verdicts, besides the VMs themselves. */
  ground: string;
  /** Findings that were open before. */
  open: StoredFinding[];
  write: () => Promise<void>;
  /** State of the VMs after `write`; `null` if another host also reports one of them, or if it must be read again. */
  stored: readonly KnownVm[] | null;
}

/**
 * Applies the VMs of a report to their stored state, inside the transaction that holds the host's lock. `carryHost` carries
 * over the findings of the host itself, which are read in the same statement and may name VMs.
 */
export async function applyVms(
  client: pg.ClientBase,
  host: HostState,
  report: Report,
  remembered: KnownHost | null,
  carryHost: (
    open: StoredFinding[],
    vms: () => readonly PlacedVmHere[],
    network: NetworkScene,
    isSettled: boolean,
  ) => HostLife,
): Promise<AppliedVms> {
  const { snapshot } = report;
  const [known, newestCommonVersion] = await Promise.all([
    remembered?.vms ?? readKnownVms(client, host.hostId),
    commonVersion(client, host, snapshot.host, report.receivedAt),
  ]);
  const reported = reportedVms(snapshot, known);
  const ground = groundOf(host, report, newestCommonVersion, RULES_VERSION);
  const isSameGround = host.report?.ground === ground;
  const [{ placed: placedAlone, hostNames, open }, factsBefore] = await Promise.all([
    placeVms(client, host, report, reported, known, isSameGround, remembered !== null),
    readObservedFacts(client, host.hostId, changedIds(reported, known)),
  ]);
  await addFactsFromElsewhere(client, host.hostId, placedAlone, factsBefore);
  const network = networkScene(firstHostRows({ ...snapshot, vms: [] }));
  const shared = {
    host,
    report,
    hostFacts: snapshot.host,
    network,
    newestCommonVersion,
  };
  const isHere = ({ place }: PlacedVm) => !place.isGone && place.currentHostId === host.hostId;
  const judgedById = new Map<string, JudgedVm>();
  for (const vm of placedAlone)
    if (vm.reported && !vm.isSettled && isHere(vm))
      judgedById.set(vm.id, judge(shared, vm, vm.reported.vm.facts()));
  // Most reports find the host as it was, and need none of these.
  const vmsHere = () =>
    placedAlone.flatMap((vm): PlacedVmHere[] => {
      if (!vm.reported || !isHere(vm)) return [];
      const { id: vmId, facts } = vm.reported.vm;
      const network = () => judgedById.get(vm.id)?.network ?? judgeNetwork(shared, vm, facts());
      return [{ id: vm.id, vmId, facts, network }];
    });
  const tellsHostTheSame = (vm: PlacedVm) => {
    const judged = judgedById.get(vm.id);
    if (!judged || !vm.reported) return false;
    const facts = factsBefore.get(vm.id);
    const then = facts ? { facts, network: judgeNetwork(shared, vm, facts) } : null;
    const now = { facts: vm.reported.vm.facts(), network: judged.network };
    return isNetworkAsBefore(vm, host.hostId, now, then);
  };
  const ofHost = carryHost(
    open.filter((finding) => finding.subjectId === null && finding.hostId === host.hostId),
    vmsHere,
    network,
    isSameGround && placedAlone.every((vm) => vm.isSettled || tellsHostTheSame(vm)),
  );
  const { placed, findings } = await judgeOtherwiseNamed(client, host.hostId, placedAlone, ofHost);
  const scene: Scene = {
    ...shared,
    client,
    findingsBySubject: bySubject([...open, ...findings]),
    factsBefore,
    hostNames,
    hostFindings: ofHost.namingVms,
    writes: noWrites(),
  };
  for (const vm of placed) {
    if (vm.isSettled) continue;
    observe(scene, vm);
    if (vm.place.isGone) leave(scene, vm);
    else if (vm.place.currentHostId !== host.hostId) await stayElsewhere(scene, vm);
    else if (vm.reported) {
      const facts = vm.reported.vm.facts();
      keepHere(scene, vm, facts, judgedById.get(vm.id) ?? judge(shared, vm, facts));
    } else if (vm.before) keepUnlisted(scene, vm, vm.before);
  }
  const { writes } = scene;
  const changes = ofHost.changes.length + writes.changes.length;
  return {
    changes,
    ground,
    open,
    write: () => write(scene, known, placed, ofHost),
    stored: hostNames.size === 0 ? vmsAfter(placed, writes.settled, report.observedAt) : null,
  };
}

/** Settled VMs that the host's findings name differently must be evaluated: their rows count those findings. */
async function judgeOtherwiseNamed(
  client: pg.ClientBase,
  hostId: string,
  placed: readonly PlacedVm[],
  { otherwiseNamed }: HostLife,
): Promise<{ placed: readonly PlacedVm[]; findings: StoredFinding[] }> {
  const ids = placed.filter(({ id, isSettled }) => isSettled && otherwiseNamed.has(id)).map(({ id }) => id);
  if (ids.length === 0) return { placed, findings: [] };
  const [rows, open] = await Promise.all([
    readCurrentVmsOf(client, hostId, ids),
    readOpenFindings(client, hostId, ids),
  ]);
  const rowsById = new Map(rows.map((row) => [row.id, row]));
  return {
    placed: placed.map((vm) => {
      const before = vm.isSettled && otherwiseNamed.has(vm.id) && rowsById.get(vm.id);
      return before ? { ...vm, isSettled: false, before } : vm;
    }),
    findings: open.filter(({ subjectId }) => subjectId !== null),
  };
}

/** A VM on this host, with the data of this report. */
export interface PlacedVmHere {
  id: string;
  /** The hypervisor's id, which a replica shares with its primary. */
  vmId: string;
  facts: () => VmFacts;
  /** Its data for the host's own rules. */
  network: () => VmNetworkJudgement;
}

/** All statements are sent together, except those of a moving VM. */
async function write(
  { client, host, report, writes }: Scene,
  known: readonly KnownVm[],
  placed: readonly PlacedVm[],
  ofHost: HostLife,
): Promise<void> {
  const { hostId } = host;
  await moveRows(client, hostId, writes.moves);
  const runtimesOf = (kind: "known" | "new") =>
    writeRuntimes(client, hostId, report.observedAt, runtimes(placed, writes.settled, kind), kind);
  await Promise.all([
    writeObservations(client, hostId, writes.observations),
    writeSightings(client, hostId, movedSightings(placed)),
    runtimesOf("known"),
    runtimesOf("new"),
    markSettled(client, hostId, unreadIds(placed, report), false),
    ...unsettledElsewhere(hostId, writes.current).map(([other, ids]) =>
      markSettled(client, other, ids, false),
    ),
    writeCurrentVms(client, writes.current),
    writeServices(client, writes.services),
    writeFindings(client, [...ofHost.findings, ...writes.findings]),
    writeChanges(client, [...ofHost.changes, ...writes.changes]),
    writeRollups({ client, host, report, writes }, known, placed, ofHost.counts),
    // After the observations and the moves, which determine whether they have ended.
    endObservations(client, endedObservations(placed)),
  ]);
}

function changedIds(reported: readonly ReportedVm[], known: readonly KnownVm[]): string[] {
  const hashes = new Map(known.map((vm) => [vm.id, vm.contentHash]));
  return reported
    .filter(({ id, vm }) => hashes.has(id) && hashes.get(id) !== vm.contentHash)
    .map(({ id }) => id);
}

/** Facts of an arriving VM as on its previous host: this host's facts about it may be outdated. */
async function addFactsFromElsewhere(
  client: pg.ClientBase,
  hostId: string,
  placed: readonly PlacedVm[],
  factsBefore: Map<string, VmFacts>,
): Promise<void> {
  const coming = placed.filter(
    ({ before, place }) => before && before.hostId !== hostId && place.currentHostId === hostId,
  );
  for (const from of new Set(coming.map(({ before }) => before?.hostId ?? hostId))) {
    const ids = coming.filter(({ before }) => before?.hostId === from).map(({ id }) => id);
    for (const [id, there] of await readObservedFacts(client, from, ids)) factsBefore.set(id, there);
  }
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
    const { uptimeSeconds, cpuUsagePercent, memoryAssignedBytes, memoryDemandBytes, state } = reported.vm;
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

/** Known VMs that are missing from an incomplete list. */
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
