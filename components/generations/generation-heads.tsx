import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes.ts";
import { formatCount } from "@/lib/format/count.ts";
import type { GenerationSort } from "./generation-search-params.ts";

/** A column by which the list can be sorted. */
export function SortHead({
  sort,
  chosen,
  onSort,
  className,
  children,
}: {
  sort: GenerationSort;
  chosen: GenerationSort;
  onSort: (sort: GenerationSort) => void;
  className?: string;
  children: ReactNode;
}) {
  return (
    <th
      scope="col"
      rowSpan={2}
      className={className}
      {...(sort === chosen ? { "aria-sort": "ascending" as const } : {})}
    >
      <button
        type="button"
        className={classes("min-h-6 hover:underline", sort === chosen && "font-semibold text-ink")}
        onClick={() => onSort(sort)}
      >
        {children}
        {sort === chosen ? <span aria-hidden> ↓</span> : null}
      </button>
    </th>
  );
}

/** A column of glyphs: its label is shortened, and complete for screen readers. */
export function NarrowHead({
  label,
  title,
  count,
  isFirst = false,
}: {
  label: string;
  title: string;
  /** Shown below the label; `null` for none. */
  count: number | null;
  isFirst?: boolean;
}) {
  return (
    <th
      scope="col"
      title={title}
      className={classes(
        "w-[38px] px-0.5! text-center! whitespace-normal! narrower leading-[12px]!",
        isFirst && "border-l border-l-line-strong",
      )}
    >
      <span aria-hidden className="text-ink">
        {label}
      </span>
      <span className="sr-only">{title}</span>
      <span className="block font-normal">
        {count === null ? "\u00a0" : formatCount(count)}
        {count === null ? null : <span className="sr-only"> VMs</span>}
      </span>
    </th>
  );
}
