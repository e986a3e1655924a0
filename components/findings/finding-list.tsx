import type { ReactNode } from "react";
import { FindingRow } from "@/components/ui/finding-row.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import type { FindingView } from "@/lib/contract/api/findings.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { sortFindings } from "./prepare-findings.ts";

/** All findings of one subject: open ones with their commands, then, less prominent, frozen and resolved ones. */
export function FindingList({
  findings,
  nothing,
  about,
}: {
  findings: readonly FindingView[];
  /** Shown if no finding is open or frozen. */
  nothing: ReactNode;
  /** A sentence under the head of a finding. */
  about: (finding: FindingView) => ReactNode;
}) {
  const { open, frozen, resolved } = sortFindings(findings);
  return (
    <>
      {open.map((finding) => (
        <Unresolved key={finding.id} finding={finding} about={about} />
      ))}
      {open.length === 0 && frozen.length === 0 ? nothing : null}
      {frozen.length === 0 ? null : (
        <section className="border-t border-line hatched" aria-label="Frozen findings">
          <p className="px-3 pt-2 text-note text-ink-2">
            <Glyph word="unknown" /> {formatPlural(frozen.length, "finding")} frozen: there is no evidence
            since then, for or against.
          </p>
          {frozen.map((finding) => (
            <Unresolved key={finding.id} finding={finding} about={about} />
          ))}
        </section>
      )}
      {resolved.length === 0 ? null : (
        <details className="border-t border-line">
          <summary className="focus-inside cursor-pointer px-3 py-2 text-ink-2 hover:bg-hover">
            {formatPlural(resolved.length, "finding")} resolved in the last 30 days
          </summary>
          <ul>
            {resolved.map((finding) => (
              <Resolved key={finding.id} finding={finding} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Unresolved({
  finding,
  about,
}: {
  finding: FindingView;
  about: (finding: FindingView) => ReactNode;
}) {
  return (
    <div id={`finding-${finding.rule}`} className="scroll-mt-3 border-b border-line last:border-b-0">
      <FindingRow finding={finding}>{about(finding)}</FindingRow>
    </div>
  );
}

function Resolved({ finding }: { finding: FindingView }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 border-t border-line px-3 py-1.5 text-ink-2">
      <Glyph word="pass" label="resolved" />
      <span className="min-w-0">{finding.summary}</span>
      <code className="text-ink-3">{finding.rule}</code>
      <span className="ml-auto text-note text-ink-3">
        <Moment at={finding.openedAt} /> to{" "}
        {finding.resolvedAt === null ? null : <Moment at={finding.resolvedAt} />}
        {finding.resolution === "no-longer-applies" ? ", no longer applies" : ", mended"}
      </span>
    </li>
  );
}
