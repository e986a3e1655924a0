import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { Glyph, type GlyphWord } from "./glyph.tsx";

/** A fact on one line, with its shape; its evidence opens below it. */
export function Disclosure({
  word,
  title,
  status,
  note,
  isMinded = false,
  isQuiet = false,
  isOpen = false,
  className,
  children,
}: {
  word: GlyphWord;
  title: ReactNode;
  /** The status that the shape stands for. */
  status: string;
  note?: ReactNode;
  /** On the background of its severity. */
  isMinded?: boolean;
  isQuiet?: boolean;
  /** Open at first. */
  isOpen?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <details open={isOpen} className={classes("group border-b border-line last:border-b-0", className)}>
      <summary
        className={classes(
          "focus-inside grid min-h-[30px] cursor-pointer list-none grid-cols-[22px_minmax(0,1fr)_16px] items-center gap-x-1 px-2.5 py-1 hover:bg-hover",
          isMinded && "bg-warning-soft",
        )}
      >
        <Glyph word={word} label={status} />
        <span
          className={classes(
            "wrap-anywhere",
            isMinded ? "font-semibold" : isQuiet ? "text-ink-3" : undefined,
          )}
        >
          {title}
        </span>
        <ChevronRight className="icon text-ink-3 group-open:rotate-90" aria-hidden />
        {note === undefined ? null : (
          <span className="col-start-2 row-start-2 text-sub wrap-anywhere text-ink-2">{note}</span>
        )}
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2 border-t border-line bg-ground px-3 py-2.5">
        {children}
      </div>
    </details>
  );
}
