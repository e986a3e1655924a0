import { toVmHref } from "@/components/vms/vm-listing.ts";
import type { ComplianceView } from "@/lib/contract/api/compliance.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { dayAfter, formatShortDay, formatWholeDay } from "@/lib/format/day.ts";
import { formatPercent, formatPoints } from "@/lib/format/percent.ts";
import { recordedDays } from "./prepare-days.ts";
import type { TimeToFix } from "./prepare-time-to-fix.ts";

export interface Figure {
  key: string;
  value: string;
  unit?: string;
  note: string;
  href: string | null;
}

export const NOT_COMPLIANT = ["critical", "warning"] as const;

/** States what is counted, on the page, in print and in a file. */
export const DEFINITION =
  "Compliant: a running VM on a reporting host with no open, unexcepted finding of warning or worse. VMs that are not running count on neither side; unknown VMs are counted separately.";

/** The numbers that a manager looks for first. The excepted count appears only if there is one. */
export function prepareFigures(view: ComplianceView, fixes: TimeToFix | null): Figure[] {
  const { now } = view;
  const weighed = now.compliant + now.notCompliant;
  return [
    {
      key: "share",
      value: now.ratio === null ? "–" : formatPercent(now.ratio),
      ...(now.ratio === null ? {} : { unit: "%" }),
      note: now.ratio === null ? "no data: no VM is running on a reporting host" : sayWay(view),
      href: null,
    },
    {
      key: "compliant",
      value: formatCount(now.compliant),
      note: `of ${formatPlural(weighed, "running VM")} with a verdict are compliant`,
      href: toVmHref({ health: ["healthy"] }),
    },
    {
      key: "not-compliant",
      value: formatCount(now.notCompliant),
      note: "not compliant: an open warning or worse",
      href: toVmHref({ health: NOT_COMPLIANT }),
    },
    {
      key: "unknown",
      value: formatCount(now.unknown),
      note: "unknown: on silent hosts, or not readable",
      href: toVmHref({ health: ["unknown"] }),
    },
    ...(now.excepted > 0
      ? [
          {
            key: "excepted",
            value: formatCount(now.excepted),
            note: "of the compliant VMs only because of an exception",
            href: null,
          },
        ]
      : []),
    {
      key: "whole-days",
      value: view.wholeDays === null ? "–" : formatPercent(view.wholeDays),
      ...(view.wholeDays === null ? {} : { unit: "%" }),
      note:
        view.wholeDays === null
          ? "no complete day yet: the first one ends at midnight UTC"
          : "of the days have a report from every host",
      href: null,
    },
    ...(fixes === null ? [] : [fixFigure(fixes)]),
  ];
}

function fixFigure({ mended, median, medianBefore, open }: TimeToFix): Figure {
  const [value = "–", unit] = median?.split(" ") ?? [];
  const before = medianBefore === null ? "" : `, ${medianBefore} before`;
  return {
    key: "time-to-fix",
    value,
    ...(unit === undefined ? {} : { unit }),
    note:
      median === null
        ? `no finding was fixed in this range; ${formatCount(open)} open`
        : `median time to fix${before}; ${formatCount(mended)} fixed, ${formatCount(open)} open`,
    href: "#time-to-fix",
  };
}

/** "−1.6 since yesterday, +6.2 since 27 Aug": only compared with days that have data. */
function sayWay({ now, days }: ComplianceView): string {
  if (now.ratio === null) return "";
  const today = days.at(-1);
  const yesterday = days.at(-2);
  const first = recordedDays(days).find(({ ratio }) => ratio !== null);
  const parts = ["compliant now"];
  if (yesterday?.ratio !== null && yesterday !== undefined)
    parts.push(`${formatPoints(yesterday.ratio, now.ratio)} since yesterday`);
  if (first && today && first.ratio !== null && first.day < dayAfter(today.day, -1))
    parts.push(`${formatPoints(first.ratio, now.ratio)} since ${formatShortDay(first.day)}`);
  return parts.join(", ");
}

/** The sentence under the title. */
export function sayRange(view: ComplianceView): string | null {
  const first = recordedDays(view.days)[0];
  if (!first || first.state === "today") return "the first day is not over yet";
  return first.day > view.from ? `recorded since ${formatWholeDay(first.day)}` : null;
}
