"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { lazily } from "@/components/ui/lazily.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { ScrollFrame } from "@/components/ui/scroll-frame.tsx";
import type { ComplianceView } from "@/lib/contract/api/compliance.ts";
import { formatCount } from "@/lib/format/count.ts";
import { formatShortDay } from "@/lib/format/day.ts";
import { GROUP_WORDS } from "./prepare-days.ts";
import { ChartFigure } from "./chart-figure.tsx";
import {
  type GroupLine,
  type GroupsChart as Groups,
  prepareGroups,
  prepareGroupsChart,
} from "./prepare-groups.ts";
import { SERIES_COLOURS, SERIES_DASHES } from "./chart-parts.tsx";

const GroupsChart = lazily(() => import("./groups-chart.tsx").then((module) => module.GroupsChart));

const SHOWN = 10;

/** The share of compliant VMs by day for the worst groups, and all groups now and at the start of the range. */
export function GroupsPanel({
  view,
  day,
  onDay,
}: {
  view: ComplianceView;
  day: string | null;
  onDay: (day: string) => void;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const chart = prepareGroupsChart(view);
  const lines = prepareGroups(view);
  const words = GROUP_WORDS[view.groupBy];
  const shown = isWhole ? lines : lines.slice(0, SHOWN);
  const hasExcepted = lines.some(({ excepted }) => excepted > 0);
  return (
    <Panel
      title={view.groupBy === "rule" ? "VMs passing each rule" : `Compliant VMs by ${words.one}`}
      note={
        chart.series.length > 0 && chart.series.length < lines.length
          ? `the worst ${chart.series.length} of ${formatCount(view.groupCount)} ${words.many} as lines`
          : undefined
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] desk:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] print:grid-cols-2">
        <div className="pt-2 pb-1 desk:border-r desk:border-line">
          {chart.series.length === 0 ? (
            <p className="px-3 py-3 text-ink-2">
              No {words.one} had a running VM on a reporting host on any day of this range.
            </p>
          ) : (
            <div className="grid grid-cols-[minmax(0,1fr)_auto] px-1">
              <ChartFigure summary={chart.summary} className="h-[280px]">
                <GroupsChart chart={chart} day={day} onDay={onDay} />
              </ChartFigure>
              <EndLabels chart={chart} />
            </div>
          )}
          {chart.floor === 0 || chart.series.length === 0 ? null : (
            <p className="px-3 pb-1 text-note text-ink-3">The axis starts at {chart.floor} %.</p>
          )}
        </div>
        <div className="min-w-0">
          <ScrollFrame label={`${words.title}s, worst first`} className="max-h-[420px] print:max-h-none">
            <table className="table-plain">
              <caption className="sr-only">{words.title}s, worst first</caption>
              <thead className="sticky top-0 z-1 bg-panel">
                <tr>
                  <th scope="col">{words.title}</th>
                  <th scope="col" className="number">
                    {view.groupBy === "rule" ? "Passing" : "Compliant"}
                  </th>
                  <th scope="col" className="number print:hidden">
                    Change
                  </th>
                  <th scope="col" className="number max-tablet:hidden">
                    {startHead(view)}
                  </th>
                  <th scope="col" className="number">
                    Not compliant
                  </th>
                  <th scope="col" className="number">
                    Unknown
                  </th>
                  {hasExcepted ? (
                    <th scope="col" className="number">
                      Excepted
                    </th>
                  ) : null}
                </tr>
              </thead>
              <tbody>
                {shown.map((line) => (
                  <GroupRow key={line.key} line={line} hasExcepted={hasExcepted} />
                ))}
              </tbody>
            </table>
          </ScrollFrame>
          {shown.length === lines.length ? null : (
            <p className="no-print border-t border-line px-3 py-1.5">
              <Button size="small" onClick={() => setIsWhole(true)}>
                Show {formatCount(lines.length - shown.length)} more
              </Button>
            </p>
          )}
          {isWhole && lines.length < view.groupCount ? (
            <p className="border-t border-line px-3 py-1.5 text-note text-ink-3">
              The worst {formatCount(lines.length)} of {formatCount(view.groupCount)} {words.many}.
            </p>
          ) : null}
        </div>
      </div>
    </Panel>
  );
}

/** Labels at the ends of the lines, which are links; positions exclude the chart's margins. */
function EndLabels({ chart }: { chart: Groups }) {
  return (
    <ul
      className="relative mt-2 mb-[30px] w-[112px] tablet:w-[168px] print:w-[120px]"
      aria-label="Lines, with the share now"
    >
      {chart.series.map(({ key, place, name, percent, href, labelAt }) => (
        <li
          key={key}
          className="absolute inset-x-0 -translate-y-1/2 text-note print:text-[10.5px]/[11px]"
          style={{ top: `${labelAt * 100}%` }}
        >
          <span className="flex items-center gap-1.5">
            <svg className="h-1 w-4 flex-none" aria-hidden>
              <line
                x2="16"
                y1="2"
                y2="2"
                stroke={SERIES_COLOURS[place]}
                strokeWidth="2"
                strokeDasharray={SERIES_DASHES[place]}
              />
            </svg>
            <Link href={href} prefetch={false} className="flex min-w-0 gap-1.5 hover:underline" title={name}>
              <span className="truncate font-semibold">{name}</span>
              <span className="text-ink-2">{percent ?? "–"}</span>
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Groups may start on different days: then the head names none. */
function startHead({ groups }: ComplianceView): string {
  const days = new Set(groups.flatMap(({ start }) => (start === null ? [] : [start.day])));
  const [day] = days;
  return days.size === 1 && day !== undefined ? `On ${formatShortDay(day)}` : "First day";
}

function GroupRow({ line, hasExcepted }: { line: GroupLine; hasExcepted: boolean }) {
  return (
    <tr>
      <th scope="row" className="max-w-[210px] min-w-[92px] font-semibold! wrap-anywhere print:min-w-[104px]">
        <Link href={line.href} prefetch={false} className="hover:underline">
          {line.name}
        </Link>
      </th>
      <td className="number whitespace-nowrap">
        {line.percent === null ? "–" : <b className="font-semibold">{line.percent} %</b>}
      </td>
      <td
        className={`number whitespace-nowrap ${line.isWorse ? "text-critical-ink" : "text-ink-2"} print:hidden`}
      >
        {line.points ?? "–"}
      </td>
      <td className="number whitespace-nowrap text-ink-2 max-tablet:hidden">
        {line.startPercent === null ? "–" : `${line.startPercent} %`}
      </td>
      <td className="number">
        <CountLink
          count={line.notCompliant}
          href={line.notCompliantHref}
          what={`${line.name}, not compliant`}
        />
      </td>
      <td className="number">
        <CountLink count={line.unknown} href={line.unknownHref} what={`${line.name}, unknown`} />
      </td>
      {hasExcepted ? <td className="number">{formatCount(line.excepted)}</td> : null}
    </tr>
  );
}

function CountLink({ count, href, what }: { count: number; href: string | null; what: string }) {
  return href === null ? (
    formatCount(count)
  ) : (
    <Link href={href} prefetch={false} className="link" aria-label={`${formatCount(count)} VMs: ${what}`}>
      {formatCount(count)}
    </Link>
  );
}
