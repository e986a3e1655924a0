"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Chip } from "@/components/ui/chip.tsx";
import { EvidenceStrip } from "@/components/ui/evidence-strip.tsx";
import { Fix } from "@/components/ui/fix.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { VmRow, VmView } from "@/lib/contract/api/vms.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { vmQueries } from "@/lib/query/vms.ts";
import { CardHead, CardKeys, CardLoading } from "./card-parts.tsx";
import { accelerationOf, isSilent } from "./prepare-matrix.ts";
import { prepareTechnologyReason, type TechnologyReason } from "./prepare-technology-card.ts";
import { TECHNOLOGY_WORDS, type TechnologyKey, toStatusWords } from "./service-words.ts";

/** Why a VM's network is not accelerated: the first broken rung, its evidence, and the command. */
export function TechnologyCard({ vm, technology }: { vm: VmRow; technology: TechnologyKey }) {
  const { data: detail, error } = useQuery(vmQueries.detail(vm.id));
  const status = accelerationOf(vm, technology) ?? "unknown";
  const reason = detail ? prepareTechnologyReason(detail.acceleration, technology) : null;
  return (
    <>
      <CardHead
        vm={vm}
        word={status}
        title={`${TECHNOLOGY_WORDS[technology].label}: ${toStatusWords(status)}`}
        chip={
          reason === null || reason.adapter === null ? null : (
            <Chip>worst of {formatPlural(reason.adapters, "adapter")}</Chip>
          )
        }
      />
      {isSilent(vm.freshness) ? (
        <p className="px-3 py-2 text-note">
          {vm.host.name} last reported <TimeAgo at={vm.lastReportedAt} />. The current state of its network is
          unknown.
        </p>
      ) : error ? (
        <p className="px-3 py-2 text-note text-ink-2">The ladder could not be loaded: {error.message}</p>
      ) : detail === undefined ? (
        <CardLoading />
      ) : reason === null ? (
        <p className="px-3 py-2 text-note">The VM has no network adapter to evaluate this on.</p>
      ) : (
        <Known vm={detail} reason={reason} />
      )}
      <CardKeys canCopy={(reason?.rung?.remedy ?? null) !== null} />
    </>
  );
}

function Known({ vm, reason }: { vm: VmView; reason: TechnologyReason }) {
  const { adapter, rung, passed, rungs } = reason;
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5 px-3 py-2 text-note">
        {adapter === null ? null : <p className="truncate text-ink-2">Adapter {adapter}</p>}
        {rung === null ? (
          <p>
            {passed} of {formatPlural(rungs, "rung")} pass; none is known to be broken.
          </p>
        ) : (
          <>
            <p className="text-ink-3">
              {rung.status === "fail" ? "The first broken rung" : "The first rung that was not read"}
            </p>
            <p className="flex items-start text-body font-medium">
              <Glyph word={rung.status} className="mt-0.5 mr-1.5 flex-none" />
              <span className="block min-w-0 wrap-anywhere first-letter:uppercase">
                {rung.status === "fail" ? rung.fault : rung.title}
              </span>
            </p>
            <EvidenceStrip evidence={rung.evidence} />
          </>
        )}
      </div>
      {rung === null || rung.remedy === null ? null : (
        <Fix
          remedies={[rung.remedy]}
          hostName={vm.placement.host.name}
          guestName={vm.name}
          className="mx-3 mb-2.5"
        />
      )}
      <p className="px-3 pb-2 text-note">
        <Link href={`/vms/${vm.id}#network`} prefetch={false} className="link">
          The whole ladder
        </Link>
      </p>
    </>
  );
}
