/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a virtual grid are positioned, which those of a table are not */
"use client";

import Link from "next/link";
import { type CSSProperties, memo } from "react";
import { Icon } from "@/components/ui/icon.tsx";
import { classes } from "@/components/ui/classes.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { formatPlural } from "@/lib/format/count.ts";
import { isGapBefore } from "./matrix-row.tsx";
import { type BandLine, type ColumnSum, isHostFault, isSilent } from "./prepare-matrix.ts";
import { isServiceKey, isTechnologyKey, SERVICE_WORDS, TECHNOLOGY_WORDS } from "./service-words.ts";

interface MatrixBandProps {
  band: BandLine;
  activeColumn: string | null;
  columns: readonly string[];
  lineIndex: number;
  isStuck: boolean;
  style: CSSProperties | undefined;
  onFold: (hostId: string) => void;
}

/** Columns that the host's name and state span. */
export const LEAD_COLUMNS: ReadonlySet<string> = new Set(["select", "health", "name", "guestOs", "findings"]);

/** A host above its VMs: its freshness, the number of VMs, and the findings per column. */
export const MatrixBand = memo(function MatrixBand({
  band,
  activeColumn,
  columns,
  lineIndex,
  isStuck,
  style,
  onFold,
}: MatrixBandProps) {
  const silent = isSilent(band.freshness);
  const isLeadActive = activeColumn !== null && LEAD_COLUMNS.has(activeColumn);
  return (
    <div
      role="row"
      aria-rowindex={lineIndex + 2}
      data-line={lineIndex}
      data-silent={silent ? "" : undefined}
      className={classes("matrix-line mx-band", isStuck && "mx-band-stuck")}
      style={style}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={LEAD_COLUMNS.size}
        data-column="name"
        tabIndex={isLeadActive ? 0 : -1}
        className="mx-lead"
      >
        <button
          type="button"
          tabIndex={-1}
          className="grid size-6 place-items-center text-ink-3"
          aria-expanded={!band.isFolded}
          aria-label={`${band.isFolded ? "Show" : "Fold"} the VMs of ${band.host.name}`}
          onClick={() => onFold(band.host.id)}
        >
          <Icon name="chevron" className={band.isFolded ? "-rotate-90" : ""} />
        </button>
        <Glyph word={band.freshness} label={band.freshness} />
        <Link
          href={`/hosts/${band.host.id}`}
          prefetch={false}
          tabIndex={-1}
          className="text-body font-semibold hover:underline"
        >
          {band.host.name}
        </Link>
        <span className="truncate text-ink-2">
          {band.cluster === null ? "" : `${band.cluster} · `}
          {formatPlural(band.vms, "VM")} · <Age band={band} />
          {counted(band.health.critical, "critical", "text-critical-ink")}
          {counted(band.health.warning, "warning", "text-warning-ink")}
          {counted(band.unread, "without services read", "text-unknown")}
        </span>
      </div>
      {columns.map((id, index) => {
        if (LEAD_COLUMNS.has(id)) return null;
        return <BandCell key={id} id={id} index={index} isActive={id === activeColumn} band={band} />;
      })}
    </div>
  );
});

function counted(count = 0, words: string, ink: string) {
  return count > 0 ? (
    <>
      {" · "}
      <b className={`font-semibold ${ink}`}>
        {count} {words}
      </b>
    </>
  ) : null;
}

function Age({ band }: { band: BandLine }) {
  if (isSilent(band.freshness))
    return (
      <>
        <b className="font-semibold text-unknown">{band.freshness}</b>, unknown since{" "}
        <Moment at={band.lastReportedAt} />
      </>
    );
  if (band.freshness === "late")
    return (
      <>
        <b className="font-semibold text-warning-ink">late</b>, <TimeAgo at={band.lastReportedAt} suffix="" />
      </>
    );
  return <TimeAgo at={band.lastReportedAt} />;
}

function BandCell({
  id,
  index,
  isActive,
  band,
}: {
  id: string;
  index: number;
  isActive: boolean;
  band: BandLine;
}) {
  const gap = isGapBefore(id) ? <span className="mx-gap mx-sum" aria-hidden /> : null;
  const cell = {
    role: "gridcell",
    "aria-colindex": index + 1,
    "data-column": id,
    tabIndex: isActive ? 0 : -1,
  } as const;
  if (id === "generation")
    return (
      <>
        {gap}
        <div {...cell} className="mx-sum" title="Of generation 1">
          {band.generationOne === 0 ? (
            "·"
          ) : (
            <span className="font-normal text-ink-3">{band.generationOne}</span>
          )}
        </div>
      </>
    );
  if (!isServiceKey(id) && !isTechnologyKey(id))
    return (
      <>
        {gap}
        <div {...cell} className="mx-sum" />
      </>
    );
  const sum = band.sums[id];
  return (
    <>
      {gap}
      <div
        {...cell}
        className={classes(
          "mx-sum",
          sum.critical > 0 ? "mx-sum-critical" : sum.warning > 0 && "mx-sum-warning",
          isHostFault(sum, band.vms) && "mx-host-fault",
        )}
        title={
          isServiceKey(id)
            ? titleOf(SERVICE_WORDS[id].label, sum)
            : `${TECHNOLOGY_WORDS[id].label}: ${sum.warning} configured, not in effect`
        }
      >
        {sum.critical + sum.warning > 0 ? sum.critical + sum.warning : sum.followers > 0 ? null : "·"}
        {sum.followers > 0 ? <span className="mx-sum-followers">+{sum.followers}</span> : null}
      </div>
    </>
  );
}

function titleOf(label: string, sum: ColumnSum): string {
  const own = sum.critical + sum.warning;
  const followers = sum.followers > 0 ? `, ${sum.followers} follow from another finding` : "";
  return own + sum.followers === 0
    ? `${label}: no findings`
    : `${label}: ${formatPlural(own, "finding")}${followers}`;
}
