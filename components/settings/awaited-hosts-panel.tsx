"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Chip } from "@/components/ui/chip.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { NothingComes } from "@/components/enrolment/nothing-comes.tsx";
import type { AwaitedHostView } from "@/lib/contract/api/access.ts";
import { accessQueries, forgetAwaitedHost } from "@/lib/query/access.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { SettingsPanel } from "./settings-panel.tsx";

/** Hosts that enrolled but never reported: no other list contains them. */
export function AwaitedHostsPanel() {
  const result = useQuery(accessQueries.awaitedHosts());
  const [asked, setAsked] = useState<AwaitedHostView | null>(null);
  return (
    <SettingsPanel
      id="awaited"
      title="Enrolled, never reported"
      note="not in any other list, because nothing is known about them"
      result={result}
    >
      {({ items }) =>
        items.length === 0 ? (
          <p className="px-3 py-2.5 text-ink-2">None: every host that enrolled has reported.</p>
        ) : (
          <>
            <AwaitedHostsTable hosts={items} onForget={setAsked} />
            <div className="border-t border-line px-3 py-2">
              <NothingComes />
            </div>
            {asked === null ? null : (
              <ConfirmDialog
                title={`Forget ${asked.name}?`}
                verb="Forget"
                act={() => forgetAwaitedHost(asked.id)}
                onClose={() => setAsked(null)}
              >
                <p>
                  It never reported, so no reported data is lost. Its token is revoked; it can enrol again
                  with a key.
                </p>
              </ConfirmDialog>
            )}
          </>
        )
      }
    </SettingsPanel>
  );
}

export function AwaitedHostsTable({
  hosts,
  onForget,
}: {
  hosts: readonly AwaitedHostView[];
  /** Here hosts are managed, not only viewed. */
  onForget?: (host: AwaitedHostView) => void;
}) {
  return (
    <table className="table-plain">
      <caption className="sr-only">Hosts that enrolled but never reported</caption>
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
          {onForget === undefined ? null : (
            <th scope="col">
              <span className="sr-only">Forget</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {hosts.map((host) => (
          <tr key={host.id}>
            <th scope="row" className="wrap-anywhere">
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
              {host.address ?? <span className="text-ink-3">not recorded</span>}
            </td>
            <td className="max-tablet:hidden">
              {host.agentVersion ?? <span className="text-ink-3">not reported</span>}
            </td>
            <td className="max-tablet:hidden">
              {host.keyName ?? <span className="text-ink-3">not recorded</span>}
            </td>
            <td className="max-tablet:hidden">
              <span className="flex flex-wrap gap-1">
                {host.tags.map((tag) => (
                  <Chip key={tag}>{tag}</Chip>
                ))}
              </span>
            </td>
            {onForget === undefined ? null : (
              <td className="number">
                <Button
                  size="small"
                  look="danger"
                  onClick={() => onForget(host)}
                  aria-label={`Forget ${host.name}`}
                >
                  Forget…
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
