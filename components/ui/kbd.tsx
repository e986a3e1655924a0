import type { ReactNode } from "react";

/** A key as labelled on the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-[18px] rounded-sm border border-line-strong bg-panel px-1 text-center font-mono text-[11px]/[16px] font-medium text-ink-3">
      {children}
    </kbd>
  );
}
