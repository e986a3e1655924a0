import { readHostAbout } from "@/lib/data/ingest/host-state.ts";
import { readObservedFacts, type CurrentVm } from "@/lib/data/ingest/vm-state.ts";
import { readOpenFindings } from "@/lib/data/ingest/write-life.ts";
import { defaultPolicy } from "@/lib/domain/default-policy.ts";
import type { VmFacts } from "@/lib/domain/facts.ts";
import type { OpenFinding } from "@/lib/domain/finding-life.ts";
import { HOST_RULES_THAT_NAME_VMS } from "@/lib/domain/health.ts";
import type { PlacementFacts, VmJudgement, VmJudgementInput, VmMemory } from "@/lib/domain/judgement.ts";
import { unreadServices } from "@/lib/domain/services/unread-services.ts";
import { placementChanges } from "@/lib/domain/placement-changes.ts";
import { networkScene } from "@/lib/domain/network/path.ts";
import { judgeVmNetwork, type VmNetworkJudgement } from "@/lib/domain/network/vm/judge-vm-network.ts";
import { isKnownNotToRun } from "@/lib/domain/vm/state-kind.ts";
import { vmScene } from "@/lib/domain/vm/vm-scene.ts";
import { VM_TECHNOLOGIES, type RuleId } from "@/lib/domain/words.ts";
import { toStoredHostFacts } from "../host-rows.ts";
import { currentVm, wordsAt, wordsOf } from "./current-vm.ts";
import { judgeWholeVm, type JudgedVm } from "./judge-vms.ts";
import { noteChanges, placeOfRow } from "./note-changes.ts";
import { isRunningState, type PlacedVm } from "./place-vms.ts";
import { hashOf } from "../hash-of.ts";
import { carry, type Scene } from "./scene.ts";

const NO_MEMORY: VmMemory = { guest: null, operationalStatusSince: {}, stateSince: null };
/** Words about hosts that claim the VM and about its generation are kept when its state becomes unknown. */
const KEPT_WORDS = /^(?:at|cap|gen2|check|gain):/;
const PLACEMENT_RULES: ReadonlySet<RuleId> = new Set<RuleId>(["vm.placement-conflict", "vm.duplicate-id"]);

export function observe({ writes }: Scene, { id, reported, known, sighting }: PlacedVm): void {
  if (!reported) return;
  const isSame =
    known?.contentHash === reported.vm.contentHash && known.firstReportedAt === sighting.firstReportedAt;
  if (isSame && known.missingReports === 0) return;
  const {
    uptimeSeconds: _u,
    cpuUsagePercent: _c,
    memoryAssignedBytes: _a,
    memoryDemandBytes: _d,
    ...facts
  } = reported.vm.facts();
  writes.observations.push({
    id,
    vmId: facts.id,
    role: reported.role,
    contentHash: reported.vm.contentHash,
    facts,
    isRealised: true,
    isRunning: isRunningState(facts.state),
    state: facts.state,
    firstReportedAt: sighting.firstReportedAt,
    missingReports: 0,
  });
}

type JudgingScene = Pick<Scene, "host" | "report" | "hostFacts" | "network" | "newestCommonVersion">;

/** Evaluates a VM on this host from this report; nothing is carried over yet. */
export function judge(scene: JudgingScene, vm: PlacedVm, facts: VmFacts): JudgedVm {
  return judgeWholeVm(judgementInput(scene, vm, facts), scene.network);
}

/** Evaluates the network of a skipped VM for its host's own rules, which do not depend on remembered guest data. */
export function judgeNetwork(scene: JudgingScene, vm: PlacedVm, facts: VmFacts): VmNetworkJudgement {
  return judgeVmNetwork(vmScene(judgementInput(scene, vm, facts), NO_MEMORY), scene.network);
}

function judgementInput(scene: JudgingScene, vm: PlacedVm, facts: VmFacts): VmJudgementInput {
  return {
    vm: facts,
    host: scene.hostFacts,
    memory: vm.before?.memory ?? NO_MEMORY,
    placement: placementWith(vm.place.placement, scene, facts.state),
    newestCommonVmVersion: scene.newestCommonVersion,
    previousReportAt: vm.previousReportAt,
    knownRole: vm.known?.role ?? null,
    policy: defaultPolicy,
    observedAt: scene.report.observedAt,
  };
}

export function keepHere(scene: Scene, vm: PlacedVm, facts: VmFacts, judged: JudgedVm): void {
  const { host, report, writes } = scene;
  const at = report.observedAt;
  const { before } = vm;
  const { judgement } = judged;
  const notRunningSince = isKnownNotToRun(facts.state) ? (before?.notRunningSince ?? at) : null;
  const life = carry(scene, vm.id, judgement.outcomes, { at, isGone: false, notRunningSince });
  const placement = placementWith(vm.place.placement, scene, facts.state);
  const hostFindings = scene.hostFindings.get(vm.id) ?? [];
  const row = currentVm({
    hostId: host.hostId,
    id: vm.id,
    role: vm.reported?.role ?? before?.role ?? "primary",
    cluster: host.cluster,
    hostTags: host.tags,
    facts,
    judged,
    open: life.open,
    hostFindings,
    placement,
    before,
    at,
    notRunningSince,
  });
  if (isSettled(judgement, life.open, placement)) writes.settled.add(vm.id);
  const isSameRow = before?.hostId === host.hostId && before.verdictHash === row.verdictHash;
  if (!isSameRow || scene.factsBefore.has(vm.id)) noteChanges(scene, vm, before, row, facts);
  if (isSameRow) return;
  if (before && before.hostId !== host.hostId) scene.writes.moves.push({ id: vm.id, to: host.hostId });
  writes.current.push(row);
  writes.services.push({ hostId: host.hostId, id: vm.id, verdicts: judgement.services });
}

/** Whether nothing about the VM waits for time, a second report, evidence, or another host. */
function isSettled(
  { isSteady }: VmJudgement,
  open: readonly OpenFinding[],
  { hosts }: PlacementFacts,
): boolean {
  return (
    isSteady &&
    hosts.length === 0 &&
    open.every(({ confirmedAt, frozenAt }) => confirmedAt !== null && frozenAt === null)
  );
}

/**
 * The VM belongs to another host. Its row there is updated with this host's observation, immediately if a conflict began or
 * ended, and is moved there if it is still here.
 */
export async function stayElsewhere(scene: Scene, vm: PlacedVm): Promise<void> {
  const { client, report, writes } = scene;
  const there = vm.place.currentHostId;
  if (there === null) return;
  const { before } = vm;
  const { placement } = vm.place;
  const rowThere = before?.hostId === there && before.goneAt === null ? before : null;
  if (rowThere && (rowThere.placement.conflict === placement.conflict || isUnread(rowThere))) {
    if (isSamePlacement(rowThere.placement, placement)) return;
    const row = { ...rowThere, placement, words: wordsAt(rowThere.words, placement) };
    row.verdictHash = hashOf(`${rowThere.verdictHash}:${JSON.stringify(placement)}`);
    noteChanges(scene, vm, rowThere, row, null, null);
    writes.current.push(row);
    return;
  }
  const facts = (await readObservedFacts(client, there, [vm.id])).get(vm.id);
  const about = await readHostAbout(client, there);
  const role = before?.role ?? vm.known?.role ?? "primary";
  const hostFacts = toStoredHostFacts(about?.facts);
  if (!facts || !about || !hostFacts) return;
  const at = report.observedAt;
  const judged = judgeWholeVm(
    {
      vm: facts,
      host: hostFacts.host,
      memory: before?.memory ?? NO_MEMORY,
      placement,
      newestCommonVmVersion: scene.newestCommonVersion,
      previousReportAt: vm.previousReportAt,
      knownRole: role,
      policy: defaultPolicy,
      observedAt: at,
    },
    networkScene(hostFacts),
  );
  const { judgement } = judged;
  // Only the placement is new here: the other host's report was evaluated when it arrived.
  const outcomes = judgement.outcomes.filter(({ rule }) => PLACEMENT_RULES.has(rule));
  const notRunningSince = isKnownNotToRun(facts.state) ? (before?.notRunningSince ?? at) : null;
  const kept = (scene.findingsBySubject.get(vm.id) ?? []).filter(({ rule }) => !PLACEMENT_RULES.has(rule));
  const life = carry(scene, vm.id, outcomes, { at, isGone: false, notRunningSince }, there);
  const ofHost = await readOpenFindings(client, there, []);
  const row = currentVm({
    hostId: there,
    id: vm.id,
    role,
    cluster: about.cluster,
    hostTags: about.tags,
    facts,
    judged,
    open: [...kept, ...life.open],
    // The new host names the VM with its next report.
    hostFindings: ofHost.filter(
      ({ rule, touchedIds }) => HOST_RULES_THAT_NAME_VMS.has(rule) && touchedIds.includes(vm.id),
    ),
    placement,
    before,
    at,
    notRunningSince,
  });
  const factsThen = before && (await readObservedFacts(client, before.hostId, [vm.id])).get(vm.id);
  noteChanges(scene, vm, before, row, facts, factsThen ?? facts);
  writes.current.push(row);
  if (rowThere) return;
  writes.moves.push({ id: vm.id, to: there });
  writes.services.push({ hostId: there, id: vm.id, verdicts: judgement.services });
}

/** The state set by `markUnread`: the host's earlier report is no evidence and is not evaluated again. */
function isUnread({ health, services, acceleration }: CurrentVm): boolean {
  return health === "unknown" && [...services, ...acceleration].every((word) => word === "unknown");
}

/** Two complete reports did not list the VM, and no other host has it. */
export function leave(scene: Scene, vm: PlacedVm): void {
  const { host, report, writes } = scene;
  const { before } = vm;
  if (!before || before.goneAt !== null || before.hostId !== host.hostId) return;
  const at = report.observedAt;
  carry(scene, vm.id, [], { at, isGone: true, notRunningSince: null });
  const row: CurrentVm = {
    ...before,
    goneAt: at,
    criticalCount: 0,
    warningCount: 0,
    infoCount: 0,
    worst: null,
    openRules: [],
    grounds: {},
  };
  // Filters still find it by its displayed state, but no longer by its former findings or claiming hosts.
  row.words = before.words.filter((word) => !/^(?:rule|at):/.test(word));
  row.verdictHash = hashOf(`gone:${at}`);
  writes.current.push(row);
  for (const entry of placementChanges(placeOfRow(scene, before), null)) {
    writes.changes.push({ hostId: host.hostId, subjectId: vm.id, at, ...entry });
  }
}

/**
 * A VM that one complete report does not list keeps its known state, in its host's cluster. Host findings are evaluated with
 * the listed VMs: what they name is unread, as in an incomplete list.
 */
export function keepUnlisted(scene: Scene, vm: PlacedVm, before: CurrentVm): void {
  const { host, report, writes } = scene;
  const isNamed = before.openRules.some((word) => word.includes(" host."));
  if (isNamed || !report.isVmListComplete) return markUnread(scene, vm, before);
  if (before.hostId !== host.hostId || before.goneAt !== null || before.cluster === host.cluster) return;
  const verdictHash = hashOf(JSON.stringify(["unlisted", before.verdictHash, host.cluster]));
  writes.current.push({ ...before, cluster: host.cluster, verdictHash });
}

/** A known VM that was not read this time: health is unknown and its findings are frozen. */
function markUnread(scene: Scene, vm: PlacedVm, before: CurrentVm): void {
  const { host, report, writes } = scene;
  if (before.hostId !== host.hostId || before.goneAt !== null) return;
  const at = report.observedAt;
  carry(scene, vm.id, [], { at, isGone: false, notRunningSince: null });
  const services = unreadServices();
  const row: CurrentVm = {
    ...before,
    cluster: host.cluster,
    health: "unknown",
    services: services.map(({ status }) => status),
    acceleration: VM_TECHNOLOGIES.map(() => "unknown" as const),
    ladders: [],
    grounds: {},
    criticalCount: 0,
    warningCount: 0,
    infoCount: 0,
    worst: null,
    openRules: [],
    words: [
      ...wordsOf(services, [], before.tags, before.guestOs),
      ...VM_TECHNOLOGIES.map((technology) => `net:${technology}:unknown`),
      ...before.words.filter((word) => KEPT_WORDS.test(word)),
    ],
  };
  row.verdictHash = hashOf(JSON.stringify(["unread", row.cluster, row.services, before.placement]));
  if (row.verdictHash === before.verdictHash) return;
  noteChanges(scene, vm, before, row, null);
  writes.current.push(row);
  writes.services.push({ hostId: host.hostId, id: vm.id, verdicts: services });
}

/** Both claims are stored, including this host's own, so that the page of either host is complete. */
function placementWith(
  place: PlacementFacts,
  scene: Pick<Scene, "host" | "report">,
  state: string | null,
): PlacementFacts {
  if (place.hosts.length === 0) return place;
  const { host, report } = scene;
  const here = { id: host.hostId, name: host.name, state, lastReportedAt: report.observedAt };
  return { ...place, hosts: [here, ...place.hosts.filter(({ id }) => id !== host.hostId)] };
}

/** The last report time changes with every report and is read with the page, so it is not part of the placement. */
function isSamePlacement(left: PlacementFacts, right: PlacementFacts): boolean {
  return placementKey(left) === placementKey(right);
}

function placementKey({ conflict, hosts }: PlacementFacts): string {
  return JSON.stringify([conflict, hosts.map(({ id, state }) => `${id} ${state}`).toSorted()]);
}
