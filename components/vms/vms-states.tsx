"use client";

import { queryOptions, useQuery } from "@tanstack/react-query";
import { ToFirstHost } from "@/components/enrolment/to-first-host.tsx";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import type { ClosestName } from "@/lib/contract/api/vms.ts";
import { fetchJson, ProblemError } from "@/lib/query/fetch-json.ts";
import { vmQueries } from "@/lib/query/vms.ts";
import { type FilterToken, withoutToken } from "./prepare-filters.ts";
import { toFilters, toListing } from "./vm-listing.ts";
import type { VmUrl } from "./vm-search-params.ts";

/** No match: which filter to remove, and how many that would show. */
export function NoMatch({
  url,
  tokens,
  onDrop,
  onSearch,
  onClear,
}: {
  url: VmUrl;
  tokens: readonly FilterToken[];
  onDrop: (token: FilterToken) => void;
  onSearch: (word: string) => void;
  onClear: () => void;
}) {
  const word = url.search.trim();
  const { data: closest } = useQuery(closestName(url));
  const name = closest?.name ?? null;
  return (
    <EmptyState
      title={word === "" ? "No VM matches these filters" : `No VM matches “${word}”`}
      actions={
        <>
          {tokens.map((token) => (
            <DropButton key={`${token.name}:${token.value}`} url={url} token={token} onDrop={onDrop} />
          ))}
          {tokens.length > 1 ? (
            <Button look="quiet" onClick={onClear}>
              Clear all
            </Button>
          ) : null}
        </>
      }
    >
      {name === null ? null : (
        <p className="mb-1 wrap-anywhere">
          The closest name{tokens.length > 1 ? " with the other filters" : ""}:{" "}
          <button type="button" className="link" onClick={() => onSearch(name)}>
            {name}
          </button>
        </p>
      )}
      {tokens.length === 1
        ? "One filter is active. Without it:"
        : `${tokens.length} filters are active. Without one of them:`}
    </EmptyState>
  );
}

/** Asked only where a search found nothing, so not among the queries that every page of the list loads. */
function closestName(url: VmUrl) {
  const filters = toFilters(url);
  return queryOptions({
    queryKey: ["vms", "closest-name", filters],
    queryFn: ({ signal }) => fetchJson<ClosestName>("/api/v1/vms/closest-name", { ...filters }, { signal }),
    enabled: filters.search !== undefined,
    placeholderData: undefined,
    refetchInterval: false,
  });
}

function DropButton({
  url,
  token,
  onDrop,
}: {
  url: VmUrl;
  token: FilterToken;
  onDrop: (token: FilterToken) => void;
}) {
  const without = { ...url, ...withoutToken(url, token) };
  const { data } = useQuery(vmQueries.count(toListing(without)));
  // Removing it would change nothing.
  if (data?.total === 0) return null;
  return (
    <Button onClick={() => onDrop(token)}>
      Remove {token.words}
      <b>{data ? formatCount(data.total) : ""}</b>
    </Button>
  );
}

/** There are no VMs at all: the hosts report none, or no host has reported yet. */
export function NoVms({ hosts }: { hosts: number }) {
  return (
    <EmptyState
      title={hosts === 0 ? "No host has reported yet" : "The hosts report no VMs"}
      actions={hosts === 0 ? <ToFirstHost /> : undefined}
    >
      {hosts === 0
        ? "VMs appear here automatically with the first report of a host."
        : `${formatPlural(hosts, "host")} reported, and none of them has a VM. A new VM appears here as soon as it is reported.`}
    </EmptyState>
  );
}

/** The server refused the list, or failed. Three reasons, three answers. */
export function NotRead({
  error,
  onRetry,
  onClear,
}: {
  error: Error;
  onRetry: () => void;
  onClear: () => void;
}) {
  const retry = <Button onClick={onRetry}>Try again</Button>;
  if (error instanceof ProblemError && error.status === 403)
    return (
      <EmptyState title="You do not have permission to view the VMs" actions={retry}>
        <p>{error.message}</p>
        <p>An administrator of this server can change what your role can view.</p>
      </EmptyState>
    );
  if (error instanceof ProblemError && error.status < 500)
    return (
      <UnreadableState
        title="The address contains a filter that this list does not support"
        raw={[
          error.message,
          ...(error.problem.errors ?? []).map((each) => `${each.path}: ${each.message}`),
        ].join("\n")}
        actions={<Button onClick={onClear}>Remove all filters</Button>}
      >
        The link may be for an older or newer version of this server.
      </UnreadableState>
    );
  return (
    <UnreadableState title="The VMs could not be loaded" raw={error.message} actions={retry}>
      The server reported an error; its log has the reason.
    </UnreadableState>
  );
}
