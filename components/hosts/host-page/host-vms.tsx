"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { SERVICE_ORDER, SERVICE_WORDS, toStatusWords } from "@/components/vms/service-words.ts";
import { sayName } from "@/components/vms/vm-page/say-name.ts";
import { Button } from "@/components/ui/button.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { SeverityCounts } from "@/components/ui/severity-counts.tsx";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { vmQueries } from "@/lib/query/vms.ts";
import { hostVmListing } from "./host-vm-listing.ts";
import { areVmsUnread } from "./prepare-host.ts";

const SHOWN = 15;

/** The host's VMs, worst first; the matrix has all of them. */
export function HostVms({ host }: { host: HostView }) {
  const { data, isError } = useQuery(vmQueries.page(hostVmListing(host), null));
  const isRetired = host.retired !== null;
  const [isWhole, setIsWhole] = useState(false);
  const matrix = `/vms?${new URLSearchParams({ host: host.id }).toString()}`;
  return (
    <Panel
      title="VMs"
      note={isRetired ? "those that no other host lists; they are gone with it" : "worst first"}
      actions={
        isRetired ? null : (
          <Link href={matrix} className="link text-note">
            Open in the matrix
          </Link>
        )
      }
    >
      {data === undefined ? (
        isError ? (
          <p className="px-3 py-3 text-ink-2">Its VMs could not be loaded; the page retries automatically.</p>
        ) : (
          <LoadingRows rows={8} dots={7} label="Loading VMs" />
        )
      ) : data.items.length === 0 ? (
        <p className="px-3 py-3 text-ink-2">
          {areVmsUnread(host) || host.sections.some(({ name, status }) => name === "vms" && status !== "ok")
            ? "Its VMs could not be read, so it is unknown whether there are any."
            : "This host has no VMs."}
        </p>
      ) : (
        <table className="table-plain">
          <caption className="sr-only">
            {isRetired ? `VMs gone with ${host.name}` : `VMs of ${host.name}, worst first`}
          </caption>
          <thead>
            <tr>
              <th scope="col" className="w-7">
                <span className="sr-only">Health</span>
              </th>
              <th scope="col">Name</th>
              <th scope="col" className="max-tablet:hidden">
                Services
              </th>
              <th scope="col">Findings</th>
              <th scope="col" className="number max-tablet:hidden">
                Gen
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.slice(0, isWhole ? undefined : SHOWN).map((vm) => (
              <tr key={vm.id}>
                <td>
                  <Glyph word={vm.health} label={vm.health} />
                </td>
                <th scope="row" className="max-w-0 min-w-[140px] truncate">
                  <Link href={`/vms/${vm.id}`} dir="auto" className="hover:underline">
                    {sayName(vm.name)}
                  </Link>
                </th>
                <td className="whitespace-nowrap max-tablet:hidden">
                  {SERVICE_ORDER.map((key) => (
                    <span key={key} title={`${SERVICE_WORDS[key].label}: ${toStatusWords(vm.services[key])}`}>
                      <Glyph
                        word={vm.services[key]}
                        label={`${SERVICE_WORDS[key].label} ${toStatusWords(vm.services[key])}`}
                      />
                    </span>
                  ))}
                </td>
                <td>
                  <SeverityCounts counts={vm.findings} />
                </td>
                <td className="number text-ink-3 max-tablet:hidden">{vm.generation ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isRetired && data !== undefined && data.items.length > SHOWN && !isWhole ? (
        <p className="border-t border-line px-3 py-1.5">
          <Button size="small" onClick={() => setIsWhole(true)}>
            Show {formatPlural(data.items.length - SHOWN, "more VM")}
          </Button>
        </p>
      ) : null}
      {host.vms > SHOWN ? (
        <p className="border-t border-line px-3 py-1.5">
          <Link href={matrix} className="link text-note">
            {formatPlural(host.vms - SHOWN, "more VM")}
          </Link>
        </p>
      ) : null}
    </Panel>
  );
}
