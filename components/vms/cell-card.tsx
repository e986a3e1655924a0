"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Chip } from "@/components/ui/chip.tsx";
import { formatEvidence } from "@/components/ui/evidence-strip.tsx";
import { Fix } from "@/components/ui/fix.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { FindingView } from "@/lib/contract/api/findings.ts";
import type { ServiceView, VmRow, VmView } from "@/lib/contract/api/vms.ts";
import { vmQueries } from "@/lib/query/vms.ts";
import { CardHead, CardKeys, CardLoading } from "./card-parts.tsx";
import { groundOf, isSilent, statusOf } from "./prepare-matrix.ts";
import { SERVICE_WORDS, type ServiceKey, toStatusWords } from "./service-words.ts";

/** The details of a cell: first what the list knows, then the evidence, the impact, and the command. */
export function CellCard({ vm, service }: { vm: VmRow; service: ServiceKey }) {
  const { data: detail, error } = useQuery(vmQueries.detail(vm.id));
  const status = statusOf(vm, service);
  const ground = groundOf(vm, service);
  const view = detail?.services.find((each) => each.key === service);
  return (
    <>
      <CardHead
        vm={vm}
        word={status}
        title={`${SERVICE_WORDS[service].label}: ${toStatusWords(status)}`}
        chip={<GroundChip ground={ground} />}
      />
      {isSilent(vm.freshness) ? (
        <p className="px-3 py-2 text-note">
          {vm.host.name} last reported <TimeAgo at={vm.lastReportedAt} />. The current status of this service
          is unknown; its findings are frozen.
        </p>
      ) : error ? (
        <p className="px-3 py-2 text-note text-ink-2">The evidence could not be loaded: {error.message}</p>
      ) : view && detail ? (
        <Known vm={detail} view={view} finding={findingOf(detail, service)} />
      ) : (
        <CardLoading />
      )}
      <CardKeys canCopy={view !== undefined && view.remedies.length > 0} />
    </>
  );
}

function Known({ vm, view, finding }: { vm: VmView; view: ServiceView; finding: FindingView | undefined }) {
  return (
    <>
      <dl className="grid grid-cols-[72px_minmax(0,1fr)] gap-x-2.5 gap-y-1 px-3 py-2 text-note">
        <dt className="text-ink-3">Verdict</dt>
        <dd>{view.summary}</dd>
        {view.evidence.length > 0 ? (
          <>
            <dt className="text-ink-3">Evidence</dt>
            <dd className="flex flex-wrap gap-x-2">
              {view.evidence.map((entry) => (
                <span key={entry.name}>
                  {entry.name}{" "}
                  <span
                    className={
                      entry.decides === true
                        ? "font-mono font-medium wrap-anywhere text-critical-ink"
                        : "font-mono wrap-anywhere"
                    }
                  >
                    {formatEvidence(entry.value)}
                  </span>
                </span>
              ))}
            </dd>
          </>
        ) : null}
        {view.follows === null ? null : (
          <>
            <dt className="text-ink-3">Cause</dt>
            <dd>
              Follows from <code>{view.follows}</code>: one finding for the whole guest
            </dd>
          </>
        )}
        {view.severity === null ? null : (
          <>
            <dt className="text-ink-3">Impact</dt>
            <dd>{view.impact}, per the documentation</dd>
          </>
        )}
        {finding ? (
          <>
            <dt className="text-ink-3">Open</dt>
            <dd>
              <TimeAgo at={finding.openedAt} suffix="" />
              {finding.confirmedAt === null ? ", in one report so far" : ", confirmed"} ·{" "}
              <code>{finding.rule}</code>
            </dd>
          </>
        ) : null}
      </dl>
      {view.remedies.length > 0 ? (
        <Fix
          remedies={view.remedies}
          hostName={vm.placement.host.name}
          guestName={vm.name}
          className="mx-3 mb-2.5"
        />
      ) : null}
      <Link href={`/vms/${vm.id}`} prefetch={false} className="sr-only">
        Details of {vm.name}
      </Link>
    </>
  );
}

function GroundChip({ ground }: { ground: ReturnType<typeof groundOf> }) {
  if (ground === undefined) return <Chip>no finding</Chip>;
  if (ground === "follows") return <Chip>follows</Chip>;
  return (
    <Chip>
      <Glyph word={ground} size={12} />
      {ground}
    </Chip>
  );
}

function findingOf(vm: VmView, service: ServiceKey): FindingView | undefined {
  const own = vm.findings.find((finding) => finding.rule === `is.${service}` && finding.resolvedAt === null);
  if (own || service !== "heartbeat") return own;
  return vm.findings.find((finding) => finding.rule === "is.guest-silent" && finding.resolvedAt === null);
}
