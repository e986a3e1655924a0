"use client";

import { ChevronRight } from "lucide-react";
import { SERVICE_WORDS, toStatusWords } from "@/components/vms/service-words.ts";
import { GuideLink } from "@/components/guide/guide-link.tsx";
import { classes } from "@/components/ui/classes.ts";
import { EvidenceStrip } from "@/components/ui/evidence-strip.tsx";
import { Fix } from "@/components/ui/fix.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { FindingView } from "@/lib/contract/api/findings.ts";
import type { ServiceView, VmView } from "@/lib/contract/api/vms.ts";
import { guideHref } from "@/lib/format/guide-href.ts";
import { findingOfService } from "@/components/findings/prepare-findings.ts";
import { isSilent } from "./is-silent.ts";
import { ServicesUnread } from "./services-unread.tsx";
import { SeverityWord } from "./severity-word.tsx";

/** The seven services: shape is the status, background the severity. The evidence of the verdict opens below it. */
export function ServicesPanel({ vm }: { vm: VmView }) {
  const isStale = isSilent(vm);
  const isPast = isStale || vm.gone;
  const { unread } = vm;
  return (
    <Panel
      id="services"
      title="Integration services"
      note={
        isPast ? (
          <>
            as of <Moment at={vm.lastReportedAt} />
          </>
        ) : (
          "host switch first, then status; open one for its evidence"
        )
      }
      actions={<span className="hidden text-note text-ink-3 tablet:inline">impact if missing</span>}
      className={classes(isPast && "hatched")}
    >
      {unread === null ? null : <ServicesUnread vm={vm} unread={unread} />}
      <ul>
        {vm.services.map((service) => (
          <li key={service.key} className="border-b border-line last:border-b-0">
            <ServiceRow
              vm={vm}
              service={service}
              finding={findingOfService(vm.findings, service.key)}
              isStale={isStale}
              isFixAbove={unread !== null}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const GROUNDS = {
  critical: "bg-critical-soft",
  warning: "bg-warning-soft",
  info: "",
} as const satisfies Record<NonNullable<ServiceView["severity"]>, string>;

function ServiceRow({
  vm,
  service,
  finding,
  isStale,
  isFixAbove,
}: {
  vm: VmView;
  service: ServiceView;
  finding: FindingView | null;
  isStale: boolean;
  /** The command is shown once, for all services. */
  isFixAbove: boolean;
}) {
  const { label } = SERVICE_WORDS[service.key];
  const isJudged = !isStale && service.severity !== null;
  return (
    <details className="group">
      <summary
        className={classes(
          "focus-inside grid min-h-[30px] cursor-pointer list-none grid-cols-[22px_minmax(0,1fr)_auto_16px] items-center gap-x-1 px-2.5 py-1 hover:bg-hover",
          "tablet:grid-cols-[22px_132px_96px_minmax(0,1fr)_56px_16px]",
          isJudged && service.severity !== null && GROUNDS[service.severity],
        )}
      >
        <Glyph word={service.status} />
        <b className="font-medium">{label}</b>
        <span className="text-right tablet:text-left">
          {toStatusWords(service.status)}
          {isJudged && service.severity !== null ? <SeverityWord severity={service.severity} /> : null}
        </span>
        <span className="col-span-2 col-start-2 row-start-2 text-sub text-ink-2 tablet:col-span-1 tablet:col-start-auto tablet:row-start-auto">
          {isStale ? sayThen(service) : service.summary}
        </span>
        <span className="hidden text-right text-note text-ink-3 tablet:block">{service.impact}</span>
        <ChevronRight className="icon text-ink-3 group-open:rotate-90" aria-hidden />
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2 border-t border-line bg-ground px-3 py-2.5">
        {service.evidence.length === 0 ? (
          <p className="text-note text-ink-3">No evidence was reported.</p>
        ) : (
          <EvidenceStrip evidence={service.evidence} />
        )}
        {service.follows === null || service.follows === "host.stale" ? null : (
          <p className="text-ink-2">
            Follows from{" "}
            <a className="link" href={`#finding-${service.follows}`}>
              {service.follows}
            </a>
            : fixing that fixes this.
          </p>
        )}
        {finding === null ? (
          service.remedies.length > 0 && !isFixAbove ? (
            <Fix remedies={service.remedies} hostName={vm.host.name} guestName={vm.name} />
          ) : null
        ) : (
          <p>
            <a className="link" href={`#finding-${finding.rule}`}>
              Finding and fix
            </a>
          </p>
        )}
        <p className="text-note text-ink-3">
          Documented impact if missing: {service.impact}.{" "}
          <GuideLink href={guideHref("services", service.key)} about={label}>
            How this is evaluated
          </GuideLink>
        </p>
      </div>
    </details>
  );
}

/** On a silent host the verdict is the past, and shown as such; the server keeps it among the evidence. */
function sayThen({ evidence, summary }: ServiceView): string {
  const then = evidence.find(({ name }) => name === "Status then")?.value;
  return typeof then === "string" ? `Was ${toStatusWords(then)} when the host last reported.` : summary;
}
