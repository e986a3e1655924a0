import type pg from "pg";
import type { HostState } from "@/lib/data/ingest/host-state.ts";
import type { CurrentVm } from "@/lib/data/ingest/vm-state.ts";
import type { ChangeWrite, FindingWrite, StoredFinding } from "@/lib/data/ingest/write-life.ts";
import type { ObservationWrite } from "@/lib/data/ingest/write-vms.ts";
import type { HostFacts, IsoTime, VmFacts } from "@/lib/domain/facts.ts";
import { findingLife, type FindingLife, type OpenFinding } from "@/lib/domain/finding-life.ts";
import type { RuleOutcome, ServiceVerdict } from "@/lib/domain/judgement.ts";
import type { RuleId } from "@/lib/domain/words.ts";
import type { NetworkScene } from "@/lib/domain/network/path.ts";
import { newId } from "../new-id.ts";
import type { Report } from "./prepare-report.ts";

/** All writes of one report about VMs, collected and then written with one statement for each table. */
export interface Writes {
  observations: ObservationWrite[];
  current: CurrentVm[];
  services: { hostId: string; id: string; verdicts: ServiceVerdict[] }[];
  findings: FindingWrite[];
  changes: ChangeWrite[];
  /** VMs whose verdicts can change only through new facts. */
  settled: Set<string>;
  /** VMs whose current row moves from another host. */
  moves: { id: string; to: string }[];
}

export function noWrites(): Writes {
  return {
    observations: [],
    current: [],
    services: [],
    findings: [],
    changes: [],
    settled: new Set(),
    moves: [],
  };
}

/** Context shared by the cases of one report. */
export interface Scene {
  client: pg.ClientBase;
  host: HostState;
  report: Report;
  hostFacts: HostFacts;
  network: NetworkScene;
  newestCommonVersion: string | null;
  findingsBySubject: Map<string, StoredFinding[]>;
  /** Previous facts of the listed VMs that have changed. */
  factsBefore: Map<string, VmFacts>;
  /** Names of other hosts that also list VMs of this report. */
  hostNames: Map<string, string>;
  /** Findings of this host that name a VM, by the VM's id. */
  hostFindings: ReadonlyMap<string, readonly OpenFinding[]>;
  writes: Writes;
}

/** Carries the findings of one VM over the report and records which were opened and closed. */
export function carry(
  scene: Scene,
  subjectId: string,
  outcomes: readonly RuleOutcome[],
  moment: { at: IsoTime; isGone: boolean; notRunningSince: IsoTime | null },
  hostId: string = scene.host.hostId,
): FindingLife {
  const stored = scene.findingsBySubject.get(subjectId) ?? [];
  const open =
    hostId === scene.host.hostId
      ? stored
      : stored.filter(({ rule }) => outcomes.some((o) => o.rule === rule));
  const life = findingLife({ open, outcomes, ...moment, isAgain: scene.report.isAgain, makeId: newId });
  const { findings, changes } = lifeWrites(life, { hostId, subjectId, touchedBy: () => [] }, moment.at);
  scene.writes.findings.push(...findings);
  scene.writes.changes.push(...changes);
  return life;
}

/** Writes for findings that changed: the findings themselves, and log entries for opened and closed ones. */
export function lifeWrites(
  life: FindingLife,
  subject: {
    hostId: string;
    subjectId: string | null;
    touchedBy: (finding: OpenFinding) => readonly string[];
  },
  at: IsoTime,
): { findings: FindingWrite[]; changes: ChangeWrite[] } {
  const { hostId, subjectId, touchedBy } = subject;
  const findings: FindingWrite[] = [];
  const changes: ChangeWrite[] = [];
  for (const step of life.steps) {
    const isResolved = step.kind === "resolved";
    const touchedIds = [...touchedBy(step.finding)];
    findings.push({
      ...step.finding,
      hostId,
      subjectId,
      touchedIds,
      vmsTouched: subjectId === null ? touchedIds.length : 1,
      resolvedAt: isResolved ? step.resolvedAt : null,
      resolution: isResolved ? step.resolution : null,
    });
    if (step.kind !== "updated")
      changes.push(findingChange(hostId, subjectId, at, step.kind, step.finding.rule));
  }
  return { findings, changes };
}

function findingChange(
  hostId: string,
  subjectId: string | null,
  at: IsoTime,
  kind: "opened" | "resolved",
  rule: RuleId,
): ChangeWrite {
  return {
    hostId,
    subjectId,
    at,
    kind: "finding",
    field: rule,
    from: kind === "opened" ? null : "open",
    to: kind === "opened" ? "open" : "resolved",
  };
}
