import type { CsvFile } from "@/components/ui/download-csv.ts";
import type { ComplianceCounts, ComplianceDayView, ComplianceView } from "@/lib/contract/api/compliance.ts";
import type { TimeToFixView } from "@/lib/contract/api/time-to-fix.ts";
import { type CsvCell, formatCsv } from "@/lib/format/csv.ts";
import { GROUP_WORDS } from "./prepare-days.ts";
import { DEFINITION } from "./prepare-figures.ts";
import { nameOf } from "./prepare-groups.ts";
import { FIX_DEFINITION } from "./prepare-time-to-fix.ts";
import { toRuleName } from "./rule-names.ts";

/** The page as three files: days, groups and rules. Shares are from 0 to 1, days end at midnight UTC. */
export function prepareCsv(view: ComplianceView): Record<"days" | "groups" | "rules", CsvFile> {
  const { from, to, groupBy } = view;
  const file = (what: string, rows: CsvCell[][]): CsvFile => ({
    name: `compliance-${what}-${from}-${to}.csv`,
    text: formatCsv(rows),
  });
  return {
    days: file("days", daysOf(view)),
    groups: file(GROUP_WORDS[groupBy].many, groupsOf(view)),
    rules: file("rules", rulesOf(view)),
  };
}

/** One day as the page shows it. */
export function prepareDayCsv({ day, groupBy, groups, rules }: ComplianceDayView): CsvFile {
  const isKnown = day.state !== "none";
  return {
    name: `compliance-${day.day}.csv`,
    text: formatCsv([
      ["day", "reports", "hosts", "silent hosts"],
      [day.day, day.state, day.hosts, day.silentHosts],
      [],
      [groupBy === "rule" ? "" : GROUP_WORDS[groupBy].one, ...COUNT_HEAD],
      ...(isKnown ? [["all", ...countsOf(day)]] : []),
      ...(groupBy === "rule"
        ? []
        : groups.map((group) => [nameOf(groupBy, group), ...countsOf(group.counts)])),
      [],
      ["rule", "name", "VMs critical", "VMs warning", "share that passes"],
      ...rules.map(({ rule, vms, ratio }) => [rule, toRuleName(rule), vms.critical, vms.warning, ratio]),
      [],
      [DEFINITION],
    ]),
  };
}

/** Time to fix, in seconds as measured. */
export function prepareFixCsv(view: TimeToFixView): CsvFile {
  const head = ["mended", "median seconds", "9 in 10 within seconds", "median seconds before"];
  return {
    name: `time-to-fix-${view.from}-${view.to}.csv`,
    text: formatCsv([
      ["severity", ...head, "open now", "oldest opened"],
      ["all", ...fixesOf(view)],
      ...view.severities.map((line) => [line.severity, ...fixesOf(line), line.open, line.oldestOpenedAt]),
      [],
      ["rule", "name", ...head, "longest seconds", "open now", "oldest opened"],
      ...view.rules.map((line) => [
        line.rule,
        toRuleName(line.rule),
        ...fixesOf(line),
        line.longestSeconds,
        line.open,
        line.oldestOpenedAt,
      ]),
      [],
      ["open within seconds", "critical", "warning", "info"],
      ...view.bands.map(({ withinSeconds, critical, warning, info }) => [
        withinSeconds ?? "longer",
        critical,
        warning,
        info,
      ]),
      [],
      [FIX_DEFINITION],
    ]),
  };
}

const COUNT_HEAD = ["compliant", "not compliant", "unknown", "not running", "excepted", "share"];

function countsOf(counts: ComplianceCounts): CsvCell[] {
  const { compliant, notCompliant, unknown, inactive, excepted, ratio } = counts;
  return [compliant, notCompliant, unknown, inactive, excepted, ratio];
}

function fixesOf(
  line: Pick<TimeToFixView, "mended" | "medianSeconds" | "nineInTenWithinSeconds" | "medianBeforeSeconds">,
): CsvCell[] {
  return [line.mended, line.medianSeconds, line.nineInTenWithinSeconds, line.medianBeforeSeconds];
}

function daysOf({ days, groups, groupBy }: ComplianceView): CsvCell[][] {
  const drawn = groups.filter(({ ratios }) => ratios !== null);
  return [
    [
      "day",
      "reports",
      "hosts",
      "silent hosts",
      "compliant",
      "not compliant",
      "unknown",
      "not running",
      "excepted",
      "share",
      ...drawn.map((group) => `share of ${nameOf(groupBy, group)}`),
    ],
    ...days.map((day, index) => {
      // A day without any report has no data: its counts are not zeros.
      const counts =
        day.state === "none"
          ? [null, null, null, null, null]
          : [day.compliant, day.notCompliant, day.unknown, day.inactive, day.excepted];
      return [
        day.day,
        day.state,
        day.hosts,
        day.silentHosts,
        ...counts,
        day.ratio,
        ...drawn.map(({ ratios }) => ratios?.[index] ?? null),
      ];
    }),
    [],
    [DEFINITION],
  ];
}

function groupsOf({ groups, groupBy }: ComplianceView): CsvCell[][] {
  return [
    [GROUP_WORDS[groupBy].one, ...COUNT_HEAD, "first day", "share then"],
    ...groups.map((group) => [
      nameOf(groupBy, group),
      ...countsOf(group.now),
      group.start?.day ?? null,
      group.start?.ratio ?? null,
    ]),
    [],
    [DEFINITION],
  ];
}

function rulesOf({ rules }: ComplianceView): CsvCell[][] {
  return [
    ["rule", "name", "VMs critical", "VMs warning", "share that passes", "first day", "share then"],
    ...rules.map(({ rule, vms, ratio, start }) => [
      rule,
      toRuleName(rule),
      vms.critical,
      vms.warning,
      ratio,
      start?.day ?? null,
      start?.ratio ?? null,
    ]),
    [],
    [DEFINITION],
  ];
}
