import type { ComplianceView } from "@/lib/contract/api/compliance.ts";
import { type CsvCell, formatCsv } from "@/lib/format/csv.ts";
import { GROUP_WORDS } from "./prepare-days.ts";
import { DEFINITION } from "./prepare-figures.ts";
import { nameOf } from "./prepare-groups.ts";
import { toRuleName } from "./rule-names.ts";

export interface CsvFile {
  name: string;
  text: string;
}

/** What the page shows as three files: days, groups and rules. Shares are from 0 to 1, days end at midnight UTC. */
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
      // Of a day without any report nothing is known: its counts are no zeros.
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
    [
      GROUP_WORDS[groupBy].one,
      "compliant",
      "not compliant",
      "unknown",
      "not running",
      "excepted",
      "share",
      "first day",
      "share then",
    ],
    ...groups.map((group) => [
      nameOf(groupBy, group),
      group.now.compliant,
      group.now.notCompliant,
      group.now.unknown,
      group.now.inactive,
      group.now.excepted,
      group.now.ratio,
      group.start?.day ?? null,
      group.start?.ratio ?? null,
    ]),
    [],
    [DEFINITION],
  ];
}

function rulesOf({ rules }: ComplianceView): CsvCell[][] {
  return [
    ["rule", "name", "VMs critical", "VMs warning", "share that holds it", "first day", "share then"],
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
