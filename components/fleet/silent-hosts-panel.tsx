"use client";

import Link from "next/link";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { FleetView } from "@/lib/contract/api/fleet.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";

const SHOWN = 10;

/** Hosts that are not reporting. Their VMs are unknown: neither green nor red. */
export function SilentHostsPanel({ fleet }: { fleet: FleetView }) {
  const { staleHosts, freshness } = fleet;
  const late = freshness.late;
  return (
    <Panel
      title="Hosts not reporting"
      note={staleHosts.length === 0 ? undefined : "their VMs are unknown"}
      actions={
        <Link href="/hosts" className="link text-note">
          All {formatPlural(fleet.hosts, "host")}
        </Link>
      }
    >
      {staleHosts.length === 0 ? (
        <p className="flex items-baseline gap-2 px-3 py-3">
          <Glyph word={late > 0 ? "late" : "fresh"} />
          {late > 0 ? (
            <Link href="/hosts?freshness=late" className="link">
              {formatPlural(late, "host reports", "hosts report")} late
            </Link>
          ) : (
            "Every host reports on time."
          )}
        </p>
      ) : (
        <table className="table-plain">
          <caption className="sr-only">Hosts not reporting, most recently silent first</caption>
          <thead>
            <tr>
              <th scope="col">Host</th>
              <th scope="col" className="number">
                VMs
              </th>
              <th scope="col">Last report</th>
            </tr>
          </thead>
          <tbody>
            {staleHosts.slice(0, SHOWN).map((host) => (
              <tr key={host.id}>
                <th scope="row">
                  <Glyph word={host.freshness} label={host.freshness} />{" "}
                  <Link href={`/hosts/${host.id}`} className="hover:underline">
                    {host.name}
                  </Link>
                </th>
                <td className="number">
                  <Link
                    href={`/vms?${new URLSearchParams({ host: host.id }).toString()}`}
                    className="hover:underline"
                  >
                    {formatCount(host.vms)}
                  </Link>
                </td>
                <td className="whitespace-nowrap text-unknown">
                  {host.isPastComing ? (
                    "its past reports are being stored"
                  ) : (
                    <TimeAgo at={host.lastReportedAt} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {staleHosts.length > SHOWN ? (
        <p className="border-t border-line px-3 py-1.5">
          <Link href="/hosts?freshness=stale&freshness=missing" className="link text-note">
            {formatPlural(staleHosts.length - SHOWN, "more host")}
          </Link>
        </p>
      ) : null}
    </Panel>
  );
}
