import { memo, type ReactElement } from "react";
import { classes } from "./classes.ts";

/** The alphabet of statuses. The style sheet knows their colours. */
export type GlyphWord =
  | "active"
  | "available"
  | "block"
  | "blocked"
  | "caution"
  | "configured"
  | "conversion-ready"
  | "critical"
  | "degraded"
  | "disabled"
  | "fail"
  | "failed"
  | "fresh"
  | "healthy"
  | "in-use"
  | "inactive"
  | "info"
  | "late"
  | "missing"
  | "not-applicable"
  | "pass"
  | "ready"
  | "retired"
  | "stale"
  | "unavailable"
  | "unknown"
  | "warning";

/* The alphabet: one shape per word, the same everywhere, on a 16 × 16 grid in the current colour. Full, large shapes
   call for attention, small or thin ones do not. Shapes must remain distinguishable in greyscale. */
const noEntry = <path fillRule="evenodd" d="M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM4.6 7v2h6.8V7z" />;

/**
 * The shapes that fill the matrix. All others are in the document once, drawn by the server, so that no page loads code
 * for them; but a reference costs the browser more than a shape, which counts where there are hundreds.
 */
export const COMMON_SHAPES = {
  healthy: <circle cx="8" cy="8" r="2.6" />,
  disabled: (
    <>
      <circle cx="8" cy="8" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.3" />
      {glyphLine("m11.1 4.9-6.2 6.2", 1.3)}
    </>
  ),
  "not-applicable": <path d="M5.3 7.3h5.4v1.4H5.3z" />,
  unknown: (
    <>
      {glyphLine("M5.6 6.1C5.6 4.5 6.6 3.7 8 3.7s2.4.9 2.4 2.2C10.4 7.7 8 7.9 8 9.8", 1.6)}
      <circle cx="8" cy="12.4" r="1.1" />
    </>
  ),
  active: <path d="M5 3.8v8.4L12 8z" />,
  ready: glyphLine("M5.4 4.3v7.4L11.6 8z", 1.4),
  blocked: noEntry,
  block: noEntry,
};
const SHAPES: Partial<Record<GlyphWord, ReactElement>> = COMMON_SHAPES;

interface GlyphProps {
  word: GlyphWord;
  /** 14 in rows and text, 16 in heads, 12 beside small counts. */
  size?: 12 | 13 | 14 | 16 | 24;
  /** The accessible name, if the word is not beside the glyph. */
  label?: string;
  className?: string;
}

/** Draws a word of the alphabet. Without a label it is decoration beside its word. */
export const Glyph = memo(function Glyph({ word, size = 14, label, className }: GlyphProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className={classes(`glyph glyph-${word}`, className)}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      {SHAPES[word] ?? <use href={`#glyph-${word}`} />}
    </svg>
  );
});

/** A shape that is drawn with a line. */
export function glyphLine(d: string, width: number) {
  return <path d={d} fill="none" stroke="currentColor" strokeWidth={width} />;
}
