"use client";

import Link from "next/link";
import { FindingRow } from "@/components/ui/finding-row.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { FindingView } from "@/lib/contract/api/findings.ts";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { sortFindings } from "@/components/vms/vm-page/prepare-findings.ts";
import { formatPlural } from "@/lib/format/count.ts";

/** What is wrong with the host itself: one cause, one finding. */
export function HostFindings({ host }: { host: HostView }) {
  const { open, frozen, resolved } = sortFindings(host.findings);
  const isSilent = host.freshness === "stale" || host.freshness === "missing";
  return (
    <Panel id="findings" title="Findings of the host" note="one cause, one finding">
      {open.map((finding) => (
        <HostFinding key={finding.id} finding={finding} />
      ))}
      {open.length === 0 && frozen.length === 0 ? (
        <p className="flex items-baseline gap-2 px-3 py-3">
          <Glyph word={isSilent ? "unknown" : "healthy"} />
          {isSilent ? "No finding was open when it last reported." : "Nothing to fix on this host itself."}
        </p>
      ) : null}
      {frozen.length === 0 ? null : (
        <section className="border-t border-line hatched" aria-label="Frozen findings">
          <p className="px-3 pt-2 text-note text-ink-2">
            <Glyph word="unknown" /> {formatPlural(frozen.length, "finding")} frozen: there is no evidence
            since then, for or against.
          </p>
          {frozen.map((finding) => (
            <HostFinding key={finding.id} finding={finding} />
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
                {finding.resolvedAt === null ? null : (
                  <span className="ml-auto text-note text-ink-3">
                    <Moment at={finding.resolvedAt} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function HostFinding({ finding }: { finding: FindingView }) {
  return (
    <FindingRow finding={finding}>
      {finding.vmsTouched === 0 ? null : (
        <>
          Touches{" "}
          <Link href={`/vms?${new URLSearchParams({ host: finding.host.id }).toString()}`} className="link">
            {formatPlural(finding.vmsTouched, "VM")}
          </Link>
          .
        </>
      )}
    </FindingRow>
  );
}
