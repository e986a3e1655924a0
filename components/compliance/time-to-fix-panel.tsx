"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Glyph, type GlyphWord } from "@/components/ui/glyph.tsx";
import { lazily } from "@/components/ui/lazily.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { ScrollFrame } from "@/components/ui/scroll-frame.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { complianceQueries } from "@/lib/query/compliance.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { FIX_DEFINITION, type FixLine, prepareTimeToFix, type TimeToFix } from "./prepare-time-to-fix.ts";

const TimeToFixChart = lazily(() =>
  import("./time-to-fix-chart.tsx").then((module) => module.TimeToFixChart),
);

const SHOWN_RULES = 6;
const SEVERITIES = ["critical", "warning", "info"] as const;

/** How long findings stay open until they are fixed: by duration, by severity, by rule. */
export function TimeToFixPanel({ from }: { from: string }) {
  const { data, error, refetch } = useQuery(complianceQueries.timeToFix(from));
  if (!data) {
    return (
      <Panel title="Time to fix">
        {error ? (
          <p className="flex flex-wrap items-center gap-2 px-3 py-3 text-ink-2">
            The time to fix could not be loaded: {error.message}.
            <Button size="small" className="no-print" onClick={() => void refetch()}>
              Try again
            </Button>
          </p>
        ) : (
          <LoadingRows rows={6} label="Loading the time to fix" />
        )}
      </Panel>
    );
  }
  const fixes = prepareTimeToFix(data);
  return (
    <Panel
      id="time-to-fix"
      title="Time to fix"
      note={
        fixes.median === null
          ? "fixed findings"
          : `${formatPlural(fixes.mended, "finding")} fixed, half of them within ${fixes.median}`
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] desk:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] print:grid-cols-[minmax(0,1fr)_minmax(0,1.25fr)]">
        <div className="pb-2 desk:border-r desk:border-line">
          {fixes.median === null ? (
            <p className="px-3 py-3 text-ink-2">
              No finding was fixed in this range. Open findings are counted alongside.
            </p>
          ) : (
            <Bands fixes={fixes} />
          )}
          <p className="px-3 pt-1 text-note text-ink-3 print:hidden">
            {FIX_DEFINITION} {fixes.leftOut}
          </p>
        </div>
        <div className="min-w-0 max-desk:border-t max-desk:border-line print:border-t-0">
          <Lines fixes={fixes} />
        </div>
      </div>
    </Panel>
  );
}

/** Bars over the columns of their table, whose head is the axis. */
function Bands({ fixes }: { fixes: TimeToFix }) {
  return (
    <div className="pr-3">
      <ChartFigure summary={fixes.summary} className="ml-[72px] h-[168px] print:ml-[60px]">
        <TimeToFixChart fixes={fixes} />
      </ChartFigure>
      <table className="table-plain table-fixed border-t border-line-strong">
        <caption className="sr-only">Findings by how long they were open</caption>
        <colgroup>
          <col className="w-[72px] print:w-[60px]" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Severity</span>
            </th>
            {fixes.bands.map(({ key, label }) => (
              <th key={key} scope="col" className="px-0! text-center! whitespace-nowrap! print:text-[10px]">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SEVERITIES.map((severity) => (
            <tr key={severity}>
              <th scope="row" className="pr-0!">
                {severity}
              </th>
              {fixes.bands.map(({ key, bySeverity }) => (
                <td
                  key={key}
                  className={`px-0! text-center ${bySeverity[severity] === 0 ? "text-ink-3" : ""}`}
                >
                  {formatCount(bySeverity[severity])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** By severity, then by rule: the columns are the same, so that they can be compared. */
function Lines({ fixes }: { fixes: TimeToFix }) {
  const [isWhole, setIsWhole] = useState(false);
  const rules = isWhole ? fixes.rules : fixes.rules.slice(0, SHOWN_RULES);
  return (
    <>
      <ScrollFrame label="Time to fix by severity and rule" className="max-h-[420px] print:max-h-none">
        <table className="table-plain">
          <caption className="sr-only">Time to fix by severity, and by rule, slowest first</caption>
          <thead className="sticky top-0 z-1 bg-panel">
            <tr>
              <th scope="col">
                <span className="sr-only">Severity or rule</span>
              </th>
              <NumberHead>Fixed</NumberHead>
              <NumberHead>Median</NumberHead>
              <th
                scope="col"
                className="number"
                title={fixes.before === null ? "Those days are not recorded" : `Median of ${fixes.before}`}
              >
                Before
              </th>
              <th scope="col" className="number max-tablet:hidden">
                9 in 10
              </th>
              <NumberHead>Open now</NumberHead>
              <th scope="col" className="number max-tablet:hidden print:hidden">
                Oldest
              </th>
            </tr>
          </thead>
          <tbody className="border-b border-line-strong">
            {fixes.severities.map((line) => (
              <Line key={line.key} line={line} glyph={line.severity} />
            ))}
          </tbody>
          <tbody>
            {rules.map((line) => (
              <Line key={line.key} line={line} />
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {rules.length === fixes.rules.length ? null : (
        <p className="no-print border-t border-line px-3 py-1.5">
          <Button size="small" onClick={() => setIsWhole(true)}>
            Show {formatCount(fixes.rules.length - rules.length)} more
          </Button>
        </p>
      )}
    </>
  );
}

function Line({ line, glyph }: { line: FixLine; glyph?: GlyphWord }) {
  return (
    <tr>
      <th scope="row" className="min-w-[120px]">
        {glyph === undefined ? null : (
          <Glyph word={glyph} size={13} className="mr-1.5 inline-block align-[-2px]" />
        )}
        <Link
          href={line.href}
          prefetch={false}
          className="hover:underline"
          title={glyph === undefined ? line.key : undefined}
        >
          {line.name}
        </Link>
      </th>
      <td className="number">{formatCount(line.mended)}</td>
      <td className="number whitespace-nowrap">
        {line.median === null ? "–" : <b className="font-semibold">{line.median}</b>}
      </td>
      <td className={`number whitespace-nowrap ${line.isSlower ? "text-warning-ink" : "text-ink-2"}`}>
        {line.before ?? "–"}
      </td>
      <td className="number whitespace-nowrap max-tablet:hidden">{line.nineInTen ?? "–"}</td>
      <td className="number">
        {line.open === 0 ? (
          "0"
        ) : (
          <Link
            href={line.openHref}
            prefetch={false}
            className="link"
            aria-label={`${formatCount(line.open)} open: ${line.name}`}
          >
            {formatCount(line.open)}
          </Link>
        )}
      </td>
      <td className="number whitespace-nowrap text-ink-2 max-tablet:hidden print:hidden">
        {line.oldestOpenedAt === null ? "–" : <TimeAgo at={line.oldestOpenedAt} suffix="" />}
      </td>
    </tr>
  );
}

function NumberHead({ children }: { children: string }) {
  return (
    <th scope="col" className="number">
      {children}
    </th>
  );
}
