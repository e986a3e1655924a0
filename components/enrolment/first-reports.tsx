"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { SectionPips } from "@/components/hosts/section-pips.tsx";
import { preparePips, sayPips } from "@/components/hosts/prepare-hosts.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { useNow } from "@/components/ui/now.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { AwaitedHostView } from "@/lib/contract/api/access.ts";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { formatElapsed } from "@/lib/format/duration.ts";
import { accessQueries } from "@/lib/query/access.ts";
import { hostQueries } from "@/lib/query/hosts.ts";
import { prepareArrivals } from "./prepare-arrivals.ts";

/** The user is waiting here, so this polls more often than other pages. */
const ASK_EVERY_MS = 2000;
const SHOWN_AWAITED = 5;

/** A live view: each new host appears automatically, with the parts of its report that were read. */
export function FirstReports({ title }: { title: string }) {
  const { data, isError } = useQuery({ ...hostQueries.list({}), refetchInterval: ASK_EVERY_MS });
  const { data: awaited } = useQuery({ ...accessQueries.awaitedHosts(), refetchInterval: ASK_EVERY_MS });
  return (
    <section aria-label={title}>
      {data ? (
        <Waiting hosts={data.items} awaited={awaited?.items ?? []} title={title} isSilent={isError} />
      ) : (
        <p className="px-4 py-2.5 text-ink-2">
          {isError ? "The server is not responding; the page retries automatically." : "Looking for hosts"}
        </p>
      )}
    </section>
  );
}

function Waiting({
  hosts,
  awaited,
  title,
  isSilent,
}: {
  hosts: readonly HostRow[];
  awaited: readonly AwaitedHostView[];
  title: string;
  isSilent: boolean;
}) {
  const now = useNow(1000);
  const [since] = useState(now);
  const [known] = useState<ReadonlySet<string>>(() => new Set(hosts.map(({ id }) => id)));
  const arrivals = prepareArrivals(hosts, known);
  return (
    <>
      <header className="flex items-center gap-2 border-b border-line px-4 py-2.5">
        <i className="pulse" aria-hidden />
        <h2 className="font-semibold">{title}</h2>
        <span className="ml-auto text-note text-ink-3">{formatElapsed((now - since) / 1000)}</span>
      </header>
      <ul aria-live="polite" className="py-1">
        {arrivals.map((host) => (
          <Arrival key={host.id} host={host} />
        ))}
        {awaited.slice(0, SHOWN_AWAITED).map(({ id, name, enrolledAt }) => (
          <li key={id} className="grid grid-cols-[22px_minmax(0,1fr)_auto] items-start gap-1 px-4 py-[5px]">
            <Glyph word="unknown" className="mt-0.5" />
            <span className="wrap-anywhere">
              <b className="font-medium">{name}</b> has enrolled but not reported yet
            </span>
            <span className="text-note text-ink-3">
              <TimeAgo at={enrolledAt} />
            </span>
          </li>
        ))}
        <li className="grid grid-cols-[22px_minmax(0,1fr)] gap-1 px-4 py-[5px] text-ink-3">
          <Glyph word={isSilent ? "unknown" : "not-applicable"} className="mt-0.5" />
          <span>
            {isSilent
              ? "No connection to the server; still waiting."
              : arrivals.length === 0
                ? "Nothing yet. A host appears here automatically as soon as its first report is stored."
                : "More hosts appear here and in the list automatically."}
          </span>
        </li>
      </ul>
    </>
  );
}

function Arrival({ host }: { host: HostRow }) {
  const pips = preparePips(host);
  return (
    <li className="grid grid-cols-[22px_minmax(0,1fr)_auto] items-start gap-1 bg-accent-soft px-4 py-[5px]">
      <Glyph word="pass" className="mt-0.5" />
      <span className="min-w-0">
        <Link href={`/hosts/${host.id}`} className="block font-medium wrap-anywhere hover:underline">
          {host.name}
        </Link>
        <span className="block text-sub text-ink-2">
          First report stored: {formatPlural(host.vms, "VM")}, agent {host.agentVersion},{" "}
          {sayPips(pips, false)}
        </span>
        <SectionPips pips={pips} />
      </span>
      <span className="text-note text-ink-3">
        <TimeAgo at={host.lastReportedAt} />
      </span>
    </li>
  );
}
