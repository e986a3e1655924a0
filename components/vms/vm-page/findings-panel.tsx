"use client";

import Link from "next/link";
import { FindingRow } from "@/components/ui/finding-row.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { FindingView } from "@/lib/contract/api/findings.ts";
import type { VmView } from "@/lib/contract/api/vms.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { sortFindings } from "./prepare-findings.ts";
import { isSilent } from "./prepare-statements.ts";

/** What is wrong and what to type; what is frozen or over stands apart and quieter. */
export function FindingsPanel({ vm }: { vm: VmView }) {
  const { open, frozen, resolved } = sortFindings(vm.findings);
  return (
    <Panel
      id="findings"
      title="What is wrong, and what to type"
      note={open.length > 1 ? "worst first" : undefined}
    >
      {open.map((finding) => (
        <VmFinding key={finding.id} finding={finding} />
      ))}
      {open.length === 0 ? (
        <NothingOpen vm={vm} hasFrozen={frozen.length > 0} lastEnd={resolved[0] ?? null} />
      ) : null}
      {frozen.length === 0 ? null : (
        <section className="border-t border-line hatched" aria-label="Frozen findings">
          <p className="px-3 pt-2 text-note text-ink-2">
            <Glyph word="unknown" /> {formatPlural(frozen.length, "finding")} frozen: there is no evidence
            since then, for or against.
          </p>
          {frozen.map((finding) => (
            <VmFinding key={finding.id} finding={finding} />
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
              <li
                key={finding.id}
                className="flex flex-wrap items-baseline gap-x-2 border-t border-line px-3 py-1.5 text-ink-2"
              >
                <Glyph word="pass" label="resolved" />
                <span className="min-w-0">{finding.summary}</span>
                <code className="text-ink-3">{finding.rule}</code>
                <span className="ml-auto text-note text-ink-3">
                  <Moment at={finding.openedAt} /> to{" "}
                  {finding.resolvedAt === null ? null : <Moment at={finding.resolvedAt} />}
                  {finding.resolution === "no-longer-applies" ? ", no longer applies" : ", mended"}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function VmFinding({ finding }: { finding: FindingView }) {
  return (
    <div id={`finding-${finding.rule}`} className="scroll-mt-3 border-b border-line last:border-b-0">
      <FindingRow finding={finding}>
        {finding.vm === null ? (
          <>
            A finding of the host{" "}
            <Link href={`/hosts/${finding.host.id}`} className="link">
              {finding.host.name}
            </Link>{" "}
            that names this VM; it touches {formatPlural(finding.vmsTouched, "VM")}.
          </>
        ) : (
          <Link href={`/vms?rule=${encodeURIComponent(finding.rule)}`} className="link text-note">
            All VMs with this finding
          </Link>
        )}
      </FindingRow>
    </div>
  );
}

function NothingOpen({
  vm,
  hasFrozen,
  lastEnd,
}: {
  vm: VmView;
  hasFrozen: boolean;
  lastEnd: FindingView | null;
}) {
  if (hasFrozen) return null;
  if (isSilent(vm) || vm.health === "unknown")
    return (
      <p className="flex items-baseline gap-2 px-3 py-3 text-ink-2">
        <Glyph word="unknown" />
        <span>No finding is open, but nothing is known now that could open one.</span>
      </p>
    );
  return (
    <p className="flex items-baseline gap-2 px-3 py-3">
      <Glyph word="healthy" />
      {lastEnd?.resolvedAt ? (
        <span>
          Nothing to fix here since <Moment at={lastEnd.resolvedAt} />
        </span>
      ) : (
        <span>
          Nothing to fix here since it was first seen, <TimeAgo at={vm.firstSeenAt} />
        </span>
      )}
    </p>
  );
}
