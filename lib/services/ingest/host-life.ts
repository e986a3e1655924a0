import type { HostState } from "@/lib/data/ingest/host-state.ts";
import type { ChangeWrite, FindingWrite, StoredFinding } from "@/lib/data/ingest/write-life.ts";
import { findingLife, type OpenFinding } from "@/lib/domain/finding-life.ts";
import { HOST_RULES_THAT_NAME_VMS } from "@/lib/domain/health.ts";
import type { RuleOutcome } from "@/lib/domain/judgement.ts";
import type { NetworkScene } from "@/lib/domain/network/path.ts";
import { HOST_NETWORK_RULE_IDS, type RuleId } from "@/lib/domain/words.ts";
import { newId } from "../new-id.ts";
import type { HostLife, PlacedVmHere } from "./apply-vms.ts";
import { hostNetworkCounts } from "./host-network-counts.ts";
import { judgeHostNetworkOf } from "./judge-host-network.ts";
import type { Report } from "./prepare-report.ts";
import { lifeWrites } from "./scene.ts";

/** The host's own findings after this report, with the VMs that they name. */
export function carryHost(input: {
  host: HostState;
  report: Report;
  /** Outcomes of the rules about the host itself. */
  outcomes: readonly RuleOutcome[];
  open: readonly StoredFinding[];
  /** Only called if the rules of its network are evaluated. */
  vms: () => readonly PlacedVmHere[];
  network: NetworkScene;
  /** Neither the host nor any of its VMs reports anything new for its network rules. */
  isSettled: boolean;
  changes: readonly ChangeWrite[];
}): HostLife {
  const { host, report, network } = input;
  const { observedAt } = report;
  const isPassedOver = input.isSettled && !input.open.some(isNetworksAndWaits);
  const carried = input.open.filter(({ rule }) => isCarried(rule));
  const isKept = ({ rule }: StoredFinding) => isPassedOver && NETWORK_RULES.has(rule);
  const open = carried.filter((finding) => !isKept(finding));
  const vms = isPassedOver ? [] : input.vms();
  const found = isPassedOver ? null : judgeHostNetworkOf(network, vms, report.isVmListComplete);
  const told = found?.outcomes ?? [];
  const ids = idsByVmId(vms);
  const named = new Map(
    told.map(({ rule, touchedVms }) => [rule, touchedVms.flatMap(({ id }) => ids.get(id) ?? [])]),
  );
  const life = findingLife({
    open,
    outcomes: [...input.outcomes, ...told],
    at: observedAt,
    isAgain: report.isAgain,
    isGone: false,
    notRunningSince: null,
    makeId: newId,
  });
  const before = new Map(carried.map((finding) => [finding.id, finding]));
  const isTold = (rule: RuleId) =>
    told.some((each) => each.rule === rule && each.outcome.status === "finding");
  // The VMs named by a frozen finding stay the same, because they cannot be checked. A VM missing from a partial list
  // does not count.
  const touchedBy = (finding: OpenFinding) =>
    isTold(finding.rule) ? (named.get(finding.rule) ?? []) : (before.get(finding.id)?.touchedIds ?? []);
  const written = lifeWrites(life, { hostId: host.hostId, subjectId: null, touchedBy }, observedAt);
  const namingNow = namingVms([...life.open, ...carried.filter(isKept)], touchedBy);
  return {
    findings: [...written.findings, ...renamed(life.open, written.findings, before, touchedBy)],
    changes: [...input.changes, ...written.changes],
    namingVms: namingNow,
    otherwiseNamed: isPassedOver ? new Set() : otherwiseNamed(namingVms(carried, storedTouched), namingNow),
    counts: found && hostNetworkCounts(found, network),
  };
}

const NETWORK_RULES: ReadonlySet<RuleId> = new Set<RuleId>(HOST_NETWORK_RULE_IDS);

/** Cluster findings are carried over by the cluster's own evaluation. */
function isCarried(rule: RuleId): boolean {
  return rule !== "cluster.switch-drift";
}

/** Waits for its second report, or for evidence. */
function isNetworksAndWaits({ rule, confirmedAt, frozenAt }: StoredFinding): boolean {
  return NETWORK_RULES.has(rule) && (confirmedAt === null || frozenAt !== null);
}

/** Findings with unchanged text about other VMs: only the named VMs are written. */
function renamed(
  open: readonly OpenFinding[],
  written: readonly FindingWrite[],
  before: ReadonlyMap<string, StoredFinding>,
  touchedBy: (finding: OpenFinding) => readonly string[],
): FindingWrite[] {
  const done = new Set(written.map(({ id }) => id));
  return open.flatMap((finding): FindingWrite[] => {
    const stored = before.get(finding.id);
    if (!stored || done.has(finding.id)) return [];
    const touchedIds = [...touchedBy(finding)];
    if (touchedIds.toSorted().join() === stored.touchedIds.toSorted().join()) return [];
    return [{ ...stored, touchedIds, vmsTouched: touchedIds.length, resolvedAt: null, resolution: null }];
  });
}

function namingVms<Finding extends OpenFinding>(
  open: readonly Finding[],
  touchedBy: (finding: Finding) => readonly string[],
): Map<string, OpenFinding[]> {
  const byVm = new Map<string, OpenFinding[]>();
  for (const finding of open) {
    if (!HOST_RULES_THAT_NAME_VMS.has(finding.rule)) continue;
    for (const id of touchedBy(finding)) {
      const list = byVm.get(id);
      if (list) list.push(finding);
      else byVm.set(id, [finding]);
    }
  }
  return byVm;
}

function storedTouched({ touchedIds }: StoredFinding): readonly string[] {
  return touchedIds;
}

type NamingVms = ReadonlyMap<string, readonly OpenFinding[]>;

/** VMs whose rows now count different host findings, or the same ones with different text. */
function otherwiseNamed(before: NamingVms, now: NamingVms): Set<string> {
  const ids = new Set([...before.keys(), ...now.keys()]);
  return new Set([...ids].filter((id) => wordsOf(before.get(id)) !== wordsOf(now.get(id))));
}

function wordsOf(naming: readonly OpenFinding[] = []): string {
  const words = naming.map(({ rule, severity, summary, frozenAt }) =>
    [rule, severity, frozenAt === null, summary].join(" "),
  );
  return words.toSorted().join("\n");
}

/** The rules identify a VM by the hypervisor's id. */
function idsByVmId(vms: readonly PlacedVmHere[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, vmId } of vms) ids.set(vmId, [...(ids.get(vmId) ?? []), id]);
  return ids;
}
