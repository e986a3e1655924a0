import type { EvidenceView, RemedyView } from "@/lib/contract/api/findings.ts";
import { EvidenceStrip } from "./evidence-strip.tsx";
import { Fix } from "./fix.tsx";

/** The evidence of a verdict, and the command for it. */
export function EvidenceAndFix({
  hostName,
  guestName,
  evidence,
  remedies,
}: {
  hostName: string;
  guestName?: string | undefined;
  evidence: readonly EvidenceView[];
  remedies: readonly RemedyView[];
}) {
  return (
    <>
      {evidence.length === 0 ? (
        <p className="text-note text-ink-2">No evidence was reported.</p>
      ) : (
        <EvidenceStrip evidence={evidence} />
      )}
      {remedies.length === 0 ? null : (
        <Fix remedies={remedies} hostName={hostName} {...(guestName === undefined ? {} : { guestName })} />
      )}
    </>
  );
}
