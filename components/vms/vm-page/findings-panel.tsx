"use client";

import Link from "next/link";
import { FindingList } from "@/components/findings/finding-list.tsx";
import { sortFindings } from "@/components/findings/prepare-findings.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { FindingView } from "@/lib/contract/api/findings.ts";
import type { VmView } from "@/lib/contract/api/vms.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { isSilent } from "./is-silent.ts";

/** The VM's findings and their fixes. */
export function FindingsPanel({ vm }: { vm: VmView }) {
  const { open, resolved } = sortFindings(vm.findings);
  return (
    <Panel id="findings" title="Findings and fixes" note={open.length > 1 ? "worst first" : undefined}>
      <FindingList
        findings={vm.findings}
        about={sayWhose}
        nothing={<NothingOpen vm={vm} lastEnd={resolved[0]?.resolvedAt ?? null} />}
      />
    </Panel>
  );
}

function sayWhose({ rule, vm, host, vmsTouched }: FindingView) {
  if (vm !== null)
    return (
      <Link href={`/vms?${new URLSearchParams({ rule }).toString()}`} className="link text-note">
        All VMs with this finding
      </Link>
    );
  return (
    <>
      A finding on the host{" "}
      <Link href={`/hosts/${host.id}`} className="link">
        {host.name}
      </Link>{" "}
      that names this VM; it affects {formatPlural(vmsTouched, "VM")}.
    </>
  );
}

function NothingOpen({ vm, lastEnd }: { vm: VmView; lastEnd: string | null }) {
  if (vm.gone)
    return (
      <p className="flex items-baseline gap-2 px-3 py-3 text-ink-2">
        <Glyph word="missing" />
        <span>The VM is gone, so it has no open findings. Past ones are in its history.</span>
      </p>
    );
  if (isSilent(vm) || vm.health === "unknown")
    return (
      <p className="flex items-baseline gap-2 px-3 py-3 text-ink-2">
        <Glyph word="unknown" />
        <span>No finding is open, but there is no current data that could open one.</span>
      </p>
    );
  return (
    <p className="flex items-baseline gap-2 px-3 py-3">
      <Glyph word="healthy" />
      {lastEnd === null ? (
        <span>
          Nothing to fix here since it was first seen, <TimeAgo at={vm.firstSeenAt} />
        </span>
      ) : (
        <span>
          Nothing to fix here since <Moment at={lastEnd} />
        </span>
      )}
    </p>
  );
}
