import type { AccelerationStatus, RuleId, Severity } from "../../domain/words.ts";
import type { GuideCase, Prose } from "../page.ts";

export function is(status: AccelerationStatus, says: Prose, remark?: Prose): GuideCase {
  return { says, status, finding: null, ...(remark === undefined ? {} : { remark }) };
}

/** A fault that can be fixed: the finding and the rule that opens it. */
export function minds(severity: Severity, rule: RuleId, says: Prose): GuideCase {
  return { says, status: "configured", finding: severity, remark: `[${rule}](rules/${rule})` };
}

/** What applies to every technology of a VM's adapter. */
export const VM_ANYWAY: readonly GuideCase[] = [
  is("unknown", "No fault is visible, but a deciding fact was not read"),
  is(
    "not-applicable",
    "The VM is not running, its adapter is not connected or is on an internal switch, or the host is itself a VM",
  ),
];
