import Link from "next/link";
import type { ReactNode } from "react";
import type { FindingView } from "@/lib/contract/api/findings.ts";
import { guideHref } from "@/lib/format/guide-href.ts";
import { Chip } from "./chip.tsx";
import { EvidenceStrip } from "./evidence-strip.tsx";
import { Fix } from "./fix.tsx";
import { Glyph } from "./glyph.tsx";
import { TimeAgo } from "./time-ago.tsx";

/** One finding in full: its meaning, since when, the evidence, and the command. */
export function FindingRow({
  finding,
  children,
  isFixShown = true,
}: {
  finding: FindingView;
  /** A sentence or two between the head and the evidence. */
  children?: ReactNode;
  isFixShown?: boolean;
}) {
  const isOver = finding.resolvedAt !== null;
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-2 border-b border-line px-3 py-2.5 last:border-b-0">
      <header className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Glyph word={isOver ? "pass" : finding.severity} label={isOver ? "resolved" : finding.severity} />
        <div className="min-w-0 flex-1 max-tablet:basis-4/5">
          <h3 className="inline font-semibold">{finding.summary}</h3>{" "}
          <Link
            href={guideHref("rules", finding.rule)}
            prefetch={false}
            className="guide-link"
            title="How this is evaluated"
          >
            <code>{finding.rule}</code>
          </Link>
        </div>
        <span className="ml-auto flex flex-wrap items-baseline gap-2 text-note text-ink-3">
          {finding.confirmedAt === null && !isOver ? (
            <Chip isDashed title="The next report will confirm it or not">
              first report only
            </Chip>
          ) : null}
          {finding.frozenAt === null ? null : (
            <Chip title="There is no evidence since then, for or against">
              <Glyph word="unknown" size={12} />
              frozen
            </Chip>
          )}
          <span>
            {isOver ? "was open, since " : "open "}
            <TimeAgo at={finding.openedAt} suffix={isOver ? " ago" : ""} />
          </span>
        </span>
      </header>
      {children === undefined || children === null ? null : (
        <div className="max-w-[78ch] text-ink-2">{children}</div>
      )}
      <EvidenceStrip evidence={finding.evidence} />
      {isFixShown && !isOver ? (
        <Fix
          remedies={finding.remedies}
          hostName={finding.host.name}
          {...(finding.vm ? { guestName: finding.vm.name } : {})}
        />
      ) : null}
    </article>
  );
}
