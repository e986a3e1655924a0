import { toVmHref } from "@/components/vms/vm-listing.ts";
import type { ComplianceView } from "@/lib/contract/api/compliance.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { formatPercent, formatPoints, isLower } from "@/lib/format/percent.ts";
import { toBrokenRuleFilters } from "./prepare-groups.ts";
import { toRuleName } from "./rule-names.ts";

export interface RuleBar {
  rule: string;
  name: string;
  critical: number;
  warning: number;
  vms: number;
  percent: string | null;
  points: string | null;
  isWorse: boolean;
  href: string;
}

export interface RulesChart {
  bars: readonly RuleBar[];
  /** Rules that every VM passes now and not every VM passed in the range. */
  mended: readonly RuleBar[];
  summary: string;
}

export const MAX_BARS = 10;

/** The rules that make the most VMs non-compliant. */
export function prepareRules({ rules }: Pick<ComplianceView, "rules">): RulesChart {
  const lines = rules.map(({ rule, vms, ratio, start }): RuleBar => {
    const startRatio = start?.ratio ?? null;
    return {
      rule,
      name: toRuleName(rule),
      critical: vms.critical,
      warning: vms.warning,
      vms: vms.critical + vms.warning,
      percent: ratio === null ? null : formatPercent(ratio),
      points: ratio === null || startRatio === null ? null : formatPoints(startRatio, ratio),
      isWorse: isLower(startRatio, ratio),
      href: toVmHref(toBrokenRuleFilters(rule)),
    };
  });
  const broken = lines
    .filter(({ vms }) => vms > 0)
    .toSorted((left, right) => right.vms - left.vms || (left.name < right.name ? -1 : 1));
  const bars = broken.slice(0, MAX_BARS);
  return {
    bars,
    mended: lines.filter(({ vms }) => vms === 0),
    summary:
      bars.length === 0
        ? "No rule makes a VM non-compliant now."
        : `Rules that make the most VMs non-compliant: ${bars
            .map(({ name, vms }) => `${name}, ${formatPlural(vms, "VM")}`)
            .join("; ")}.`,
  };
}
