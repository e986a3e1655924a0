import type pg from "pg";
import { isOutdated, replaceRollup, writeJudgedBy } from "@/lib/data/ingest/judged-by.ts";
import { lockHost, readHostFacts, type HostState } from "@/lib/data/ingest/host-state.ts";
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
  type StoredFinding,
} from "@/lib/data/ingest/write-life.ts";
import { markSettled, writeCurrentVms, writeServices } from "@/lib/data/ingest/write-vms.ts";
import type { VmFacts } from "@/lib/domain/facts.ts";
import { firstHostRows } from "@/lib/domain/host/first-rows.ts";
import { hostJudgementInput, judgeReport } from "@/lib/domain/host/judge-host.ts";
import { networkScene } from "@/lib/domain/network/path.ts";
import { stableKey } from "@/lib/domain/stable-key.ts";
import type { VmReport } from "@/lib/domain/vm-report.ts";
import type { RuleId } from "@/lib/domain/words.ts";
import { toStoredHostFacts } from "../host-rows.ts";
import { bySubject, type HostLife } from "../ingest/apply-vms.ts";
import { judgeDrift } from "../ingest/cluster-drift.ts";
import { commonVersion, groundOf } from "../ingest/ground.ts";
import { carryHost } from "../ingest/host-life.ts";
import type { JudgedVm } from "../ingest/judge-vms.ts";
import type { PlacedVm } from "../ingest/place-vms.ts";
import type { Report } from "../ingest/prepare-report.ts";
import { dayCountsOf, rollupOf, type HostCounts } from "../ingest/rollup.ts";
import { noWrites, type Scene } from "../ingest/scene.ts";
import { toVmReport } from "../ingest/read-report.ts";
import { judge, keepHere } from "../ingest/vm-cases.ts";
import { listedVms, storedReport } from "./stored-report.ts";

export interface RejudgedHost {
  vms: number;
  /** VMs whose row was written because a verdict changed. */
  rewritten: number;
}

/**
 * Re-evaluates the newest report of a host by the current rules, inside the transaction that holds its lock. The placement
 * of its VMs is not changed: rules use it, but only reports determine it. Pages also show verdicts computed on read, so the
 * host's version is raised even if no stored verdict changes.
 * @returns `null` if another process has re-evaluated it in the meantime
 */
export async function rejudgeHost(
  client: pg.ClientBase,
  hostId: string,
  moment: { rulesVersion: number; now: Date },
): Promise<RejudgedHost | null> {
  if (!(await isOutdated(client, hostId, moment.rulesVersion))) return null;
  const host = await lockHost(client, hostId, null);
  if (!host?.report) return null;
  const stored = toStoredHostFacts(await readHostFacts(client, hostId));
  if (!stored) throw new Error("No stored facts about the host were found.");
  const known = await readKnownVms(client, hostId);
  const rows = (await readCurrentVmsOf(client, hostId, "all")).filter(({ goneAt }) => goneAt === null);
  const listed = listedVms(known, host.report);
  const facts = await readObservedFacts(
    client,
    hostId,
    listed.map(({ id }) => id),
  );
  const reports = new Map(
    listed.flatMap(({ id, contentHash }) => {
      const vm = facts.get(id);
      return vm ? [[id, toVmReport(vm, contentHash)] as const] : [];
    }),
  );
  const report = storedReport(host.report, stored, [...reports.values()]);
  const common = await commonVersion(client, host, stored.host, moment.now.toISOString());
  const vms = placedVms(hostId, rows, listed, reports);
  const open = await readOpenFindings(
    client,
    hostId,
    vms.map(({ placed }) => placed.id),
  );
  const network = networkScene(firstHostRows({ ...report.snapshot, vms: [] }));
  const shared = { host, report, hostFacts: stored.host, network, newestCommonVersion: common };
  const judged = vms.map((vm) => ({ ...vm, judged: judge(shared, vm.placed, vm.facts) }));
  const ofHost = carryAgain(host, report, open, network, judged);
  const scene: Scene = {
    ...shared,
    client,
    findingsBySubject: bySubject(open),
    factsBefore: new Map(),
    hostNames: new Map(),
    hostFindings: ofHost.namingVms,
    writes: noWrites(),
  };
  for (const { placed, facts: told, judged: whole } of judged) keepHere(scene, placed, told, whole);
  await write(
    scene,
    vms.map(({ placed }) => placed),
    rows,
    ofHost,
    moment.now,
  );
  await writeJudgedBy(client, hostId, {
    rulesVersion: moment.rulesVersion,
    ground: groundOf(host, report, common, moment.rulesVersion),
  });
  if (host.cluster !== null)
    await judgeDrift(client, hostId, [host.cluster], {
      at: null,
      now: moment.now.toISOString(),
      isAgain: true,
    });
  return { vms: judged.length, rewritten: scene.writes.current.length };
}

/** VMs on this host that the newest report listed, each with the placement in its row. */
function placedVms(
  hostId: string,
  rows: readonly CurrentVm[],
  listed: readonly KnownVm[],
  reports: ReadonlyMap<string, VmReport>,
): { placed: PlacedVm; facts: VmFacts }[] {
  const rowById = new Map(rows.map((row) => [row.id, row]));
  return listed.flatMap((known) => {
    const before = rowById.get(known.id);
    const vm = reports.get(known.id);
    if (!before || !vm) return [];
    const { id, role } = known;
    const placed: PlacedVm = {
      id,
      reported: { id, role, vm },
      known,
      sighting: known,
      place: { currentHostId: hostId, isGone: false, placement: before.placement, endedHostIds: [] },
      isSettled: false,
      before,
      previousReportAt: known.lastReportedAt,
    };
    return [{ placed, facts: vm.facts() }];
  });
}

const RULES_OF_THE_REPORT: ReadonlySet<RuleId> = new Set<RuleId>([
  "host.agent-rights",
  "host.clock-skew",
  "host.sections-failed",
]);

/** Silence does not depend on the report. Rules about the report itself are evaluated if enough of it is stored. */
function carryAgain(
  host: HostState,
  report: Report,
  open: readonly StoredFinding[],
  network: Scene["network"],
  judged: readonly { placed: PlacedVm; facts: VmFacts; judged: JudgedVm }[],
): HostLife {
  const { sentAt = null, vmsListed = null } = host.report ?? {};
  const isKept = sentAt !== null;
  const input = hostJudgementInput(report.snapshot, report.receivedAt);
  return carryHost({
    host,
    report,
    // Same as for the report itself: it counts the reported VMs, which are none for an unread list.
    outcomes: isKept ? judgeReport({ ...input, vmCount: vmsListed ?? 0 }) : [],
    open: open.filter(
      ({ hostId, subjectId, rule }) =>
        hostId === host.hostId &&
        subjectId === null &&
        rule !== "host.stale" &&
        (isKept || !RULES_OF_THE_REPORT.has(rule)),
    ),
    vms: () =>
      judged.map(({ placed, facts, judged: whole }) => ({
        id: placed.id,
        vmId: facts.id,
        facts: () => facts,
        network: () => whole.network,
      })),
    network,
    isSettled: false,
    changes: [],
  });
}

async function write(
  { client, host, writes }: Scene,
  placed: readonly PlacedVm[],
  rows: readonly CurrentVm[],
  ofHost: HostLife,
  now: Date,
): Promise<void> {
  const { hostId } = host;
  await writeCurrentVms(client, writes.current);
  await writeServices(client, writes.services);
  await writeFindings(client, [...ofHost.findings, ...writes.findings]);
  await writeChanges(client, [...ofHost.changes, ...writes.changes]);
  for (const isSettled of [true, false]) {
    const moved = placed.filter(
      ({ id, known }) => writes.settled.has(id) === isSettled && known?.isSettled !== isSettled,
    );
    await markSettled(
      client,
      hostId,
      moved.map(({ id }) => id),
      isSettled,
    );
  }
  const before = await readRollup<HostCounts>(client, hostId);
  const written = new Map(writes.current.map((row) => [row.id, row]));
  const counts: HostCounts = {
    ...rollupOf(rows.map((row) => written.get(row.id) ?? row)),
    network: ofHost.counts ?? before?.network ?? null,
  };
  if (stableKey(counts) === stableKey(before)) return;
  await replaceRollup(
    client,
    hostId,
    { counts, dayCounts: dayCountsOf(counts) },
    now.toISOString().slice(0, 10),
  );
}
