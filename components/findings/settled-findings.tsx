"use client";

import { useQueries } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import type { FindingView } from "@/lib/contract/api/findings.ts";
import { type FindingListing, findingQueries } from "@/lib/query/findings.ts";

/** Frozen or resolved findings, each with its VM or host. */
export function SettledFindings({ listing }: { listing: FindingListing }) {
  const key = JSON.stringify(listing);
  // A cursor belongs to one query: another query starts with its first page.
  const [loaded, setLoaded] = useState<{ key: string; cursors: (string | null)[] }>({ key, cursors: [null] });
  const cursors = loaded.key === key ? loaded.cursors : [null];
  const results = useQueries({ queries: cursors.map((cursor) => findingQueries.page(listing, cursor)) });
  const [first] = results;
  const findings = results.flatMap(({ data }) => data?.items ?? []);
  const nextCursor = results.at(-1)?.data?.nextCursor ?? null;

  if (first?.isError && !first.data)
    return (
      <UnreadableState
        title="The findings could not be loaded"
        raw={first.error.message}
        actions={<Button onClick={() => void first.refetch()}>Try again</Button>}
      />
    );
  if (!first?.data) return <LoadingRows rows={12} rowHeight={40} label="Loading findings" />;
  if (findings.length === 0) return <EmptyState title={`No finding is ${listing.status}`} />;
  return (
    <>
      <table className="table-plain">
        <caption className="sr-only">Findings that are {listing.status}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-[30px]">
              <span className="sr-only">Severity</span>
            </th>
            <th scope="col" className="w-full">
              Finding
            </th>
            <th scope="col" className="max-tablet:hidden">
              VM or host
            </th>
            <th scope="col" className="max-tablet:hidden">
              Opened
            </th>
            <th scope="col" className="max-tablet:hidden">
              {listing.status === "frozen" ? "Frozen" : "Resolved"}
            </th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <Settled key={`${finding.host.id} ${finding.id}`} finding={finding} />
          ))}
        </tbody>
      </table>
      {nextCursor === null ? null : (
        <p className="border-t border-line px-4 py-3">
          <Button onClick={() => setLoaded({ key, cursors: [...cursors, nextCursor] })}>More findings</Button>
        </p>
      )}
    </>
  );
}

/** The VM with its host, or the host that the finding is about. */
function Subject({ finding: { vm, host } }: { finding: FindingView }) {
  return (
    <>
      <Link
        href={vm === null ? `/hosts/${host.id}` : `/vms/${vm.id}`}
        className="font-semibold wrap-anywhere hover:underline"
      >
        {vm?.name ?? host.name}
      </Link>
      {vm === null ? null : (
        <span className="text-note text-ink-3 tablet:block">
          <span className="tablet:hidden"> on </span>
          {host.name}
        </span>
      )}
    </>
  );
}

function Settled({ finding }: { finding: FindingView }) {
  const until = finding.resolvedAt ?? finding.frozenAt;
  return (
    <tr>
      <td>
        <Glyph word={finding.severity} label={finding.severity} />
      </td>
      <th scope="row" className="font-normal!">
        {finding.summary}
        <code className="block text-ink-3">{finding.rule}</code>
        <span className="block text-note text-ink-2 tablet:hidden">
          <Subject finding={finding} />
          {until === null ? null : (
            <>
              {" · "}
              {finding.resolvedAt === null ? "frozen " : "resolved "}
              <Moment at={until} />
            </>
          )}
        </span>
      </th>
      <td className="min-w-[160px] wrap-anywhere max-tablet:hidden">
        <Subject finding={finding} />
      </td>
      <td className="whitespace-nowrap max-tablet:hidden">
        <Moment at={finding.openedAt} />
      </td>
      <td className="whitespace-nowrap max-tablet:hidden">
        {until === null ? <span title="Its host is not reporting">–</span> : <Moment at={until} />}
        {finding.resolution === "no-longer-applies" ? (
          <span className="block text-note text-ink-3">no longer applies</span>
        ) : null}
      </td>
    </tr>
  );
}
