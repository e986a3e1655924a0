"use client";

import { useQuery } from "@tanstack/react-query";
import { Glyph } from "@/components/ui/glyph.tsx";
import { AwaitedHostsTable } from "@/components/settings/awaited-hosts-panel.tsx";
import { formatPlural } from "@/lib/format/count.ts";
import { accessQueries } from "@/lib/query/access.ts";

/** Hosts that enrolled but never reported, in a line above the others, so that a count of hosts is not misleading. */
export function AwaitedHosts() {
  const { data } = useQuery(accessQueries.awaitedHosts());
  const hosts = data?.items ?? [];
  if (hosts.length === 0) return null;
  return (
    <details className="group border-b border-line bg-panel">
      <summary className="focus-inside flex min-h-[33px] cursor-pointer list-none items-center gap-1.5 px-2.5 py-1.5 hover:bg-hover tablet:px-4">
        <Glyph word="unknown" />
        <span className="min-w-0 flex-1">
          <b className="font-semibold">{formatPlural(hosts.length, "host")} enrolled but never reported</b>
          <span className="text-ink-2 max-tablet:hidden">: {sayNames(hosts.map(({ name }) => name))}</span>
        </span>
        <span className="link text-note">
          <span className="group-open:hidden">Show</span>
          <span className="hidden group-open:inline">Hide</span>
        </span>
      </summary>
      <AwaitedHostsTable hosts={hosts} />
    </details>
  );
}

const NAMED = 3;

function sayNames(names: readonly string[]): string {
  const more = names.length - NAMED;
  return names.slice(0, NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
