"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { classes } from "@/components/ui/classes.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { useNow } from "@/components/ui/now.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { FleetView } from "@/lib/contract/api/fleet.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { type CauseLine, prepareCauses } from "./prepare-causes.ts";

const SHOWN = 12;

/** Causes, not symptoms: one line each, however many VMs are affected. */
export function CausesPanel({ fleet }: { fleet: FleetView }) {
  const now = useNow(60_000);
  const [isWhole, setIsWhole] = useState(false);
  const lines = prepareCauses(fleet, now);
  const shown = isWhole ? lines : lines.slice(0, SHOWN);
  return (
    <Panel
      title="Open causes"
      note="ranked by severity and affected VMs"
      actions={
        <Link href="/findings" className="link text-note">
          All findings
        </Link>
      }
    >
      {lines.length === 0 ? (
        <p className="flex items-baseline gap-2 px-3 py-3">
          <Glyph word="healthy" />
          {fleet.compliance.unknown > 0
            ? `No open causes; ${formatCount(fleet.compliance.unknown)} VMs are unknown.`
            : "No open causes: nothing to fix in this fleet now."}
        </p>
      ) : (
        <CauseTable lines={shown} />
      )}
      {shown.length === lines.length ? null : (
        <p className="border-t border-line px-3 py-1.5">
          <Button size="small" onClick={() => setIsWhole(true)}>
            Show {formatPlural(lines.length - shown.length, "more cause")}
          </Button>
        </p>
      )}
    </Panel>
  );
}

/** One row per cause; its title links to the affected VMs or to its host. With bands each severity has a head. */
export function CauseTable({ lines, isBanded = false }: { lines: readonly CauseLine[]; isBanded?: boolean }) {
  return (
    <table className="table-plain">
      <caption className="sr-only">Open causes, worst first</caption>
      <thead>
        <tr>
          <th scope="col" className="w-[30px]">
            <span className="sr-only">Severity</span>
          </th>
          <th scope="col" className="w-full">
            Cause
          </th>
          <th scope="col" className="max-tablet:pr-2.5! max-tablet:text-right!">
            <span className="tablet:hidden">VMs</span>
            <span className="hidden tablet:inline">Affected VMs</span>
          </th>
          <th scope="col" className="max-tablet:hidden">
            Since
          </th>
          <th scope="col" className="max-tablet:hidden" title="Compared with a day ago">
            Change
          </th>
          <th scope="col" className="max-tablet:hidden tablet:min-w-[132px] desk:min-w-[150px]">
            Fix costs
          </th>
        </tr>
      </thead>
      {isBanded ? (
        (["critical", "warning", "info"] as const).map((severity) => (
          <SeverityBand
            key={severity}
            severity={severity}
            lines={lines.filter(({ word }) => word === severity)}
          />
        ))
      ) : (
        <tbody>
          {lines.map((line) => (
            <Cause key={line.key} line={line} />
          ))}
        </tbody>
      )}
    </table>
  );
}

function SeverityBand({ severity, lines }: { severity: CauseLine["word"]; lines: readonly CauseLine[] }) {
  if (lines.length === 0) return null;
  return (
    <tbody>
      <tr className="bg-sunken">
        <td>
          <Glyph word={severity} size={12} />
        </td>
        <th scope="rowgroup" colSpan={5} className="text-note font-normal! text-ink-2">
          <b className="mr-2 font-semibold text-ink">{SEVERITY_WORDS[severity]}</b>
          {formatPlural(lines.length, "cause")}
        </th>
      </tr>
      {lines.map((line) => (
        <Cause key={line.key} line={line} />
      ))}
    </tbody>
  );
}

const SEVERITY_WORDS = { critical: "Critical", warning: "Warning", info: "Info" } as const;

/** The first clause is the problem; the reason follows the colon, less prominent. */
function Title({ words }: { words: string }) {
  const end = words.indexOf(": ");
  if (end < 0) return <b className="font-semibold">{words}</b>;
  return (
    <>
      <b className="font-semibold">{words.slice(0, end + 1)}</b>
      {words.slice(end + 1)}
    </>
  );
}

function Cause({ line }: { line: CauseLine }) {
  return (
    <tr className={classes(line.isFirst && "bg-critical-soft")}>
      <td>
        <Glyph word={line.glyph} size={16} label={line.word} />
      </td>
      <th scope="row" className="font-normal!">
        <Link href={line.href} className="line-clamp-3 hover:underline" title={line.title}>
          <Title words={line.title} />
        </Link>
        <span className="block text-note text-ink-3">
          {line.rule} ·{" "}
          {line.placeHref === null ? (
            line.place
          ) : (
            <Link href={line.placeHref} className="hover:underline">
              {line.place}
            </Link>
          )}
          {line.advice === null ? null : (
            <>
              {" · "}
              <Link href={line.href} className="hover:underline">
                {line.advice}
              </Link>
            </>
          )}
          <span className="block tablet:hidden">
            since <Moment at={line.openedAt} />
            {line.change.isNew ? <b className="font-semibold text-critical-ink"> · new</b> : null}
            {line.cost === null ? null : ` · costs ${line.cost.words}`}
          </span>
        </span>
      </th>
      <td className="whitespace-nowrap max-tablet:pr-2.5! max-tablet:text-right">
        <b className="inline-block text-right font-semibold tablet:w-[34px]">{formatCount(line.vms)}</b>
        <span className="ml-1.5 hidden h-2 w-[64px] align-middle tablet:inline-block" aria-hidden>
          <i
            className={`bar-part bar-${line.bar} block h-full`}
            style={{ width: `${Math.max(2, line.share * 100)}%` }}
          />
        </span>
      </td>
      <td className="whitespace-nowrap max-tablet:hidden">
        <Moment at={line.openedAt} />
      </td>
      <td className="whitespace-nowrap max-tablet:hidden" title={line.change.said}>
        {line.change.isNew ? (
          <b className="font-semibold text-critical-ink">{line.change.words}</b>
        ) : (
          <span className="text-ink-2">{line.change.words}</span>
        )}
        <span className="sr-only">: {line.change.said}</span>
      </td>
      <td className="min-w-[104px] text-ink-2 max-tablet:hidden">
        {line.cost === null ? (
          <span title="No known fix">–</span>
        ) : (
          <span className="line-clamp-2" title={line.cost.whole}>
            {line.cost.words}
          </span>
        )}
      </td>
    </tr>
  );
}
