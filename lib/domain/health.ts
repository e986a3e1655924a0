import type { OpenFinding } from "./finding-life.ts";
import { isReporting } from "./freshness.ts";
import type { VmJudgement } from "./judgement.ts";
import type { Freshness, RuleId, Severity, VmHealth } from "./words.ts";

/** An excepted finding is counted separately, and never for health. */
export type WeighedFinding = Pick<OpenFinding, "rule" | "severity" | "frozenAt"> & { isExcepted?: boolean };

/** Rules about a host whose findings name VMs and count for them; findings of other rules do not. */
export const HOST_RULES_THAT_NAME_VMS: ReadonlySet<RuleId> = new Set<RuleId>([
  "host.sr-iov",
  "host.rdma",
  "host.vmq",
  "host.vmmq",
  "host.lbfo-under-switch",
]);

export interface VmHealthInput extends Pick<
  VmJudgement,
  "isStateCritical" | "isInactive" | "isHeartbeatOpen"
> {
  /** About the host that the VM is on now. */
  freshness: Freshness;
  /**
   * Its host's newest report could not read the VM (section unread, VM missing from a partial one, agent without
   * rights), or has an unknown state. Earlier data is then not evidence.
   */
  isUnread?: boolean;
  /** Open and frozen findings about the VM. */
  findings: readonly WeighedFinding[];
  /** Open and frozen findings about its host that name the VM. */
  hostFindings: readonly WeighedFinding[];
}

/** The health of a VM. The first line that applies decides; health never waits for a finding to be confirmed. */
export function healthOf(vm: VmHealthInput): VmHealth {
  if (!isReporting(vm.freshness) || vm.isUnread) return "unknown";
  if (vm.isStateCritical) return "critical";
  if (vm.isInactive && !vm.findings.some(isStuck)) return "inactive";

  const worst = worstOf(vm.findings, vm.hostFindings);
  if (worst !== null && worst !== "info") return worst;
  return vm.isHeartbeatOpen ? "unknown" : "healthy";
}

/** What a VM contributes to compliance: only `compliant` and `not-compliant` count in the ratio. */
export type Compliance = "compliant" | "not-compliant" | "unknown" | "inactive";

export function complianceOf(health: VmHealth): Compliance {
  return COMPLIANCE_BY_HEALTH[health];
}

const COMPLIANCE_BY_HEALTH = {
  healthy: "compliant",
  warning: "not-compliant",
  critical: "not-compliant",
  unknown: "unknown",
  inactive: "inactive",
} as const satisfies Record<VmHealth, Compliance>;

/** A VM that hangs while starting or stopping does not run either, but is not at rest. */
function isStuck(finding: WeighedFinding): boolean {
  return finding.rule === "vm.state-stuck" && counts(finding);
}

function counts(finding: WeighedFinding): boolean {
  return finding.frozenAt === null && finding.isExcepted !== true;
}

function worstOf(
  findings: readonly WeighedFinding[],
  hostFindings: readonly WeighedFinding[],
): Severity | null {
  let worst: Severity | null = null;
  for (const finding of findings) if (counts(finding)) worst = worseOf(worst, finding.severity);
  for (const finding of hostFindings)
    if (counts(finding) && HOST_RULES_THAT_NAME_VMS.has(finding.rule))
      worst = worseOf(worst, finding.severity);
  return worst;
}

function worseOf(left: Severity | null, right: Severity): Severity {
  if (left === "critical" || right === "critical") return "critical";
  return left === "warning" || right === "warning" ? "warning" : "info";
}
