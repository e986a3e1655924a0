import { classes } from "./classes.ts";

const WIDTHS = [72, 44, 58, 81, 50, 64, 38, 76] as const;

/** The real frame while it loads: hairlines and grey bars in place, after 150 ms; no spinner, no shimmer. */
export function LoadingRows({
  rows = 6,
  rowHeight = 28,
  dots = 0,
  label = "Loading",
}: {
  rows?: number;
  rowHeight?: number;
  /** Status cells at the right of each row. */
  dots?: number;
  label?: string;
}) {
  return (
    <output className="appear-late block" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          className={classes("flex items-center gap-6 border-b border-line px-3 last:border-b-0")}
          style={{ height: rowHeight }}
        >
          <span className="flex flex-1">
            <i className="h-2 bg-line" style={{ width: `${WIDTHS[row % WIDTHS.length] ?? 60}%` }} />
          </span>
          {Array.from({ length: dots }, (_, dot) => (
            <i key={dot} className="size-1.5 rounded-full bg-line-strong" />
          ))}
        </div>
      ))}
    </output>
  );
}
