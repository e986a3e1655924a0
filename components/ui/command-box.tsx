import type { ReactNode } from "react";
import { Code } from "./code.tsx";
import { CopyButton } from "./copy-button.tsx";
import { Icon } from "./icon.tsx";
import { WholeTerms } from "./whole-terms.tsx";

interface CommandBoxProps {
  code: string;
  shell: "powershell" | "bash";
  /** Where to run it; `system` follows in the text. */
  place: string;
  system?: string | null;
  cost: string;
  note: string;
  label: string;
}

/** A command to copy, between where to run it and what it costs. Displayed, never run. */
export function CommandBox({ code, shell, place, system = null, cost, note, label }: CommandBoxProps) {
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line py-1 pr-1.5 pl-2.5 text-note text-ink-2">
        <Icon name="terminal" />
        <span className="min-w-0 truncate">
          Run on <b className="font-semibold text-ink">{place}</b>
          {system === null ? null : `, ${system}`}
        </span>
        <CopyButton text={code} className="ml-auto" />
      </div>
      <Code code={code} shell={shell} label={label} />
      <p className="flex flex-wrap gap-x-3.5 border-t border-line px-2.5 pt-1 pb-[5px] text-note text-ink-2">
        <span>
          Costs: <b className="font-semibold text-ink">{cost}</b>
        </span>
        {note === "" ? null : (
          <span>
            <WholeTerms>{note}</WholeTerms>
          </span>
        )}
      </p>
    </>
  );
}

/** The frame around one command, or around several under a row of tabs. */
export function CommandFrame({
  children,
  className = "",
}: {
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <div className={`border border-l-[3px] border-line border-l-accent bg-ground ${className}`}>
      {children}
    </div>
  );
}
