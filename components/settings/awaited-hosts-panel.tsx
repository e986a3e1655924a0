"use client";

import { useQuery } from "@tanstack/react-query";
import { Chip } from "@/components/ui/chip.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { NothingComes } from "@/components/enrolment/nothing-comes.tsx";
import type { AwaitedHostView } from "@/lib/contract/api/access.ts";
import { accessQueries } from "@/lib/query/access.ts";
import { SettingsPanel } from "./settings-panel.tsx";

/** Hosts that enrolled and never reported: they are in no other list. */
export function AwaitedHostsPanel() {
  const result = useQuery(accessQueries.awaitedHosts());
  return (
    <SettingsPanel
      id="awaited"
      title="Enrolled, and never reported"
      note="in no other list, since nothing is known of them"
      result={result}
    >
      {({ items }) =>
        items.length === 0 ? (
          <p className="px-3 py-2.5 text-ink-2">None: every host that enrolled has reported.</p>
        ) : (
          <>
            <AwaitedHostsTable hosts={items} />
            <div className="border-t border-line px-3 py-2">
              <NothingComes />
            </div>
          </>
        )
      }
    </SettingsPanel>
  );
}

export function AwaitedHostsTable({ hosts }: { hosts: readonly AwaitedHostView[] }) {
  return (
    <table className="table-plain">
      <caption className="sr-only">Hosts that enrolled and never reported</caption>
      <thead>
        <tr>
          <th scope="col">Host</th>
          <th scope="col">Enrolled</th>
          <th scope="col" className="max-tablet:hidden">
            From
          </th>
          <th scope="col" className="max-tablet:hidden">
            Agent
          </th>
          <th scope="col" className="max-tablet:hidden">
            With the key
          </th>
          <th scope="col" className="max-tablet:hidden">
            Tags
          </th>
        </tr>
      </thead>
      <tbody>
        {hosts.map((host) => (
          <tr key={host.id}>
            <th scope="row">
              <span className="font-semibold">{host.name}</span>
              {host.fqdn === null || host.fqdn === host.name ? null : (
                <span className="block text-note text-ink-3">{host.fqdn}</span>
              )}
              <span className="block text-note text-ink-3 tablet:hidden">
                {host.address === null ? "" : `from ${host.address}`}
                {host.keyName === null ? "" : ` with “${host.keyName}”`}
              </span>
            </th>
            <td className="whitespace-nowrap">
              <TimeAgo at={host.enrolledAt} />
            </td>
            <td className="max-tablet:hidden">
              {host.address ?? <span className="text-ink-3">not kept</span>}
            </td>
            <td className="max-tablet:hidden">
              {host.agentVersion ?? <span className="text-ink-3">not told</span>}
            </td>
            <td className="max-tablet:hidden">
              {host.keyName ?? <span className="text-ink-3">not kept</span>}
            </td>
            <td className="max-tablet:hidden">
              <span className="flex flex-wrap gap-1">
                {host.tags.map((tag) => (
                  <Chip key={tag}>{tag}</Chip>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
