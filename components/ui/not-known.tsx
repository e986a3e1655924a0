import { classes } from "./classes.ts";
import { Glyph } from "./glyph.tsx";

/** Instead of "none": nobody who could tell does report. */
export function NotKnown({ className = "px-3 py-3" }: { className?: string }) {
  return (
    <p className={classes("text-unknown", className)}>
      <Glyph word="unknown" /> Unknown: no host is reporting.
    </p>
  );
}
