import { Glyph, type GlyphWord } from "@/components/ui/glyph.tsx";

const COLUMNS = 20;
const ROWS = 26;

/**
 * The fleet as the matrix draws it on a good day: nearly all of it is quiet. Decoration, hidden from screen readers.
 */
export function FleetAtRest() {
  return (
    <div
      aria-hidden
      className="-mx-12 hidden flex-1 auto-rows-[28px] grid-cols-[repeat(20,minmax(0,1fr))] place-items-center overflow-hidden px-7 py-3.5 opacity-55 mask-[linear-gradient(200deg,#000_30%,transparent_88%)] desk:grid"
    >
      {Array.from({ length: COLUMNS * ROWS }, (_, index) => (
        <Glyph key={index} word={wordAt(index % COLUMNS, Math.floor(index / COLUMNS))} />
      ))}
    </div>
  );
}

function wordAt(x: number, y: number): GlyphWord {
  const scatter = (x * 29 + y * 13 + x * y * 5) % 101;
  if (scatter === 7) return "warning";
  if (scatter === 19 || scatter === 61) return "disabled";
  if (x < 15) return "healthy";
  return scatter % 9 === 0 ? "ready" : "active";
}
