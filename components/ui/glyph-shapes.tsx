import type { ReactElement } from "react";
import { type COMMON_SHAPES, glyphLine, type GlyphWord } from "./glyph.tsx";

const square = "M2.5 2.5v11h11v-11z";
const crossHole =
  "M8 9.35 5.65 11.7 4.3 10.35 6.65 8 4.3 5.65 5.65 4.3 8 6.65 10.35 4.3 11.7 5.65 9.35 8 11.7 10.35 10.35 11.7z";

const failed = <path fillRule="evenodd" d={square + crossHole} />;
const tick = glyphLine("M3.2 8.5 6.4 11.6 12.8 4.6", 1.7);
const sender = <circle cx="8" cy="12" r="1.6" />;
const nearArc = "M4.2 9.4a4.4 4.4 0 0 1 7.6 0";
const farArc = "M1.8 7.2a7.4 7.4 0 0 1 12.4 0";

/** The rest of the alphabet: drawn once in the document by the server, and referenced by its glyphs. */
export const REFERENCED_SHAPES: Readonly<
  Record<Exclude<GlyphWord, keyof typeof COMMON_SHAPES>, ReactElement<{ id?: string }>>
> = {
  degraded: (
    <>
      <circle cx="8" cy="8" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M3.2 8a4.8 4.8 0 0 0 9.6 0z" />
    </>
  ),
  failed,
  configured: <path d="M2.8 3.4v9.2L9.4 8zM10.8 3.2v9.6h2.4V3.2z" />,
  "in-use": <path d="M8 3.4 3.4 8 8 12.6 12.6 8z" />,
  available: glyphLine("M8 3.6 3.6 8 8 12.4 12.4 8z", 1.4),
  unavailable: glyphLine("m4.8 4.8 6.4 6.4m0-6.4-6.4 6.4", 1.2),
  "conversion-ready": glyphLine("M8 13.2V4M4.2 7.6 8 3.8l3.8 3.8", 1.7),
  caution: (
    <>
      {glyphLine("M8 2.9 2 13.1h12z", 1.3)}
      <path d="M7.3 6.2v3.6h1.4V6.2zm0 4.5v1.4h1.4v-1.4z" />
    </>
  ),
  pass: tick,
  fail: failed,
  critical: (
    <path
      fillRule="evenodd"
      d="M5.5 2 2 5.5v5L5.5 14h5l3.5-3.5v-5L10.5 2zm1.6 2.4h1.8V9H7.1zm0 5.8h1.8V12H7.1z"
    />
  ),
  warning: <path fillRule="evenodd" d="M8 1.8 1 14h14zM7.2 6h1.6v4H7.2zm0 5h1.6v1.6H7.2z" />,
  info: (
    <>
      <circle cx="8" cy="8" r="5.4" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M7.2 7v4.2h1.6V7zm0-2.2v1.4h1.6V4.8z" />
    </>
  ),
  inactive: glyphLine("M4.2 4.2v7.6h7.6V4.2z", 1.3),
  fresh: (
    <>
      {glyphLine(`${nearArc}${farArc}`, 1.4)}
      {sender}
    </>
  ),
  late: (
    <>
      {glyphLine(nearArc, 1.6)}
      {sender}
    </>
  ),
  stale: (
    <>
      {glyphLine(`${nearArc}${farArc}M3 14 13 2.5`, 1.3)}
      {sender}
    </>
  ),
  missing: (
    <>
      {glyphLine("m5 4 6 6m0-6-6 6", 1.5)}
      <circle cx="8" cy="13" r="1.2" fill="none" stroke="currentColor" />
    </>
  ),
  retired: glyphLine("M2.6 3.6h10.8v3H2.6zm1.2 3v6.8h8.4V6.6M6.4 9.4h3.2", 1.3),
};
