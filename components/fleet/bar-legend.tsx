import type { GlyphWord } from "@/components/ui/glyph.tsx";
import { toStatusWords } from "@/components/vms/service-words.ts";

/** The meaning of the colours in a panel's bars, in the order of their parts. */
export function BarLegend({ words }: { words: readonly GlyphWord[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-[3px] border-t border-line px-3 pt-1.5 pb-2 text-head text-ink-2">
      {words.map((word) => (
        <li key={word} className="flex items-center gap-1">
          <i className={`bar-part bar-${word} size-[9px]`} aria-hidden />
          {toStatusWords(word)}
        </li>
      ))}
    </ul>
  );
}
