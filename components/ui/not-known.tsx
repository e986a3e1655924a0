import { classes } from "./classes.ts";
import { Glyph } from "./glyph.tsx";

/** Instead of "none": no host that could report it is reporting. */
export function NotKnown({ className = "px-3 py-3" }: { className?: string }) {
  return (
    <p className={classes("text-unknown", className)}>
      <Glyph word="unknown" /> Unknown: no host is reporting.
    </p>
  );
}
