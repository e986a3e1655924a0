import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/**
 * A wide table scrolls in its own frame, which the keyboard can reach. It is positioned, so that hidden text far to the
 * right in it does not widen the page.
 */
export function ScrollFrame({
  label,
  className,
  children,
}: {
  label: string;
  /** Its maximum height, if it scrolls downwards, too. */
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      className={classes("focus-inside relative overflow-x-auto print:overflow-visible", className)}
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable
      tabIndex={0}
    >
      {children}
    </section>
  );
}
