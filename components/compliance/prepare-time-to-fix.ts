import type { TimeToFixView } from "@/lib/contract/api/time-to-fix.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { formatDays } from "@/lib/format/day.ts";
import { formatDuration, formatDurationInWords } from "@/lib/format/duration.ts";
import { toUrl } from "@/lib/query/fetch-json.ts";
import { toRuleName } from "./rule-names.ts";

type Severity = TimeToFixView["severities"][number]["severity"];

export interface FixBand {
  key: string;
  label: string;
  mended: number;
  bySeverity: Record<Severity, number>;
  /** A week and longer: worth asking about. */
  isSlow: boolean;
}

export interface FixLine {
  key: string;
  name: string;
  mended: number;
  median: string | null;
  nineInTen: string | null;
  before: string | null;
  isSlower: boolean;
  href: string;
  open: number;
  oldestOpenedAt: string | null;
  openHref: string;
}

export interface FixSeverityLine extends FixLine {
  severity: Severity;
}

export interface TimeToFix {
  mended: number;
  median: string | null;
  medianBefore: string | null;
  open: number;
  bands: readonly FixBand[];
  most: number;
  severities: readonly FixSeverityLine[];
  rules: readonly FixLine[];
  /** The days that "before" refers to; `null` if none are recorded. */
  before: string | null;
  /** Findings that ended and are in none of the numbers above. */
  leftOut: string | null;
  summary: string;
}

/** States what is counted, beside the numbers and in a file. */
export const FIX_DEFINITION =
  "Time to fix: from the first report that showed a finding to the first that no longer did. Only fixed findings that a second report confirmed are counted; open findings are not part of any median.";

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** How long findings were open: by duration, by severity and by rule. */
export function prepareTimeToFix(view: TimeToFixView): TimeToFix {
  const bands = view.bands.map(({ withinSeconds, ...bySeverity }, index): FixBand => {
    const from = view.bands[index - 1]?.withinSeconds ?? 0;
    return {
      key: `${from}`,
      label: toBandLabel(from, withinSeconds),
      mended: bySeverity.critical + bySeverity.warning + bySeverity.info,
      bySeverity,
      isSlow: from >= WEEK,
    };
  });
  return {
    mended: view.mended,
    median: toWords(view.medianSeconds),
    medianBefore: toWords(view.medianBeforeSeconds),
    open: view.severities.reduce((sum, { open }) => sum + open, 0),
    bands,
    most: Math.max(1, ...bands.map(({ mended }) => mended)),
    severities: view.severities.map((line) => ({
      ...toLine(line.severity, line.severity, line),
      severity: line.severity,
      href: toUrl("/findings", { status: "resolved", severity: line.severity }),
      openHref: toUrl("/findings", { severity: line.severity }),
    })),
    rules: view.rules.map((line) => ({
      ...toLine(line.rule, toRuleName(line.rule), line),
      href: toUrl("/findings", { status: "resolved", rule: line.rule }),
      openHref: toUrl("/findings", { rule: line.rule }),
    })),
    before: view.before === null ? null : formatDays(view.before.from, view.before.to),
    leftOut: sayLeftOut(view),
    summary: summaryOf(view, bands),
  };
}

function toLine(key: string, name: string, line: Omit<TimeToFixView["severities"][number], "severity">) {
  const { mended, medianSeconds, medianBeforeSeconds } = line;
  return {
    key,
    name,
    mended,
    median: toWords(medianSeconds),
    nineInTen: toWords(line.nineInTenWithinSeconds),
    before: toWords(medianBeforeSeconds),
    open: line.open,
    oldestOpenedAt: line.oldestOpenedAt,
    isSlower: medianSeconds !== null && medianBeforeSeconds !== null && medianSeconds > medianBeforeSeconds,
  };
}

function toWords(seconds: number | null): string | null {
  return seconds === null ? null : formatDuration(seconds);
}

/** "< 1 h", "4–24 h", "1–4 w", "> 4 w": in the unit of the upper limit. */
function toBandLabel(from: number, to: number | null): string {
  if (to === null) return `> ${from / WEEK} w`;
  const [length, unit] = to <= DAY ? [HOUR, "h"] : to <= WEEK ? [DAY, "d"] : [WEEK, "w"];
  return from === 0 ? `< ${to / length} ${unit}` : `${from / length}–${to / length} ${unit}`;
}

function sayLeftOut({ passing, noLongerApplied }: TimeToFixView): string | null {
  const parts = [
    passing === 0 ? "" : `${formatCount(passing)} cleared before a second report confirmed them`,
    noLongerApplied === 0
      ? ""
      : `${formatCount(noLongerApplied)} closed with their VM or because they no longer applied`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? null : `Not counted: ${parts.join("; ")}.`;
}

function summaryOf(view: TimeToFixView, bands: readonly FixBand[]): string {
  if (view.medianSeconds === null) return "No finding was fixed in this range.";
  const before =
    view.medianBeforeSeconds === null
      ? ""
      : `, ${formatDurationInWords(view.medianBeforeSeconds)} in the same number of days before`;
  const slow = bands.reduce((sum, { isSlow, mended }) => sum + (isSlow ? mended : 0), 0);
  const most = bands.reduce((fullest, band) => (band.mended > fullest.mended ? band : fullest));
  return (
    `${formatPlural(view.mended, "finding")} fixed; half of them within ${formatDurationInWords(view.medianSeconds)}${before}. ` +
    `Most took ${most.label.replace("<", "less than").replace(">", "more than")}, ${formatPlural(most.mended, "finding")}; ` +
    `${formatCount(slow)} took longer than a week.`
  );
}
