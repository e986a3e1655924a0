/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a virtual grid are positioned, which those of a table are not */
"use client";

import { Icon } from "@/components/ui/icon.tsx";
import { memo } from "react";
import { Bar } from "@/components/ui/bar.tsx";
import { classes } from "@/components/ui/classes.ts";
import { formatCount } from "@/lib/format/count.ts";
import { classOf, isGapBefore } from "./matrix-row.tsx";
import { type ListSums, sicknessOf } from "./prepare-matrix.ts";
import { isServiceKey, isTechnologyKey, SERVICE_WORDS, TECHNOLOGY_WORDS } from "./service-words.ts";

export interface HeadProps {
  columns: readonly string[];
  /** `null` until the sums over the whole list are loaded: a partial sum would be misleading. */
  whole: ListSums | null;
  technologies: number;
  sort: string | null;
  onSort: (column: string) => void;
  ticked: "none" | "some" | "all";
  onTickAll: () => void;
}

const TITLES: Partial<Record<string, string>> = {
  name: "Name",
  guestOs: "Guest OS",
  findings: "Findings",
  lastReportedAt: "Seen",
};

/** The columns, and how many problems each has over the whole list. */
export const MatrixHead = memo(function MatrixHead(props: HeadProps) {
  return (
    <div role="rowgroup" className="matrix-head">
      <div className="matrix-head-groups" aria-hidden>
        <span className="col-[6/13]">Integration services</span>
        {props.technologies > 0 ? (
          <span style={{ gridColumn: `16 / ${16 + props.technologies}` }}>Network acceleration</span>
        ) : null}
      </div>
      <div role="row" aria-rowindex={1} className="matrix-head-row">
        {props.columns.map((id, index) => (
          <HeadCell key={id} id={id} index={index} head={props} />
        ))}
      </div>
    </div>
  );
});

function HeadCell({ id, index, head }: { id: string; index: number; head: HeadProps }) {
  const sum = head.whole && (isServiceKey(id) || isTechnologyKey(id)) ? head.whole.sums[id] : null;
  const sickness = sum && sicknessOf(sum);
  return (
    <>
      {isGapBefore(id) ? <span className="mx-gap" aria-hidden /> : null}
      <div
        role="columnheader"
        aria-colindex={index + 1}
        aria-sort={ariaSortOf(id, head.sort)}
        className={classes(
          classOf(id),
          sickness !== null && "mx-sick",
          sickness === "critical" && "mx-sick-critical",
        )}
        data-column={id}
      >
        {contentOf(id, head)}
      </div>
    </>
  );
}

function contentOf(id: string, head: HeadProps) {
  if (id === "select")
    return (
      <label className="mx-tick-all">
        <input
          type="checkbox"
          className="tick-box"
          aria-label={head.ticked === "all" ? "Select none" : "Select all that are loaded"}
          data-ticked={head.ticked === "all" ? "true" : head.ticked === "some" ? "some" : "false"}
          checked={head.ticked === "all"}
          onChange={head.onTickAll}
        />
      </label>
    );
  if (id === "health")
    return (
      <button
        type="button"
        className="grid size-6 place-items-center"
        onClick={() => head.onSort("health")}
        title="Sort by health"
      >
        <span className="sr-only">Health</span>
        <SortSign id={id} sort={head.sort} />
      </button>
    );
  if (id === "generation")
    return (
      <button type="button" className="grid justify-items-center" onClick={() => head.onSort(id)}>
        <span className="mx-label mx-wide">Gen</span>
        <span className="mx-label mx-short">G</span>
        <span className="mx-wide text-tiny font-semibold text-ink-3" title="Of generation 1">
          {head.whole === null ? "\u00a0" : countOf(head.whole.generationOne)}
        </span>
        <SortSign id={id} sort={head.sort} />
      </button>
    );
  if (isServiceKey(id) || isTechnologyKey(id)) {
    const words = isServiceKey(id) ? SERVICE_WORDS[id] : TECHNOLOGY_WORDS[id];
    if (head.whole === null)
      return (
        <>
          <ColumnLabel words={words} />
          <span className="mx-sum-awaited mx-wide" />
        </>
      );
    const { sums, vms, silentVms } = head.whole;
    const sum = sums[id];
    const own = sum.critical + sum.warning;
    return (
      <>
        <ColumnLabel words={words} />
        <span
          className={classes(
            "mx-wide text-tiny font-semibold",
            sum.critical > 0 ? "text-critical-ink" : sum.warning > 0 ? "text-warning-ink" : "text-ink-3",
          )}
          title={`${words.label}: ${isServiceKey(id) ? "its own findings" : "configured, not in effect"}`}
        >
          {countOf(own)}
        </span>
        <Bar
          className="mx-wide w-[34px]"
          height={3}
          parts={[
            { word: "failed", count: sum.critical },
            { word: "warning", count: sum.warning },
            { word: "rest", count: Math.max(0, vms - own - silentVms) },
            { word: "unknown", count: silentVms },
          ]}
        />
      </>
    );
  }
  return (
    <button type="button" className="mx-sort" onClick={() => head.onSort(id)}>
      {TITLES[id]}
      <SortSign id={id} sort={head.sort} />
    </button>
  );
}

function countOf(count: number): string {
  return count === 0 ? "–" : formatCount(count);
}

function ColumnLabel({
  words,
}: {
  words: { label: string; lines: readonly [string, string?]; short: string };
}) {
  const [first, second] = words.lines;
  return (
    <span className="mx-label" title={words.label}>
      <span className="sr-only">{words.label}</span>
      <span className="mx-wide" aria-hidden>
        {first}
        {second === undefined ? null : (
          <>
            <br />
            {second}
          </>
        )}
      </span>
      <span className="mx-short" aria-hidden>
        {words.short}
      </span>
    </span>
  );
}

function SortSign({ id, sort }: { id: string; sort: string | null }) {
  if (sort === id) return <Icon name="chevron" className="size-3! rotate-180" />;
  if (sort === `-${id}`) return <Icon name="chevron" className="size-3!" />;
  return null;
}

function ariaSortOf(id: string, sort: string | null): "ascending" | "descending" | undefined {
  if (sort === id) return "ascending";
  return sort === `-${id}` ? "descending" : undefined;
}
