import { Glyph } from "./glyph.tsx";

/** Instead of "none": nobody who could tell does report. */
export function NotKnown() {
  return (
    <p className="px-3 py-3 text-unknown">
      <Glyph word="unknown" /> Not known: no host reports.
    </p>
  );
}
