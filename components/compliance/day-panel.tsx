"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { Bar } from "@/components/ui/bar.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { ScrollFrame } from "@/components/ui/scroll-frame.tsx";
import type { ComplianceView } from "@/lib/contract/api/compliance.ts";
import { formatCount } from "@/lib/format/count.ts";
import { formatWholeDay } from "@/lib/format/day.ts";
import { complianceQueries } from "@/lib/query/compliance.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { DayGroupTable, DayRuleTable } from "./day-tables.tsx";
import { GROUP_WORDS } from "./prepare-days.ts";
import { type DayDetails, prepareDay } from "./prepare-day.ts";

const SHOWN = 8;
const COUNT_WORDS = {
  compliant: "healthy",
  notCompliant: "warning",
  unknown: "unknown",
  inactive: "inactive",
} as const;

/** One day: its result and groups, what changed on it, and links to the affected VMs in their current state. */
export function DayPanel({
  day,
  today,
  groupBy,
  onDay,
}: {
  day: string;
  today: string;
  groupBy: ComplianceView["groupBy"];
  onDay: (day: string | null) => void;
}) {
  const { data, error, refetch, isPlaceholderData } = useQuery(complianceQueries.day({ day, groupBy }));
  const close = (
    <Button size="small" onClick={() => onDay(null)}>
      Close
    </Button>
  );
  if (!data) {
    return (
      <Panel
        title={formatWholeDay(day)}
        actions={<span className="no-print">{close}</span>}
        className="print:hidden"
      >
        {error ? (
          <p className="flex flex-wrap items-center gap-2 px-3 py-3 text-ink-2">
            This day could not be loaded: {error.message}.
            <Button size="small" onClick={() => void refetch()}>
              Try again
            </Button>
          </p>
        ) : (
          <LoadingRows rows={6} label="Loading the day" />
        )}
      </Panel>
    );
  }
  const details = prepareDay(data, today);
  return (
    <Panel
      className="print:col-span-2"
      title={details.title}
      note={details.isWhole ? details.reports : undefined}
      actions={
        <span className="no-print flex gap-1.5">
          <Button size="small" disabled={details.before === null} onClick={() => onDay(details.before)}>
            Day before
          </Button>
          <Button size="small" disabled={details.after === null} onClick={() => onDay(details.after)}>
            Day after
          </Button>
          {close}
        </span>
      }
    >
      <div aria-busy={isPlaceholderData} className={isPlaceholderData ? "opacity-60" : undefined}>
        {details.isWhole ? null : <Holes details={details} />}
        {details.isKnown ? <Known details={details} groupBy={data.groupBy} /> : null}
      </div>
    </Panel>
  );
}

/** What a reader must know before the numbers: which hosts they do not include. */
function Holes({ details: { reports, silent, othersSilent, isKnown } }: { details: DayDetails }) {
  return (
    <p className="flex border-b border-line last:border-b-0">
      <i className="hatched w-11 flex-none border-r border-line print:w-6" aria-hidden />
      <span className={isKnown ? "px-3 py-2" : "px-3 py-4 text-ink-2"}>
        {reports}{" "}
        {silent.map(({ id, name }, index) => (
          <span key={id}>
            {index === 0 ? "" : ", "}
            <Link href={`/hosts/${id}`} prefetch={false} className="link">
              {name}
            </Link>
          </span>
        ))}
        {silent.length > 0 && othersSilent > 0 ? ` and ${formatCount(othersSilent)} more` : ""}
      </span>
    </p>
  );
}

function Known({ details, groupBy }: { details: DayDetails; groupBy: ComplianceView["groupBy"] }) {
  const { counts, groups, groupCount, rules } = details;
  const words = GROUP_WORDS[groupBy];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] desk:grid-cols-[300px_minmax(0,1fr)_minmax(0,1fr)] print:grid-cols-2">
      <section
        className="px-3 py-2.5 desk:border-r desk:border-line print:col-span-2 print:border-r-0"
        aria-label="All VMs"
      >
        <p className="pb-1">
          {details.percent === null ? (
            "No data: no VM ran on a reporting host"
          ) : (
            <>
              <b className="text-title font-semibold">{details.percent} %</b> compliant
              {details.points === null ? "" : `, ${details.points} that day`}
            </>
          )}
        </p>
        <ChartFigure summary={details.summary}>
          <Bar
            height={10}
            className="my-1"
            parts={counts.map(({ kind, count }) => ({ word: COUNT_WORDS[kind], count }))}
          />
        </ChartFigure>
        <ul className="print:grid print:grid-cols-4 print:gap-x-4">
          {counts.map(({ kind, words: said, count, difference, href }) => (
            <li key={kind} className="flex min-h-6 items-center gap-2">
              <i className={`bar-part bar-${COUNT_WORDS[kind]} size-2.5 flex-none`} aria-hidden />
              <Link href={href} prefetch={false} className="link whitespace-nowrap">
                {said}
              </Link>
              <b className="ml-auto font-semibold">{formatCount(count)}</b>
              <span className="w-[52px] text-right text-note text-ink-3 print:w-auto">
                {sayDifference(difference)}
              </span>
            </li>
          ))}
        </ul>
        <p className="no-print pt-1 text-note text-ink-3">Links open the VMs in their current state.</p>
      </section>
      {groupBy === "rule" ? null : (
        <Shortened
          label={`${words.title}s on this day`}
          count={groups.length}
          note={
            groups.length < groupCount
              ? `The worst ${formatCount(groups.length)} of ${formatCount(groupCount)} ${words.many}.`
              : null
          }
          className="desk:border-r desk:border-line"
        >
          {(most) => <DayGroupTable title={words.title} lines={groups.slice(0, most)} />}
        </Shortened>
      )}
      <Shortened
        label="Rules on this day"
        count={rules.length}
        note={null}
        className={groupBy === "rule" ? "desk:col-span-2" : ""}
      >
        {(most) => <DayRuleTable lines={rules.slice(0, most)} />}
      </Shortened>
    </div>
  );
}

/** The first lines of a table; the others are shown on request. */
function Shortened({
  label,
  count,
  note,
  className,
  children,
}: {
  label: string;
  count: number;
  note: string | null;
  className: string;
  children: (most: number) => ReactNode;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const most = isWhole ? count : SHOWN;
  return (
    <section className={`min-w-0 max-desk:border-t max-desk:border-line ${className}`} aria-label={label}>
      <ScrollFrame label={`${label}, worst first`} className="max-h-[420px] print:max-h-none">
        {children(most)}
      </ScrollFrame>
      {count <= most ? null : (
        <p className="no-print border-t border-line px-3 py-1.5">
          <Button size="small" onClick={() => setIsWhole(true)}>
            Show {formatCount(count - most)} more
          </Button>
        </p>
      )}
      {note !== null && isWhole ? (
        <p className="border-t border-line px-3 py-1.5 text-note text-ink-3">{note}</p>
      ) : null}
    </section>
  );
}

function sayDifference(difference: number | null): string {
  if (difference === null || difference === 0) return "";
  return difference > 0 ? `+${formatCount(difference)}` : `−${formatCount(-difference)}`;
}
