"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { RestoreDialog, RetireDialog } from "@/components/hosts/retire-dialogs.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { STANDALONE } from "@/lib/contract/api/no-cluster.ts";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { hostQueries } from "@/lib/query/hosts.ts";
import { SILENT_HOSTS } from "./silent-hosts-listing.ts";
import { SettingsPanel } from "./settings-panel.tsx";

/** Hosts that are not reporting, for an administrator to retire those that are gone for good; and the retired ones. */
export function SilentHostsPanel() {
  const result = useQuery(hostQueries.list(SILENT_HOSTS));
  const [retiring, setRetiring] = useState<HostRow | null>(null);
  const [restoring, setRestoring] = useState<HostRow | null>(null);
  return (
    <SettingsPanel
      id="silent"
      title="Hosts not reporting"
      note="retire a host that is gone for good, so that it is no longer expected"
      result={result}
    >
      {({ items, nextCursor }) => {
        const silent = items.filter(({ retired }) => retired === null);
        const retired = items
          .filter((host) => host.retired !== null)
          .toSorted((a, b) => ((a.retired?.at ?? "") < (b.retired?.at ?? "") ? 1 : -1));
        return (
          <>
            {silent.length === 0 ? (
              <p className="px-3 py-2.5 text-ink-2">None: every host in the fleet reports.</p>
            ) : (
              <SilentTable hosts={silent} onRetire={setRetiring} />
            )}
            {nextCursor === null ? null : (
              <p className="border-t border-line px-3 py-1.5">
                <Link
                  href="/hosts?freshness=stale&freshness=missing&sort=lastReportedAt"
                  className="link text-note"
                >
                  More in the list of hosts
                </Link>
              </p>
            )}
            {retired.length === 0 ? null : (
              <details className="border-t border-line">
                <summary className="focus-inside cursor-pointer px-3 py-2 hover:bg-hover">
                  {formatPlural(retired.length, "retired host")}
                </summary>
                <RetiredTable hosts={retired} onRestore={setRestoring} />
              </details>
            )}
            {retiring === null ? null : <RetireDialog host={retiring} onClose={() => setRetiring(null)} />}
            {restoring === null ? null : (
              <RestoreDialog host={restoring} onClose={() => setRestoring(null)} />
            )}
          </>
        );
      }}
    </SettingsPanel>
  );
}

function SilentTable({ hosts, onRetire }: { hosts: readonly HostRow[]; onRetire: (host: HostRow) => void }) {
  return (
    <table className="table-plain">
      <caption className="sr-only">Hosts not reporting, longest silent first</caption>
      <thead>
        <tr>
          <th scope="col">Host</th>
          <th scope="col" className="max-tablet:hidden">
            Cluster
          </th>
          <th scope="col" className="max-tablet:hidden">
            Agent
          </th>
          <th scope="col">Last report</th>
          <th scope="col" className="number">
            VMs
          </th>
          <th scope="col">
            <span className="sr-only">Retire</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {hosts.map((host) => (
          <tr key={host.id}>
            <th scope="row">
              <HostName host={host} />
            </th>
            <td className="max-tablet:hidden">{host.cluster ?? STANDALONE}</td>
            <td className="max-tablet:hidden">{host.agentVersion}</td>
            <td className="text-unknown">
              {host.freshness}, <TimeAgo at={host.lastReportedAt} />
            </td>
            <td className="number">{formatCount(host.vms)}</td>
            <td className="number">
              <Button
                size="small"
                look="danger"
                onClick={() => onRetire(host)}
                aria-label={`Retire ${host.name}`}
              >
                Retire…
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RetiredTable({
  hosts,
  onRestore,
}: {
  hosts: readonly HostRow[];
  onRestore: (host: HostRow) => void;
}) {
  return (
    <table className="table-plain border-t border-line">
      <caption className="sr-only">Retired hosts, latest first</caption>
      <thead>
        <tr>
          <th scope="col">Host</th>
          <th scope="col">Retired</th>
          <th scope="col" className="max-tablet:hidden">
            By
          </th>
          <th scope="col" className="max-tablet:hidden">
            Last report
          </th>
          <th scope="col">
            <span className="sr-only">Restore</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {hosts.map((host) => (
          <tr key={host.id}>
            <th scope="row">
              <HostName host={host} />
            </th>
            <td className="whitespace-nowrap">
              {host.retired === null ? null : <Moment at={host.retired.at} />}
            </td>
            <td className="max-tablet:hidden">
              {host.retired?.by ?? <span className="text-ink-3">not recorded</span>}
            </td>
            <td className="max-tablet:hidden">
              <TimeAgo at={host.lastReportedAt} />
            </td>
            <td className="number">
              <Button size="small" onClick={() => onRestore(host)} aria-label={`Restore ${host.name}`}>
                Restore…
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HostName({ host }: { host: HostRow }) {
  return (
    <span className="flex items-center gap-1.5">
      <Glyph word={host.freshness} label={host.freshness} />
      <Link href={`/hosts/${host.id}`} className="font-semibold hover:underline">
        {host.name}
      </Link>
    </span>
  );
}
