"use client";

import { lazily } from "@/components/ui/lazily.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { ScrollFrame } from "@/components/ui/scroll-frame.tsx";
import type { ComplianceDay, ComplianceView } from "@/lib/contract/api/compliance.ts";
import { formatCount } from "@/lib/format/count.ts";
import { formatWholeDay } from "@/lib/format/day.ts";
import { formatPercent } from "@/lib/format/percent.ts";
import { recordedDays, sayReports } from "./prepare-days.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { KIND_WORDS, KINDS, prepareHealth } from "./prepare-health.ts";

// The drawing code loads when a chart is first shown; no other page loads it.
const HealthChart = lazily(() => import("./health-chart.tsx").then((module) => module.HealthChart));

/** All VMs by day, stacked by health, with the same days as a table. */
export function HealthPanel({
  view,
  day,
  onDay,
}: {
  view: ComplianceView;
  day: string | null;
  onDay: (day: string) => void;
}) {
  const chart = prepareHealth(view);
  const days = recordedDays(view.days).toReversed();
  const hasExcepted = days.some(({ excepted }) => excepted > 0);
  return (
    <Panel title="Health by day" note="VMs at the end of each day, UTC">
      <div className="grid grid-cols-[minmax(0,1fr)] desk:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] print:grid-cols-1">
        <div className="px-1 pt-2 pb-1 desk:border-r desk:border-line">
          <ChartFigure summary={chart.summary} className="h-[236px]">
            <HealthChart chart={chart} day={day} onDay={onDay} />
          </ChartFigure>
          <ul className="flex flex-wrap gap-x-4 gap-y-0.5 px-3 pb-1.5 text-note text-ink-2">
            {KINDS.map((kind) => (
              <li key={kind} className="inline-flex items-center gap-1.5">
                <i className={`bar-part ${KIND_BARS[kind]} size-2.5`} aria-hidden />
                {KIND_WORDS[kind]}
              </li>
            ))}
            {chart.holes.length === 0 ? null : (
              <li className="inline-flex items-center gap-1.5">
                <i className="h-1.5 w-4 bg-unknown [print-color-adjust:exact]" aria-hidden />
                some hosts silent
              </li>
            )}
            {chart.gaps.length === 0 ? null : (
              <li className="inline-flex items-center gap-1.5">
                <i className="hatched size-2.5 border border-line-strong" aria-hidden />
                no reports
              </li>
            )}
          </ul>
        </div>
        <ScrollFrame label="Days, newest first" className="max-h-[280px] print:hidden">
          <table className="table-plain">
            <caption className="sr-only">VMs by day, newest first</caption>
            <thead className="sticky top-0 z-1 bg-panel">
              <tr>
                <th scope="col">Day</th>
                <th scope="col" className="number">
                  Compliant
                </th>
                <th scope="col" className="number">
                  Not compliant
                </th>
                <th scope="col" className="number">
                  Unknown
                </th>
                <th scope="col" className="number max-tablet:hidden">
                  Not running
                </th>
                {hasExcepted ? (
                  <th scope="col" className="number">
                    Excepted
                  </th>
                ) : null}
                <th scope="col">Reports</th>
              </tr>
            </thead>
            <tbody>
              {days.map((each) => (
                <DayRow
                  key={each.day}
                  day={each}
                  isChosen={each.day === day}
                  hasExcepted={hasExcepted}
                  onDay={onDay}
                />
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      </div>
    </Panel>
  );
}

const KIND_BARS = {
  compliant: "bar-healthy",
  notCompliant: "bar-warning",
  unknown: "bar-unknown",
  inactive: "bar-inactive",
} as const;

function DayRow({
  day,
  isChosen,
  hasExcepted,
  onDay,
}: {
  day: ComplianceDay;
  isChosen: boolean;
  hasExcepted: boolean;
  onDay: (day: string) => void;
}) {
  const isKnown = day.state !== "none";
  const count = (number: number) => (isKnown ? formatCount(number) : "–");
  return (
    <tr className={isChosen ? "bg-selected" : undefined}>
      <th scope="row" className="whitespace-nowrap!">
        <button
          type="button"
          aria-pressed={isChosen}
          onClick={() => onDay(day.day)}
          className="link min-h-6 whitespace-nowrap"
        >
          {day.state === "today" ? "Today" : formatWholeDay(day.day)}
        </button>
      </th>
      <td className="number whitespace-nowrap">
        {day.ratio === null ? "–" : <b className="font-semibold">{formatPercent(day.ratio)} %</b>}
      </td>
      <td className="number">{count(day.notCompliant)}</td>
      <td className="number">{count(day.unknown)}</td>
      <td className="number max-tablet:hidden">{count(day.inactive)}</td>
      {hasExcepted ? <td className="number">{count(day.excepted)}</td> : null}
      <td className={`whitespace-nowrap ${day.state === "whole" ? "text-ink-3" : "text-unknown"}`}>
        {sayReports(day)}
      </td>
    </tr>
  );
}
