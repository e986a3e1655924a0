import Link from "next/link";
import type { ReactNode } from "react";
import { formatCount } from "@/lib/format/count.ts";
import type { DayGroupLine, DayRuleLine } from "./prepare-day.ts";

/** Groups as they were on one day. */
export function DayGroupTable({ title, lines }: { title: string; lines: readonly DayGroupLine[] }) {
  return (
    <table className="table-plain">
      <caption className="sr-only">{title}s on this day, worst first</caption>
      <thead className="sticky top-0 z-1 bg-panel">
        <tr>
          <th scope="col">{title}</th>
          <NumberHead>Compliant</NumberHead>
          <NumberHead>Change that day</NumberHead>
          <NumberHead>Not compliant</NumberHead>
          <NumberHead>Unknown</NumberHead>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row" className="max-w-[180px] min-w-[92px] font-semibold! wrap-anywhere">
              <Link href={line.href} prefetch={false} className="hover:underline">
                {line.name}
              </Link>
            </th>
            <Share line={line} />
            <td className="number">{formatCount(line.notCompliant)}</td>
            <td className={`number ${line.unknown > 0 ? "font-semibold text-unknown" : ""}`}>
              {formatCount(line.unknown)}
            </td>
          </tr>
        ))}
        {lines.length === 0 ? <None columns={5}>No {title.toLowerCase()} had a VM on this day.</None> : null}
      </tbody>
    </table>
  );
}

/** Rules that VMs broke on one day or on the one before. */
export function DayRuleTable({ lines }: { lines: readonly DayRuleLine[] }) {
  return (
    <table className="table-plain">
      <caption className="sr-only">Rules on this day, worst first</caption>
      <thead className="sticky top-0 z-1 bg-panel">
        <tr>
          <th scope="col">Rule</th>
          <NumberHead>Passing</NumberHead>
          <NumberHead>Change that day</NumberHead>
          <NumberHead>Critical</NumberHead>
          <NumberHead>Warning</NumberHead>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">
              <Link href={line.href} prefetch={false} className="hover:underline" title={line.key}>
                {line.name}
              </Link>
            </th>
            <Share line={line} />
            <td className="number">{formatCount(line.critical)}</td>
            <td className="number">{formatCount(line.warning)}</td>
          </tr>
        ))}
        {lines.length === 0 ? <None columns={5}>No rule made a VM non-compliant on this day.</None> : null}
      </tbody>
    </table>
  );
}

function NumberHead({ children }: { children: string }) {
  return (
    <th scope="col" className="number">
      {children}
    </th>
  );
}

function Share({ line }: { line: DayGroupLine | DayRuleLine }) {
  return (
    <>
      <td className="number whitespace-nowrap">
        {line.percent === null ? "–" : <b className="font-semibold">{line.percent} %</b>}
      </td>
      <td className={`number ${line.isWorse ? "text-critical-ink" : "text-ink-2"}`}>{line.points ?? "–"}</td>
    </>
  );
}

function None({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr>
      <td colSpan={columns} className="text-ink-2">
        {children}
      </td>
    </tr>
  );
}
