"use client";

import Link from "next/link";
import { FindingList } from "@/components/findings/finding-list.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { FindingView } from "@/lib/contract/api/findings.ts";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { isSilentHost } from "../is-silent-host.ts";

/** Problems of the host itself: one cause, one finding. */
export function HostFindings({ host }: { host: HostView }) {
  const isSilent = isSilentHost(host);
  return (
    <Panel id="findings" title="Findings of the host" note="one cause, one finding">
      <FindingList
        findings={host.findings}
        about={sayTouched}
        nothing={
          <p className="flex items-baseline gap-2 px-3 py-3">
            <Glyph word={isSilent ? "unknown" : "healthy"} />
            {host.retired !== null
              ? "No open findings. They were closed when the host was retired."
              : isSilent
                ? "No finding was open when it last reported."
                : "Nothing to fix on this host itself."}
          </p>
        }
      />
    </Panel>
  );
}

function sayTouched({ vmsTouched, host }: FindingView) {
  if (vmsTouched === 0) return null;
  return (
    <>
      Affects{" "}
      <Link href={`/vms?${new URLSearchParams({ host: host.id }).toString()}`} className="link">
        {formatPlural(vmsTouched, "VM")}
      </Link>
      .
    </>
  );
}
