"use client";

import Link from "next/link";
import { readNumber, readTexts } from "@/components/facts/read-fact.ts";
import { formatGuestOs } from "@/components/vms/format-guest-os.ts";
import { Chip } from "@/components/ui/chip.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { VmView } from "@/lib/contract/api/vms.ts";
import { formatBytes } from "@/lib/format/bytes.ts";
import { formatDuration } from "@/lib/format/duration.ts";
import { isSilent } from "./is-silent.ts";
import { prepareStatements } from "./prepare-statements.ts";
import { sayName } from "./say-name.ts";
import { Statements } from "./statements.tsx";

/** Name with health, one line of facts, four answers. */
export function VmHead({ vm }: { vm: VmView }) {
  return (
    <header className="border-b border-line bg-panel px-2.5 pt-2.5 tablet:px-4 tablet:pt-3">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5">
        <Glyph word={vm.gone ? "missing" : vm.health} size={16} />
        <h1 className="min-w-0 flex-1 text-name font-semibold wrap-anywhere tablet:flex-initial">
          <bdi>{sayName(vm.name)}</bdi>
        </h1>
        <span className="text-ink-2">{vm.gone ? "gone" : vm.health}</span>
        <CopyButton text={vm.vmId} label="VM id" size="medium" className="ml-auto" />
      </div>
      <FactLine vm={vm} />
      <Statements statements={prepareStatements(vm)} label="In short" />
    </header>
  );
}

function FactLine({ vm }: { vm: VmView }) {
  const processors = readNumber(vm.facts, "processorCount");
  // A VM that is off has no memory assigned: its startup memory shows its size.
  const assigned = vm.memoryAssignedBytes === 0 ? null : vm.memoryAssignedBytes;
  const memory = assigned ?? readNumber(vm.facts, "memoryStartupBytes");
  const [address] = readTexts(vm.facts, "guest", "ipAddresses");
  const was = isSilent(vm) || vm.gone ? "was " : "";
  return (
    <ul className="mt-1 flex flex-wrap gap-x-[18px] gap-y-0.5 text-sub text-ink-2 [&_b]:font-medium [&_b]:text-ink">
      <li>
        {was === "" ? "on " : "was on "}
        <Link href={`/hosts/${vm.host.id}`} className="link">
          <b>{vm.host.name}</b>
        </Link>
        {vm.cluster === null ? null : (
          <>
            {" · "}
            <Link href={`/vms?cluster=${encodeURIComponent(vm.cluster)}`} className="hover:underline">
              {vm.cluster}
            </Link>
          </>
        )}
      </li>
      <li>
        {was}
        <b>{vm.state}</b>
        {vm.uptimeSeconds === null || vm.uptimeSeconds === 0
          ? null
          : ` for ${formatDuration(vm.uptimeSeconds)}`}
      </li>
      <li>
        {vm.generation === null ? (
          "generation not read"
        ) : (
          <>
            generation <b>{vm.generation}</b>
          </>
        )}
        {vm.configurationVersion === null ? null : (
          <>
            , version <b>{vm.configurationVersion}</b>
          </>
        )}
      </li>
      <li>
        {vm.guestOs === null ? (
          "guest OS unknown"
        ) : (
          <>
            guest {vm.guestOsKnownAt === null ? "" : "was "}
            <b title={vm.guestOs}>{formatGuestOs(vm.guestOs)}</b>
            {vm.guestOsKnownAt === null ? null : (
              <>
                , reported <Moment at={vm.guestOsKnownAt} />
              </>
            )}
          </>
        )}
      </li>
      {processors === null && memory === null ? null : (
        <li>
          {processors === null ? null : (
            <>
              <b>{processors}</b> vCPU
            </>
          )}
          {processors !== null && memory !== null ? " · " : null}
          {memory === null ? null : <b>{formatBytes(memory)}</b>}
        </li>
      )}
      {address === undefined ? null : <li>{address}</li>}
      {vm.tags.length === 0 ? null : (
        <li className="flex flex-wrap items-center gap-1">
          tags{" "}
          {vm.tags.map((tag) => (
            <Link key={tag} href={`/vms?tag=${encodeURIComponent(tag)}`}>
              <Chip>{tag}</Chip>
            </Link>
          ))}
        </li>
      )}
      <li className="flex items-center gap-1">
        {vm.gone ? null : <Glyph word={vm.freshness} label={vm.freshness} />}
        <span>
          {vm.gone ? "last listed" : "reported"} <TimeAgo at={vm.lastReportedAt} />
        </span>
      </li>
    </ul>
  );
}
