"use client";

import Link from "next/link";
import { classes } from "@/components/ui/classes.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { VmView } from "@/lib/contract/api/vms.ts";

const CONFLICTS = {
  "running-twice":
    "Two hosts report it as running. If both write to the same disks, its data is at risk: verify one before you touch the other.",
  "realised-twice":
    "Two hosts contain it, and it is unclear which one is correct. Usually one is a leftover copy.",
} as const;

/** Where the VM is, and where else it is listed. */
export function PlacementPanel({ vm }: { vm: VmView }) {
  const { conflict, hosts } = vm.placement;
  return (
    <Panel
      id="placement"
      title={vm.gone ? "Last placement" : "Placement"}
      note={hosts.length > 1 ? "every host that lists it" : undefined}
    >
      {conflict === null ? null : (
        <p className="flex gap-2 border-b border-line bg-critical-soft px-3 py-2">
          <Glyph word="critical" label="critical" className="mt-0.5" />
          <span>{CONFLICTS[conflict]}</span>
        </p>
      )}
      {hosts.length === 0 ? (
        <p className="px-3 py-3 text-ink-2">No host lists this VM now.</p>
      ) : (
        <table className="table-plain">
          <caption className="sr-only">Hosts that list this VM</caption>
          <thead>
            <tr>
              <th scope="col">Host</th>
              <th scope="col">State there</th>
              <th scope="col">Reported</th>
            </tr>
          </thead>
          <tbody>
            {hosts.map((host) => (
              <tr key={host.id}>
                <th scope="row">
                  <Link
                    href={`/hosts/${host.id}`}
                    className={classes("link", host.isCurrent && "font-semibold")}
                  >
                    {host.name}
                  </Link>
                  {host.isCurrent ? (
                    <span className="text-note text-ink-3"> {vm.gone ? "last host" : "current host"}</span>
                  ) : null}
                </th>
                <td>
                  {host.state ?? (host.isCurrent ? vm.state : null) ?? (
                    <span className="text-unknown">not read</span>
                  )}
                </td>
                <td className="whitespace-nowrap text-ink-2">
                  <TimeAgo at={vm.gone ? vm.lastReportedAt : host.lastReportedAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="border-t border-line px-3 py-1.5 text-note text-ink-3">
        First seen <TimeAgo at={vm.firstSeenAt} />
      </p>
    </Panel>
  );
}
