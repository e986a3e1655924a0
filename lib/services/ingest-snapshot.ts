import {
  lockHost,
  markIdentityConflict,
  writeHostReport,
  type HostReportWrite,
  type HostState,
} from "@/lib/data/ingest/host-state.ts";
import type { KnownVm } from "@/lib/data/ingest/vm-state.ts";
import type { StoredFinding } from "@/lib/data/ingest/write-life.ts";
import { inTransaction } from "@/lib/data/transaction.ts";
import { freshnessInstants, isReporting } from "@/lib/domain/freshness.ts";
import { hostJudgementInput, judgeHost } from "@/lib/domain/host/judge-host.ts";
import { keptSections } from "@/lib/domain/host/section-states.ts";
import type { SnapshotReport } from "@/lib/domain/vm-report.ts";
import { RULES_VERSION } from "@/lib/domain/rules/rules-version.ts";
import { AppError } from "./app-error.ts";
import { bringBack } from "./hosts/bring-back.ts";
import { applyVms } from "./ingest/apply-vms.ts";
import { changesOfHost, readableAt, reportingOf } from "./ingest/changes-of-host.ts";
import { judgeDrift } from "./ingest/cluster-drift.ts";
import { carryHost } from "./ingest/host-life.ts";
import { knownHosts, type KnownHost } from "./ingest/known-hosts.ts";
import { nextInterval } from "./ingest/next-interval.ts";
import { prepareReport, type Report } from "./ingest/prepare-report.ts";

/** The posting agent, found by its token, and the token's host. */
export interface PostingAgent {
  hostId: string;
  instanceId: string;
}

export type IngestResult =
  | {
      kind: "stored";
      snapshotId: string;
      hostId: string;
      vms: number;
      changes: number;
      nextIntervalSeconds: number;
    }
  | { kind: "duplicate" }
  | { kind: "stale" };

/** Another process has written to the host since. */
class NotAsRemembered extends Error {}

/** Nothing needs to be written; ends the transaction without changes. */
class NothingToWrite extends Error {
  readonly result: IngestResult;

  constructor(result: IngestResult) {
    super(result.kind);
    this.result = result;
  }
}

/**
 * Checks that a snapshot belongs to this agent and is in order, evaluates it and stores it in one transaction. When it
 * returns `stored`, the snapshot is on disk. The next report in order restores a retired host.
 * @throws AppError `forbidden` for another instance's snapshot, `identity-conflict` for another machine's
 */
export async function ingestSnapshot(post: {
  agent: PostingAgent;
  snapshot: SnapshotReport;
  receivedAt: Date;
  /** The interval that agents on hosts are asked for; without it each keeps its own. */
  reportIntervalSeconds?: number | null;
}): Promise<IngestResult> {
  const { agent, snapshot, receivedAt, reportIntervalSeconds = null } = post;
  if (snapshot.agent.instanceId !== agent.instanceId) {
    throw new AppError("forbidden", "The token belongs to another agent instance.", {
      errors: [{ path: "agent.instanceId", message: "is not the instance that this token was issued to" }],
    });
  }
  const report = prepareReport(snapshot, receivedAt);
  try {
    const stored = await storeReport(agent.hostId, report, knownHosts.recall(agent.hostId));
    return {
      kind: "stored",
      ...stored,
      nextIntervalSeconds: nextInterval(snapshot.agent, reportIntervalSeconds),
    };
  } catch (error) {
    if (error instanceof NothingToWrite) return error.result;
    if (error instanceof OtherMachine) return refuseOtherMachine(error, receivedAt);
    throw error;
  }
}

/** Starts again and reads everything if another process has written to the host since it was cached. */
async function storeReport(
  hostId: string,
  report: Report,
  remembered: KnownHost | null,
): Promise<{ snapshotId: string; hostId: string; vms: number; changes: number }> {
  const { snapshot } = report;
  try {
    const { changes, stored } = await inTransaction(async (client) => {
      const host = await lockHost(client, hostId, snapshot.snapshotId, remembered !== null);
      if (!host) throw new AppError("unauthenticated", "The host of this token is no longer registered.");
      if (remembered && host.version !== remembered.version + 1) throw new NotAsRemembered();
      if (host.machineId !== snapshot.host.machineId) throw new OtherMachine(host, snapshot.host.name);
      if (host.isKnownSnapshot) throw new NothingToWrite({ kind: "duplicate" });
      if (host.report && !isNewer(snapshot, host.report)) throw new NothingToWrite({ kind: "stale" });
      const back = await bringBack(client, host, { at: report.observedAt, now: report.receivedAt });
      const applied = await applyReport(client, host, report, remembered);
      const stored = applied.stored && { version: host.version, vms: applied.stored };
      return { changes: back + applied.changes, stored };
    });
    // Only data on disk is cached.
    if (stored) knownHosts.remember(hostId, stored);
    else knownHosts.forget(hostId);
    return { snapshotId: snapshot.snapshotId, hostId, vms: snapshot.vms?.length ?? 0, changes };
  } catch (error) {
    if (!(error instanceof NotAsRemembered)) throw error;
    // Also if its version went back, as in a restored database: the cached state would never become valid again.
    knownHosts.forget(hostId);
    return storeReport(hostId, report, null);
  }
}

/**
 * Nodes are compared if one of them reports something new or reports again after silence, and as long as a finding waits
 * for its second report or for evidence.
 */
function isDriftOpen(
  before: HostState,
  { snapshot, receivedAt }: Report,
  hasNewFacts: boolean,
  open: readonly StoredFinding[],
): boolean {
  if (before.cluster === null && !snapshot.host.cluster) return false;
  if (hasNewFacts || before.report === null || before.retiredAt !== null) return true;
  const { intervalSeconds, observedAt } = before.report;
  if (!isReporting(reportingOf(intervalSeconds, observedAt, receivedAt).freshness)) return true;
  return open.some(
    ({ hostId, rule, confirmedAt, frozenAt }) =>
      hostId === before.hostId &&
      rule === "cluster.switch-drift" &&
      (confirmedAt === null || frozenAt !== null),
  );
}

class OtherMachine extends Error {
  readonly host: HostState;
  readonly claimant: string;

  constructor(host: HostState, claimant: string) {
    super("another machine");
    this.host = host;
    this.claimant = claimant;
  }
}

/** Shown to administrators on the host's page; the host's data is not changed. */
async function refuseOtherMachine({ host, claimant }: OtherMachine, receivedAt: Date): Promise<never> {
  await inTransaction((client) =>
    markIdentityConflict(
      client,
      host.hostId,
      receivedAt.toISOString(),
      `A machine named ${claimant.slice(0, 200)} posted with the token of ${host.name}.`,
    ),
  );
  throw new AppError(
    "identity-conflict",
    "Another machine has this identity. An administrator has been notified.",
    {
      errors: [{ path: "host.machineId", message: "is not the machine that enrolled" }],
    },
  );
}

function isNewer(snapshot: SnapshotReport, last: { epoch: number; sequence: number }): boolean {
  return snapshot.epoch > last.epoch || (snapshot.epoch === last.epoch && snapshot.sequence > last.sequence);
}

async function applyReport(
  client: Parameters<typeof lockHost>[0],
  before: HostState,
  report: Report,
  remembered: KnownHost | null,
): Promise<{ changes: number; stored: readonly KnownVm[] | null }> {
  const { snapshot } = report;
  const { host: facts } = snapshot;
  const cluster = facts.cluster?.name ?? null;
  const host: HostState = { ...before, name: facts.name, cluster, retiredAt: null };
  const changes = await changesOfHost(client, before, report);
  const reporting = reportingOf(snapshot.agent.intervalSeconds, report.observedAt, readableAt(report));
  const outcomes = judgeHost(hostJudgementInput(snapshot, report.receivedAt), reporting);
  const {
    changes: logged,
    ground,
    open: openBefore,
    write,
    stored: vms,
  } = await applyVms(client, host, report, remembered, (open, vms, network, isSettled) =>
    carryHost({ host, report, outcomes, open, vms, network, isSettled, changes }),
  );

  const { vms: _vms, sections: _sections, agent: _agent, ...ownFacts } = snapshot;
  const isFirst = before.report === null;
  const hasNewFacts = before.report?.factsHash !== report.factsHash;
  const hostReport: HostReportWrite = {
    hostId: host.hostId,
    name: facts.name,
    fqdn: facts.fqdn,
    cluster,
    vmVersions: facts.hyperv?.supportedVmVersions ?? null,
    snapshotId: snapshot.snapshotId,
    epoch: snapshot.epoch,
    sequence: snapshot.sequence,
    observedAt: report.observedAt,
    receivedAt: report.receivedAt,
    intervalSeconds: snapshot.agent.intervalSeconds,
    agent: {
      ...snapshot.agent,
      clockAheadSeconds: Math.round((Date.parse(snapshot.sentAt) - Date.parse(report.receivedAt)) / 1000),
    },
    sections: keptSections(snapshot),
    factsHash: report.factsHash,
    ground,
    judgedBy: RULES_VERSION,
    sentAt: snapshot.sentAt,
    vmsListed: snapshot.vms?.length ?? null,
    facts: hasNewFacts ? ownFacts : null,
    isHostRowChanged: isFirst || hasNewFacts || before.name !== facts.name,
    silence: before.report && silenceBetween(before.report, report.observedAt),
  };
  await Promise.all([write(), writeHostReport(client, hostReport)]);
  if (!isDriftOpen(before, report, hasNewFacts, openBefore)) return { changes: logged, stored: vms };
  const clusters = new Set([before.cluster, cluster].filter((name) => name !== null));
  const drift = await judgeDrift(client, host.hostId, [...clusters], {
    at: report.observedAt,
    now: report.receivedAt,
    isAgain: false,
  });
  return { changes: logged + drift, stored: vms };
}

/** Uses the times that the reports describe: delayed reports leave no gap. */
function silenceBetween(last: NonNullable<HostState["report"]>, observedAt: string) {
  const { staleAt } = freshnessInstants({
    lastReportedAt: last.toldUntil,
    intervalSeconds: last.intervalSeconds,
  });
  return observedAt > staleAt ? { from: staleAt, to: observedAt } : null;
}
