import type { SummedGroup } from "@/lib/data/compliance/read-compliance.ts";
import type {
  ComplianceCounts,
  ComplianceDay,
  ComplianceGroup,
  ComplianceView,
} from "@/lib/contract/api/compliance.ts";
import { RULE_IDS, type Severity } from "@/lib/domain/words.ts";
import type { ComplianceNow } from "./compliance-now.ts";
import { ratioOf, toCounts } from "./ratio-of.ts";

type RuleView = ComplianceView["rules"][number];

/**
 * Number of compliant and non-compliant VMs that violate each rule, now and by day. A day without data has no ratio; a day
 * without violations has ratio 1.
 */
export function rulesOf(input: {
  days: readonly ComplianceDay[];
  summed: readonly SummedGroup[];
  live: ComplianceNow;
}): { view: RuleView; group: ComplianceGroup; isMinded: boolean }[] {
  const { days, summed, live } = input;
  const byRule = new Map(summed.map((group) => [group.key, group]));
  const fleet = toCounts(live.fleet);
  const first = days.find(({ state }) => state === "whole" || state === "holes");
  return RULE_IDS.filter((rule) => byRule.has(rule) || live.rules.has(rule))
    .map((rule) => {
      const vms: Record<Severity, number> = live.rules.get(rule) ?? { critical: 0, warning: 0, info: 0 };
      const broken = brokenByDay(byRule.get(rule));
      const countsOn = (day: ComplianceDay) =>
        holdersOf(day, day.state === "today" ? vms.critical + vms.warning : (broken.get(day.day) ?? 0));
      const now = holdersOf(fleet, vms.critical + vms.warning);
      const start = first ? { day: first.day, ...countsOn(first) } : null;
      const ratios = days.map((day) => countsOn(day).ratio);
      return {
        view: {
          rule,
          vms,
          ratio: now.ratio,
          start: start ? { day: start.day, ratio: start.ratio } : null,
          ratios,
        },
        group: { key: rule, name: rule, now, start, ratios },
        isMinded: now.notCompliant > 0 || ratios.some((share) => share !== null && share < 1),
      };
    })
    .toSorted((left, right) => (left.view.ratio ?? 2) - (right.view.ratio ?? 2));
}

function brokenByDay(group: SummedGroup | undefined): Map<string, number> {
  return new Map(
    (group?.days ?? []).map((day, index) => [
      day,
      (group?.critical[index] ?? 0) + (group?.warning[index] ?? 0),
    ]),
  );
}

/** Of the compliant and non-compliant VMs, those that meet a rule and those that violate it. */
export function holdersOf(counts: ComplianceCounts, broken: number): ComplianceCounts {
  const weighed = counts.compliant + counts.notCompliant;
  const notCompliant = Math.min(weighed, broken);
  const compliant = weighed - notCompliant;
  const { unknown, inactive, excepted } = counts;
  return { compliant, notCompliant, unknown, inactive, excepted, ratio: ratioOf(compliant, notCompliant) };
}
