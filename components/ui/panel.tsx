import type { ReactNode } from "react";
import { classes } from "./classes.ts";

interface PanelProps {
  title: ReactNode;
  /** One unobtrusive sentence beside the title. */
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** The target of a link in the page head. */
  id?: string;
  className?: string;
}

/** A ruled section with a head. Panels are placed side by side, never nested. */
export function Panel({ title, note, actions, children, id, className }: PanelProps) {
  return (
    <section id={id} className={classes("min-w-0 rounded-sm border border-line bg-panel", className)}>
      <header className="flex min-h-[33px] items-baseline gap-x-2 gap-y-0.5 border-b max-tablet:flex-wrap border-line px-3 pt-2 pb-[7px] print:min-h-0 print:px-[5px] print:pt-1 print:pb-[3px]">
        <h2 className="font-semibold whitespace-nowrap">{title}</h2>
        {note === undefined ? null : <p className="min-w-0 text-note text-ink-3">{note}</p>}
        {actions === undefined ? null : <div className="ml-auto flex items-center gap-2">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
