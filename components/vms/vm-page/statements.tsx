import { classes } from "@/components/ui/classes.ts";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { Statement, Tone } from "./statement.ts";

const EDGES: Record<Tone, string> = {
  critical: "border-critical",
  warning: "border-warning",
  unknown: "border-unknown",
  ok: "border-ok-fill",
  quiet: "border-line-strong",
};

/** The most important answers, each a link to the section with the details. */
export function Statements({ statements, label }: { statements: readonly Statement[]; label: string }) {
  return (
    <nav aria-label={label} className="mt-2.5 grid grid-cols-2 gap-x-2 tablet:grid-cols-4 tablet:gap-x-0.5">
      {statements.map((statement) => (
        <a
          key={statement.href}
          href={statement.href}
          className={classes("min-w-0 border-t-[3px] py-1.5 pr-3 pb-2 hover:bg-hover", EDGES[statement.tone])}
        >
          <b className="block font-semibold">{statement.title}</b>
          <span className="text-note text-ink-2">
            {statement.note}
            {statement.since === null ? null : (
              <>
                {" "}
                <TimeAgo at={statement.since} suffix={statement.note.endsWith("for") ? "" : " ago"} />
              </>
            )}
          </span>
        </a>
      ))}
    </nav>
  );
}
