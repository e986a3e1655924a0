import type { ReactNode } from "react";
import { Glyph, type GlyphWord } from "@/components/ui/glyph.tsx";
import { Kbd } from "@/components/ui/kbd.tsx";
import type { VmRow } from "@/lib/contract/api/vms.ts";

/** The head of every cell's card: the status in words, and the VM. */
export function CardHead({
  vm,
  word,
  title,
  chip,
}: {
  vm: VmRow;
  word: GlyphWord;
  title: string;
  chip: ReactNode;
}) {
  return (
    <header className="grid grid-cols-[auto_1fr_auto] items-center gap-x-2 gap-y-1 border-b border-line px-3 pt-[9px] pb-2">
      <Glyph word={word} size={16} />
      <p className="font-semibold">{title}</p>
      {chip}
      <p className="col-[2/4] truncate text-note text-ink-2">{vm.name}</p>
    </header>
  );
}

export function CardLoading() {
  return (
    <output className="appear-late grid gap-2.5 px-3 py-3" aria-label="Loading the evidence">
      <i className="h-2 w-[70%] bg-line" />
      <i className="h-2 w-[85%] bg-line" />
      <i className="h-2 w-[55%] bg-line" />
    </output>
  );
}

export function CardKeys({ canCopy }: { canCopy: boolean }) {
  return (
    <footer className="flex gap-3.5 border-t border-line px-3 py-1.5 text-note text-ink-3">
      <span>
        <Kbd>Enter</Kbd> open the VM
      </span>
      {canCopy ? (
        <span>
          <Kbd>C</Kbd> copy the fix
        </span>
      ) : null}
    </footer>
  );
}
