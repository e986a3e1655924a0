import { isSilentHost } from "@/components/network/prepare-network.ts";
import type { CsvFile } from "@/components/ui/download-csv.ts";
import type { GenerationRow } from "@/lib/contract/api/generations.ts";
import { type CsvCell, formatCsv } from "@/lib/format/csv.ts";
import { toDay } from "@/lib/format/day.ts";
import { CHECK_KEYS, firstStep, prepareCheckCells } from "./prepare-check-columns.ts";
import { GAIN_WORDS, prepareBands, prepareHurdles } from "./prepare-generations.ts";

/** The generation 1 VMs as listed, one line each, with every check instead of those that have a column. */
export function prepareGenerationCsv(
  rows: readonly GenerationRow[],
  { titles, isBanded, nowMs }: { titles: ReadonlyMap<string, string>; isBanded: boolean; nowMs: number },
): CsvFile {
  const inOrder = isBanded ? prepareBands(rows, titles, "whole").flatMap((band) => band.rows) : rows;
  return {
    name: `generation-1-vms-${toDay(nowMs)}.csv`,
    text: formatCsv([
      [
        "VM",
        "host",
        "cluster",
        "freshness",
        "health",
        "state",
        "guest OS",
        "configuration version",
        "conversion",
        "first step",
        "gains",
        ...CHECK_KEYS.map((key) => `${key} ${titles.get(key) ?? ""}`.trim()),
        "id",
      ],
      ...inOrder.map((row) => lineOf(row, titles)),
    ]),
  };
}

function lineOf(row: GenerationRow, titles: ReadonlyMap<string, string>): CsvCell[] {
  return [
    row.name,
    row.host.name,
    row.cluster,
    row.freshness,
    row.health,
    row.state,
    row.guestOs,
    row.configurationVersion,
    row.verdict,
    firstStep(row, prepareHurdles(row.checks, titles)),
    // A VM on a silent host may have changed: what it would gain is unknown.
    isSilentHost(row) ? "unknown" : row.gains.map((gain) => GAIN_WORDS[gain]).join(", "),
    ...prepareCheckCells(row).map(({ status }) => status),
    row.id,
  ];
}
