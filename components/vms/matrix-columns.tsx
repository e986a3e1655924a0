import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import Link from "next/link";
import { Glyph } from "@/components/ui/glyph.tsx";
import { SeverityCounts } from "@/components/ui/severity-counts.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { formatGuestOs } from "./format-guest-os.ts";
import { accelerationOf, isSilent, statusOf } from "./prepare-matrix.ts";
import {
  HEALTH_WORDS,
  isTechnologyKey,
  SERVICE_ORDER,
  SERVICE_WORDS,
  TECHNOLOGY_ORDER,
  TECHNOLOGY_WORDS,
  type TechnologyKey,
  toStatusWords,
} from "./service-words.ts";

/**
 * The server determines the order, and the screen which rows are selected: the table needs no feature beyond its
 * columns.
 */
export const matrixFeatures = tableFeatures({});

const column = createColumnHelper<typeof matrixFeatures, VmRow>();

/** The columns of the matrix, left to right. Heads, bands and rows share them. */
const allColumns = column.columns([
  // The row draws the box, because it knows whether it is selected.
  column.display({ id: "select" }),
  column.accessor("health", {
    cell: ({ row }) => <Glyph word={row.original.health} label={HEALTH_WORDS[row.original.health]} />,
  }),
  column.accessor("name", { cell: ({ row }) => <Name vm={row.original} /> }),
  column.accessor("guestOs", { cell: ({ row }) => <GuestOs vm={row.original} /> }),
  column.accessor("findings", {
    cell: ({ row }) => (
      <>
        <SeverityCounts counts={row.original.findings} />
        <span className="mx-why truncate">{whyOf(row.original)}</span>
      </>
    ),
  }),
  ...SERVICE_ORDER.map((key) =>
    column.display({
      id: key,
      cell: ({ row }) => {
        const status = statusOf(row.original, key);
        return <Glyph word={status} label={`${SERVICE_WORDS[key].label}: ${toStatusWords(status)}`} />;
      },
    }),
  ),
  column.accessor("generation", {
    cell: ({ row }) =>
      row.original.generation === null ? (
        <Glyph word="unknown" label="Generation not read" />
      ) : (
        row.original.generation
      ),
  }),
  ...TECHNOLOGY_ORDER.map((key) =>
    column.display({
      id: key,
      cell: ({ row }) => {
        const status = accelerationOf(row.original, key);
        if (status === null) return null;
        return <Glyph word={status} label={`${TECHNOLOGY_WORDS[key].label}: ${toStatusWords(status)}`} />;
      },
    }),
  ),
  column.accessor("lastReportedAt", {
    cell: ({ row }) => <TimeAgo at={row.original.lastReportedAt} suffix="" />,
  }),
]);

/** The columns to show: a technology without any verdict yet has none. */
export function matrixColumns(technologies: readonly TechnologyKey[]) {
  return allColumns.filter(({ id }) => id === undefined || !isTechnologyKey(id) || technologies.includes(id));
}

function Name({ vm }: { vm: VmRow }) {
  return (
    <>
      <Link
        href={`/vms/${vm.id}`}
        prefetch={false}
        tabIndex={-1}
        className="truncate hover:underline"
        title={vm.name}
      >
        {vm.name}
      </Link>
      {vm.gone ? <span className="ml-1.5 text-note text-ink-3">gone</span> : null}
    </>
  );
}

function GuestOs({ vm }: { vm: VmRow }) {
  if (vm.guestOs === null) return <span className="text-ink-3">not reported</span>;
  const isOld = vm.guestOsKnownAt !== null;
  return (
    <span
      className={isOld ? "truncate text-ink-3" : "truncate"}
      title={isOld ? `${vm.guestOs}, last known: the guest does not report its OS now` : vm.guestOs}
    >
      {isOld ? "was " : ""}
      {formatGuestOs(vm.guestOs)}
    </span>
  );
}

/** The worst finding in words, where there is room. */
function whyOf(vm: VmRow): string {
  if (isSilent(vm.freshness)) return "the host is not reporting";
  if (vm.worst) return vm.worst.summary;
  return vm.health === "inactive" ? vm.state.toLowerCase() : "";
}
