import type { ReactNode } from "react";
import { Glyph } from "./glyph.tsx";

/**
 * Something could not be read: which part, the raw message, and what to do. The state is unknown, so it is never red.
 */
export function UnreadableState({
  title,
  raw,
  children,
  actions,
}: {
  title: ReactNode;
  /** The message as received. */
  raw?: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <output className="grid max-w-[620px] grid-cols-[minmax(0,1fr)] justify-items-start gap-1.5 px-3 py-3">
      <p className="flex items-center gap-2 text-large font-semibold">
        <Glyph word="unknown" size={16} />
        {title}
      </p>
      {raw === undefined || raw === "" ? null : (
        <p className="font-mono text-[12px]/[17px] wrap-anywhere">{raw}</p>
      )}
      {children === undefined ? null : <div className="w-full text-ink-2">{children}</div>}
      {actions === undefined ? null : <div className="mt-1 flex flex-wrap gap-1.5">{actions}</div>}
    </output>
  );
}
