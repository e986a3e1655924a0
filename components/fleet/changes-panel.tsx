"use client";

import Link from "next/link";
import { ChangeText } from "@/components/changes/change-text.tsx";
import { prepareChange } from "@/components/changes/prepare-change.ts";
import { sayName } from "@/components/vms/vm-page/say-name.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { ChangeView } from "@/lib/contract/api/changes.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { prepareRecent } from "./prepare-recent.ts";

const SHOWN = 12;

function hrefOf({ vm, host }: ChangeView, isOfSeveral: boolean): string {
  if (vm === null) return `/hosts/${host.id}`;
  return isOfSeveral ? `/vms?${new URLSearchParams({ host: host.id }).toString()}` : `/vms/${vm.id}`;
}

/** The latest changes. */
export function ChangesPanel({ changes }: { changes: readonly ChangeView[] }) {
  return (
    <Panel title="Recent changes" note={changes.length === 0 ? undefined : "newest first"}>
      {changes.length === 0 ? (
        <p className="px-3 py-3 text-ink-2">Nothing has changed since the first reports.</p>
      ) : (
        <ul className="grid grid-cols-[minmax(34px,max-content)_18px_minmax(0,1fr)]">
          {prepareRecent(changes)
            .slice(0, SHOWN)
            .map(({ change, others, alike }) => (
              <li
                key={change.id}
                className="col-span-3 grid grid-cols-subgrid border-b border-line px-3 py-1 text-sub last:border-b-0"
              >
                <Moment at={change.at} className="pr-3.5 text-note whitespace-nowrap text-ink-3" />
                <Glyph word={prepareChange(change).glyph} className="mt-0.5" />
                <span className="min-w-0">
                  <Link
                    href={hrefOf(change, alike !== 0)}
                    className="font-semibold wrap-anywhere hover:underline"
                  >
                    <bdi>{change.vm === null ? change.host.name : sayName(change.vm.name)}</bdi>
                  </Link>
                  {alike === 0
                    ? " "
                    : alike === "several"
                      ? " and other VMs "
                      : ` and ${formatPlural(alike, "VM")} `}
                  <ChangeText change={change} />
                  {others === 0 ? null : <span className="text-ink-3"> and {others} more</span>}
                </span>
              </li>
            ))}
        </ul>
      )}
    </Panel>
  );
}
