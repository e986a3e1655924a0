import { type OpenFindings, readLateFixes, readOpenAges } from "@/lib/data/compliance/fix-days.ts";
import type { TimeToFixView } from "@/lib/contract/api/time-to-fix.ts";
import { RULE_IDS, SEVERITIES } from "@/lib/domain/words.ts";
import { fleetDirectory } from "../fleet-directory.ts";
import { dayAfter, dayOf, toRange } from "./day-range.ts";
import { countMended, type Lives, longestOf, mendedWithin, quantileOf, toLives } from "./lives.ts";
import { firstDayOnRecord, summedDays } from "./summed-days.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Upper bounds of the bands, from an hour to four weeks. The last band is open-ended. */
const BANDS = [HOUR, 4 * HOUR, DAY, 3 * DAY, 7 * DAY, 28 * DAY, null] as const;
const MEDIAN = 0.5;
const NINE_IN_TEN = 0.9;

/** How long findings are open until fixed. @throws AppError `bad-request` for the invalid parameter */
export async function getTimeToFix(
  words: { from?: string | undefined; to?: string | undefined },
  now: Date,
): Promise<TimeToFixView> {
  const { from, to, days } = toRange(words, now);
  const directory = await fleetDirectory(now);
  const recorded = await firstDayOnRecord();
  const earlier = { from: dayAfter(from, -days.length), to: dayAfter(from, -1) };
  const before = recorded !== null && recorded <= earlier.from ? earlier : null;
  const [lives, livesBefore, open] = await Promise.all([
    livesOf({ from, to }, now),
    before === null ? null : livesOf(before, now),
    readOpenAges(directory.silentHostIds),
  ]);
  const spreadOf = (isMeant: (each: Lives) => boolean) => {
    const meant = lives.filter(isMeant);
    return {
      mended: countMended(meant),
      medianSeconds: quantileOf(meant, MEDIAN),
      nineInTenWithinSeconds: quantileOf(meant, NINE_IN_TEN),
      medianBeforeSeconds: livesBefore === null ? null : quantileOf(livesBefore.filter(isMeant), MEDIAN),
    };
  };
  const whole = spreadOf(() => true);
  const gone = lives.reduce((sum, each) => sum + each.gone, 0);
  return {
    ...whole,
    from,
    to,
    passing: lives.reduce((sum, { ended }) => sum + ended, 0) - gone - whole.mended,
    noLongerApplied: gone,
    mendedBefore: livesBefore === null ? null : countMended(livesBefore),
    before,
    bands: bandsOf(lives),
    severities: SEVERITIES.map((severity) => ({
      severity,
      ...spreadOf((each) => each.severity === severity),
      ...openOf(open.filter((each) => each.severity === severity)),
    })),
    rules: RULE_IDS.flatMap((rule) => {
      const longestSeconds = longestOf(lives.filter((each) => each.rule === rule));
      return longestSeconds === null
        ? []
        : [
            {
              rule,
              ...spreadOf((each) => each.rule === rule),
              longestSeconds,
              ...openOf(open.filter((each) => each.rule === rule)),
            },
          ];
    }).toSorted((left, right) => (right.medianSeconds ?? 0) - (left.medianSeconds ?? 0)),
  };
}

/** Past days are read once and cached until a day is summed again. Yesterday may not be summed yet. */
async function livesOf({ from, to }: { from: string; to: string }, now: Date): Promise<Lives[]> {
  const yesterday = dayAfter(dayOf(now.getTime()), -1);
  const lastSummed = to < yesterday ? to : dayAfter(yesterday, -1);
  const summed = from > lastSummed ? [] : await (await summedDays({ from, to: lastSummed })).lives();
  if (to < yesterday) return summed;
  const late = await readLateFixes(from > yesterday ? from : yesterday, to);
  return [...summed, ...late.map(toLives)];
}

function openOf(rows: readonly OpenFindings[]) {
  const [oldestOpenedAt = null] = rows.map(({ oldestAt }) => oldestAt).toSorted();
  return { open: rows.reduce((sum, { open }) => sum + open, 0), oldestOpenedAt };
}

function bandsOf(lives: readonly Lives[]): TimeToFixView["bands"] {
  const bySeverity = SEVERITIES.map((severity) => lives.filter((each) => each.severity === severity));
  return BANDS.map((withinSeconds, index) => {
    const [critical = 0, warning = 0, info = 0] = bySeverity.map(
      (group) => mendedWithin(group, withinSeconds ?? Infinity) - mendedWithin(group, BANDS[index - 1] ?? -1),
    );
    return { withinSeconds, critical, warning, info };
  });
}
