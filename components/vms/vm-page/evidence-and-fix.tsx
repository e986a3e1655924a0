import { EvidenceStrip } from "@/components/ui/evidence-strip.tsx";
import { Fix } from "@/components/ui/fix.tsx";
import type { EvidenceView, RemedyView } from "@/lib/contract/api/findings.ts";
import type { VmView } from "@/lib/contract/api/vms.ts";

/** What a verdict rests on, and what to type about it. */
export function EvidenceAndFix({
  vm,
  evidence,
  remedies,
}: {
  vm: Pick<VmView, "name" | "host">;
  evidence: readonly EvidenceView[];
  remedies: readonly RemedyView[];
}) {
  return (
    <>
      {evidence.length === 0 ? (
        <p className="text-note text-ink-2">Nothing was reported that this could rest on.</p>
      ) : (
        <EvidenceStrip evidence={evidence} />
      )}
      {remedies.length === 0 ? null : <Fix remedies={remedies} hostName={vm.host.name} guestName={vm.name} />}
    </>
  );
}
