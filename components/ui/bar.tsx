import { classes } from "./classes.ts";
import type { GlyphWord } from "./glyph.tsx";

export interface BarPart {
  /** A status word determines the colour; `rest` is the remainder of the whole. */
  word: GlyphWord | "rest";
  count: number;
}

/**
 * Shares of a whole as one bar. It repeats the numbers beside it, so screen readers hear only the label, if there is
 * one. `total` above the sum leaves space on the right, so that the bars of a list share one scale.
 */
export function Bar({
  parts,
  total,
  height = 8,
  label,
  className,
}: {
  parts: readonly BarPart[];
  total?: number;
  height?: number;
  label?: string;
  className?: string;
}) {
  const sum = parts.reduce((all, part) => all + part.count, 0);
  const whole = Math.max(total ?? sum, sum, 1);
  return (
    <div
      className={classes("flex gap-px overflow-hidden", className)}
      style={{ height }}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      {parts.map((part) =>
        part.count === 0 ? null : (
          <i
            key={part.word}
            className={`bar-part bar-${part.word}`}
            style={{ width: `${(part.count / whole) * 100}%` }}
          />
        ),
      )}
    </div>
  );
}
