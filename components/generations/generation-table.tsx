"use client";

import Link from "next/link";
import { Fragment } from "react";
import { formatGuestOs } from "@/components/vms/format-guest-os.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import type { GenerationRow } from "@/lib/contract/api/generations.ts";
import { formatPlural } from "@/lib/format/count.ts";
import {
  type BandCounts,
  GAIN_COLUMNS,
  GAIN_WORDS,
  type Hurdle,
  prepareBands,
  prepareHurdles,
  VERDICT_GLYPHS,
  VERDICT_WORDS,
  type WorkBand,
} from "./prepare-generations.ts";

/** VMs of generation 1, those that need the same work under one head; another order than by work has no heads. */
export function GenerationTable({
  rows,
  titles,
  counts,
  isBanded,
}: {
  rows: readonly GenerationRow[];
  titles: ReadonlyMap<string, string>;
  /** How many VMs each band has, loaded or not. */
  counts: BandCounts | "whole" | null;
  isBanded: boolean;
}) {
  return (
    <table className="table-plain">
      <caption className="sr-only">VMs of generation 1</caption>
      <thead>
        <tr>
          <th scope="col" className="w-[30px]">
            <span className="sr-only">Verdict</span>
          </th>
          <th scope="col">VM</th>
          <th scope="col" className="max-tablet:hidden">
            Guest OS
          </th>
          <th scope="col" className="max-tablet:hidden">
            Version
          </th>
          {GAIN_COLUMNS.map(({ gain, label }) => (
            <th
              key={gain}
              scope="col"
              className="w-[52px] px-1! text-center! whitespace-normal! max-desk:hidden"
              title={`Would gain: ${GAIN_WORDS[gain]}`}
            >
              <span className="sr-only">Would gain: </span>
              {label}
            </th>
          ))}
          <th scope="col" className="max-desk:hidden">
            Besides
          </th>
          <th scope="col" className="max-tablet:hidden desk:hidden">
            Would gain
          </th>
          <th scope="col">In the way</th>
        </tr>
      </thead>
      {isBanded ? (
        prepareBands(rows, titles, counts).map((band) => (
          <tbody key={band.key}>
            <BandHead band={band} />
            {band.rows.map((row) => (
              <Row key={row.id} row={row} hurdles={band.hurdles} />
            ))}
          </tbody>
        ))
      ) : (
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} hurdles={prepareHurdles(row.checks, titles)} />
          ))}
        </tbody>
      )}
    </table>
  );
}

function BandHead({ band: { verdict, hurdles, rows, vms } }: { band: WorkBand }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={6 + GAIN_COLUMNS.length + 1} className="bg-sunken">
        <span className="flex flex-wrap items-center gap-x-2">
          <Glyph word={VERDICT_GLYPHS[verdict]} />
          <b className="font-semibold">{verdict}</b>
          <span className="text-ink-2">
            {hurdles.length === 0 ? VERDICT_WORDS[verdict] : hurdles.map(({ title }) => title).join(" · ")}
          </span>
          <span className="text-note text-ink-2">
            {vms === null ? `${formatPlural(rows.length, "VM")} so far` : formatPlural(vms, "VM")}
          </span>
        </span>
      </th>
    </tr>
  );
}

function Row({ row, hurdles }: { row: GenerationRow; hurdles: readonly Hurdle[] }) {
  const others = row.gains
    .filter((gain) => !GAIN_COLUMNS.some((column) => column.gain === gain))
    .map((gain) => GAIN_WORDS[gain]);
  return (
    <tr>
      <td>
        <Glyph word={VERDICT_GLYPHS[row.verdict]} label={row.verdict} />
      </td>
      <th scope="row" className="font-normal! min-w-[132px] wrap-anywhere tablet:min-w-[190px]">
        <Link href={`/vms/${row.id}`} className="font-semibold hover:underline">
          {row.name}
        </Link>
        <span className="block text-note text-ink-3">
          <Link href={`/hosts/${row.host.id}`} className="hover:underline">
            {row.host.name}
          </Link>
          {row.cluster === null ? null : ` · ${row.cluster}`}
        </span>
      </th>
      <td className="max-tablet:hidden">
        {row.guestOs === null ? <Unknown /> : <span title={row.guestOs}>{formatGuestOs(row.guestOs)}</span>}
      </td>
      <td className="max-tablet:hidden">{row.configurationVersion ?? <Unknown />}</td>
      {GAIN_COLUMNS.map(({ gain }) => (
        <td key={gain} className="px-1! text-center max-desk:hidden">
          {row.gains.includes(gain) ? (
            <Glyph word="available" label="yes" className="inline-block" />
          ) : (
            <Glyph word="not-applicable" label="no" className="inline-block" />
          )}
        </td>
      ))}
      <td className="text-note whitespace-nowrap text-ink-2 max-desk:hidden">
        <span title={others.join(", ")}>
          {others.length === 0 ? "–" : `${others.length} more`}
          <span className="sr-only">: {others.join(", ")}</span>
        </span>
      </td>
      <td className="text-note text-ink-2 max-tablet:hidden desk:hidden">
        <span className="line-clamp-2" title={row.gains.map((gain) => GAIN_WORDS[gain]).join(", ")}>
          {row.gains.length === 0 ? "–" : row.gains.map((gain) => GAIN_WORDS[gain]).join(", ")}
        </span>
      </td>
      <td className="text-note text-ink-2">
        {hurdles.length === 0
          ? VERDICT_WORDS[row.verdict]
          : hurdles.map(({ value, title, glyph, status }) => (
              <Fragment key={value}>
                <span className="inline-flex items-center gap-1 pr-2.5">
                  <Glyph word={glyph} size={12} label={status} />
                  {title}
                </span>{" "}
              </Fragment>
            ))}
      </td>
    </tr>
  );
}

function Unknown() {
  return <Glyph word="unknown" label="unknown" />;
}
