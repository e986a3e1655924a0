import type { CSSProperties, ReactNode } from "react";
import { classes } from "@/components/ui/classes.ts";

/** A drawing and what it says: readers hear the summary, and find the numbers in the table beside it. */
export function ChartFigure({
  summary,
  className,
  style,
  children,
}: {
  summary: string;
  className?: string;
  style?: CSSProperties;
  children: ReactNode;
}) {
  return (
    <figure className="min-w-0">
      <figcaption className="sr-only">{summary}</figcaption>
      <div aria-hidden className={classes("chart", className)} {...(style === undefined ? {} : { style })}>
        {children}
      </div>
    </figure>
  );
}
