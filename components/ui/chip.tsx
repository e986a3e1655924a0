import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** A framed word: a severity, a tag, a moment. */
export function Chip({
  children,
  isDashed = false,
  title,
  className,
}: {
  children: ReactNode;
  /** Not confirmed yet. */
  isDashed?: boolean;
  title?: string;
  className?: string;
}) {
  return (
    <span
      title={title}
      className={classes(
        "inline-flex items-center gap-1 rounded-sm border border-line-strong px-[5px] text-[11.5px]/[16px] whitespace-nowrap text-ink-2",
        isDashed && "border-dashed",
        className,
      )}
    >
      {children}
    </span>
  );
}
