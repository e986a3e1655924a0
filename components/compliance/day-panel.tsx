import Link from "next/link";
import { Button } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { ComplianceView } from "@/lib/contract/api/compliance.ts";
import { formatCount } from "@/lib/format/count.ts";
import { formatWholeDay } from "@/lib/format/day.ts";
import { formatPercent } from "@/lib/format/percent.ts";
import { GROUP_WORDS } from "./prepare-days.ts";
import type { DayDetails, Mover } from "./prepare-day.ts";

/** One day: what it came to, what moved on it, and the VMs behind that as they are now. */
export function DayPanel({
  day,
  groupBy,
  onDay,
}: {
  day: DayDetails;
  groupBy: ComplianceView["groupBy"];
  onDay: (day: string | null) => void;
}) {
  return (
    <Panel
      className="print:hidden"
      title={day.state === "today" ? `Today, ${formatWholeDay(day.day)}` : formatWholeDay(day.day)}
      note={day.reports}
      actions={
        <span className="no-print flex gap-1.5">
          <Button size="small" disabled={day.before === null} onClick={() => onDay(day.before)}>
            Day before
          </Button>
          <Button size="small" disabled={day.after === null} onClick={() => onDay(day.after)}>
            Day after
          </Button>
          <Button size="small" onClick={() => onDay(null)}>
            Close
          </Button>
        </span>
      }
    >
      {day.state === "none" ? (
        <p className="px-3 py-3 text-ink-2">No host reported on this day: what its VMs were is not known.</p>
      ) : (
        <div className="grid gap-x-6 gap-y-3 px-3 py-2.5 desk:grid-cols-3">
          <section>
            <h3 className="pb-1 text-note font-semibold text-ink-2">
              {day.ratio === null ? "Nothing to judge" : `${formatPercent(day.ratio)} % compliant`}
              {day.points === null ? "" : `, ${day.points} on the day`}
            </h3>
            <ul>
              {day.counts.map(({ kind, words, count, difference, href }) => (
                <li key={kind} className="flex min-h-6 items-center gap-2">
                  <Link href={href} prefetch={false} className="link">
                    {words}
                  </Link>
                  <b className="ml-auto font-semibold">{formatCount(count)}</b>
                  <span className="w-[52px] text-right text-note text-ink-3">
                    {sayDifference(difference)}
                  </span>
                </li>
              ))}
            </ul>
            <p className="pt-1 text-note text-ink-3">Links lead to the VMs as they are now.</p>
          </section>
          {groupBy === "rule" ? null : (
            <Movers title={`${GROUP_WORDS[groupBy].title}s that moved`} movers={day.groups} />
          )}
          <Movers title="Rules that moved" movers={day.rules} />
        </div>
      )}
    </Panel>
  );
}

function Movers({ title, movers }: { title: string; movers: readonly Mover[] }) {
  return (
    <section>
      <h3 className="pb-1 text-note font-semibold text-ink-2">{title}</h3>
      {movers.length === 0 ? (
        <p className="text-note text-ink-3">None by half a point or more against the day before.</p>
      ) : (
        <ul>
          {movers.map(({ key, name, points, isWorse, href }) => (
            <li key={key} className="flex min-h-6 items-center gap-2">
              {href === null ? (
                <span className="min-w-0 truncate">{name}</span>
              ) : (
                <Link href={href} prefetch={false} className="link min-w-0 truncate">
                  {name}
                </Link>
              )}
              <span className={`ml-auto ${isWorse ? "font-semibold text-critical-ink" : "text-ink-2"}`}>
                {points}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function sayDifference(difference: number | null): string {
  if (difference === null || difference === 0) return "";
  return difference > 0 ? `+${formatCount(difference)}` : formatCount(difference);
}
