"use client";

import Link from "next/link";
import { isSilentHost } from "@/components/network/prepare-network.ts";
import { formatGuestOs } from "@/components/vms/format-guest-os.ts";
import { classes } from "@/components/ui/classes.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import type { GenerationRow } from "@/lib/contract/api/generations.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { NarrowHead, SortHead } from "./generation-heads.tsx";
import type { GenerationSort } from "./generation-search-params.ts";
import { type CheckColumn, firstStep, prepareCheckCells } from "./prepare-check-columns.ts";
import {
  type BandCounts,
  GAIN_COLUMNS,
  GAIN_WORDS,
  type Hurdle,
  prepareBands,
  prepareHurdles,
  VERDICT_GLYPHS,
  SILENT_WORDS,
  VERDICT_WORDS,
  type WorkBand,
} from "./prepare-generations.ts";

const COLUMNS_BEFORE = 4;

/** Generation 1 VMs, grouped by the work that they need; other sort orders have no groups. */
export function GenerationTable({
  rows,
  titles,
  counts,
  checks,
  gains,
  sort,
  onSort,
}: {
  rows: readonly GenerationRow[];
  titles: ReadonlyMap<string, string>;
  /** How many VMs each band has, loaded or not. */
  counts: BandCounts | "whole" | null;
  checks: readonly CheckColumn[];
  /** How many VMs would gain each. */
  gains: ReadonlyMap<GenerationRow["gains"][number], number>;
  sort: GenerationSort;
  onSort: (sort: GenerationSort) => void;
}) {
  const sorting = { chosen: sort, onSort };
  const columns = COLUMNS_BEFORE + GAIN_COLUMNS.length + 1 + checks.length + 2;
  return (
    <table className="table-plain">
      <caption className="sr-only">Generation 1 VMs</caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2} className="w-[30px]">
            <span className="sr-only">Verdict</span>
          </th>
          <SortHead sort="name" {...sorting}>
            VM
          </SortHead>
          <SortHead sort="guestOs" className="max-tablet:hidden" {...sorting}>
            Guest OS
          </SortHead>
          <SortHead sort="configurationVersion" className="max-tablet:hidden" {...sorting}>
            Version
          </SortHead>
          <th
            scope="colgroup"
            colSpan={GAIN_COLUMNS.length + 1}
            className="border-b-0! pb-0! pl-2! max-desk:hidden"
          >
            Gains
          </th>
          <th
            scope="colgroup"
            colSpan={checks.length}
            className="border-b-0! border-l border-l-line-strong pb-0! pl-2! max-desk:hidden"
          >
            Checks
          </th>
          <th scope="col" rowSpan={2} className="max-tablet:hidden desk:hidden">
            <span className="inline-flex min-h-6 items-center">Gains</span>
          </th>
          <SortHead sort="conversion" {...sorting}>
            First step
          </SortHead>
        </tr>
        <tr className="max-desk:hidden">
          {GAIN_COLUMNS.map(({ gain, label }) => (
            <NarrowHead
              key={gain}
              label={label}
              title={`Gain: ${GAIN_WORDS[gain]}`}
              count={gains.get(gain) ?? 0}
            />
          ))}
          <NarrowHead label="and more" title="Other gains of each VM" count={null} />
          {checks.map(({ key, label, title, open }, index) => (
            <NarrowHead key={key} label={label} title={title} count={open} isFirst={index === 0} />
          ))}
        </tr>
      </thead>
      {sort === "conversion" ? (
        prepareBands(rows, titles, counts).map((band) => (
          <tbody key={band.key}>
            <BandHead band={band} columns={columns} />
            {band.rows.map((row) => (
              <Row key={row.id} row={row} hurdles={band.hurdles} isBanded />
            ))}
          </tbody>
        ))
      ) : (
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} hurdles={prepareHurdles(row.checks, titles)} isBanded={false} />
          ))}
        </tbody>
      )}
    </table>
  );
}

function BandHead({ band: { verdict, hurdles, rows, vms }, columns }: { band: WorkBand; columns: number }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={columns} className="bg-sunken">
        <span className="flex flex-wrap items-center gap-x-2">
          <Glyph word={VERDICT_GLYPHS[verdict]} />
          <b className="font-semibold">{verdict}</b>
          {hurdles.length === 0 ? (
            <span className="text-ink-2">
              {verdict === "unknown" ? SILENT_WORDS : VERDICT_WORDS[verdict]}
            </span>
          ) : (
            hurdles.map(({ value, title, glyph, status }) => (
              <span key={value} className="inline-flex items-center gap-1.5 text-ink-2">
                <Glyph word={glyph} label={status} />
                {title}
              </span>
            ))
          )}
          <span className="text-note text-ink-2">
            {vms === null ? `${formatPlural(rows.length, "VM")} so far` : formatPlural(vms, "VM")}
          </span>
        </span>
      </th>
    </tr>
  );
}

function Row({
  row,
  hurdles,
  isBanded,
}: {
  row: GenerationRow;
  hurdles: readonly Hurdle[];
  /** The head of its band names the checks that it did not pass. */
  isBanded: boolean;
}) {
  const others = row.gains
    .filter((gain) => !GAIN_COLUMNS.some((column) => column.gain === gain))
    .map((gain) => GAIN_WORDS[gain]);
  const isSilent = isSilentHost(row);
  return (
    <tr>
      <td>
        <Glyph word={VERDICT_GLYPHS[row.verdict]} label={row.verdict} />
      </td>
      <th
        scope="row"
        className="font-normal! min-w-[132px] wrap-anywhere tablet:min-w-[190px] desk:min-w-[150px]"
      >
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
      <td className="max-tablet:hidden whitespace-nowrap">
        {row.guestOs === null ? <Unknown /> : <span title={row.guestOs}>{formatGuestOs(row.guestOs)}</span>}
      </td>
      <td className="max-tablet:hidden">{row.configurationVersion ?? <Unknown />}</td>
      {GAIN_COLUMNS.map(({ gain }) => (
        <td key={gain} className={classes("px-0.5! text-center max-desk:hidden", isSilent && "hatched")}>
          {isSilent ? (
            <Unknown />
          ) : row.gains.includes(gain) ? (
            <Glyph word="available" label="yes" className="inline-block" />
          ) : (
            <Glyph word="not-applicable" label="no" className="inline-block" />
          )}
        </td>
      ))}
      <td
        className={classes(
          "px-0.5! text-center text-note whitespace-nowrap text-ink-2 max-desk:hidden",
          isSilent && "hatched",
        )}
      >
        {isSilent ? (
          <Unknown />
        ) : (
          <span title={others.join(", ")}>
            {others.length === 0 ? "–" : `+${others.length}`}
            <span className="sr-only">: {others.join(", ")}</span>
          </span>
        )}
      </td>
      {prepareCheckCells(row).map(({ key, status, glyph }, index) => (
        <td
          key={key}
          className={classes(
            "px-0.5! text-center max-desk:hidden",
            index === 0 && "border-l border-l-line-strong",
            isSilent && "hatched",
            status === "block" && "bg-critical-soft",
          )}
        >
          <Glyph word={glyph} label={status} className="inline-block" />
        </td>
      ))}
      <td className="text-note text-ink-2 max-tablet:hidden desk:hidden">
        <span className="line-clamp-2" title={row.gains.map((gain) => GAIN_WORDS[gain]).join(", ")}>
          {row.gains.length === 0 ? "–" : row.gains.map((gain) => GAIN_WORDS[gain]).join(", ")}
        </span>
      </td>
      <td className="min-w-[150px] text-note text-ink-2">
        {firstStep(row, hurdles)}
        {isBanded ? null : <Hurdles hurdles={hurdles} />}
      </td>
    </tr>
  );
}

/** Where there is no room for columns. */
function Hurdles({ hurdles }: { hurdles: readonly Hurdle[] }) {
  return (
    <ul className="desk:hidden">
      {hurdles.map(({ value, title, glyph, status }) => (
        <li key={value} className="flex items-start gap-1">
          <Glyph word={glyph} size={12} label={status} className="mt-0.5 flex-none" />
          {title}
        </li>
      ))}
    </ul>
  );
}

function Unknown() {
  return <Glyph word="unknown" label="unknown" className="inline-block" />;
}
