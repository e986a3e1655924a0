/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a virtual grid are placed, which those of a table are not */
"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import { formatCount, formatPlural, formatTotal } from "@/lib/format/count.ts";
import { NoContactError, ProblemError } from "@/lib/query/fetch-json.ts";
import { vmQueries } from "@/lib/query/vms.ts";
import { type FilterToken, withoutToken } from "./prepare-filters.ts";
import { SERVICE_ORDER } from "./service-words.ts";
import { toListing, type VmUrl } from "./vm-search-params.ts";

/** The frame while the first page is on its way: its hairlines are for the eye, a reader hears one word. */
export function LoadingLines() {
  return (
    <InGrid>
      <output className="sr-only">Loading the VMs</output>
      <div className="appear-late" aria-hidden>
        {WIDTHS.map((width) => (
          <div key={width} className="matrix-line mx-row">
            <span className="mx-select" />
            <span className="mx-health">
              <i className="mx-ghost" />
            </span>
            <span className="mx-name">
              <i className="mx-ghost-text" style={{ width: `${width}%` }} />
            </span>
            <span className="mx-os">
              <i className="mx-ghost-text w-14" />
            </span>
            <span className="mx-findings" />
            {SERVICE_ORDER.map((key, index) => (
              <span key={key} className="mx-cell" style={{ "--at": index + 2 }}>
                <i className="mx-ghost" />
              </span>
            ))}
          </div>
        ))}
      </div>
    </InGrid>
  );
}

const WIDTHS = [72, 44, 58, 81, 50, 64, 70, 39, 55, 76, 48, 62, 84, 51] as const;

/** Nothing matches: which filter to drop, and what that would bring. */
export function NoMatch({
  url,
  tokens,
  onDrop,
  onClear,
}: {
  url: VmUrl;
  tokens: readonly FilterToken[];
  onDrop: (token: FilterToken) => void;
  onClear: () => void;
}) {
  const word = url.search.trim();
  return (
    <InGrid>
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
        {tokens.length === 1
          ? "There is one filter in force. Without it:"
          : `There are ${tokens.length} filters in force. Without one of them:`}
      </EmptyState>
    </InGrid>
  );
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
  // Dropping it would change nothing.
  if (data?.total === 0) return null;
  return (
    <Button onClick={() => onDrop(token)}>
      Drop {token.words}
      <b>
        {data ? (typeof data.total === "number" ? formatCount(data.total) : formatTotal(data.total)) : ""}
      </b>
    </Button>
  );
}

/** There is no VM at all: hosts report none, or none has reported yet. */
export function NoVms({ hosts }: { hosts: number }) {
  return (
    <InGrid>
      <EmptyState title={hosts === 0 ? "No host has reported yet" : "The hosts report no VM"}>
        {hosts === 0
          ? "VMs appear here by themselves with the first report of a host. How to enrol one stands on the fleet page."
          : `${formatPlural(hosts, "host")} reported, and none of them has a VM. As soon as one is made, it stands here.`}
      </EmptyState>
    </InGrid>
  );
}

/** The list could not be read. Three reasons, three answers. */
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
      <InGrid>
        <EmptyState title="You may not see the list of VMs" actions={retry}>
          <p>{error.message}</p>
          <p>An administrator of this server can change what your role sees.</p>
        </EmptyState>
      </InGrid>
    );
  if (error instanceof ProblemError && error.status < 500)
    return (
      <InGrid>
        <UnreadableState
          title="The address asks for something that this list does not know"
          raw={[
            error.message,
            ...(error.problem.errors ?? []).map((each) => `${each.path}: ${each.message}`),
          ].join("\n")}
          actions={<Button onClick={onClear}>Drop all filters</Button>}
        >
          A link may be older or newer than this server.
        </UnreadableState>
      </InGrid>
    );
  const isGone = error instanceof NoContactError;
  return (
    <InGrid>
      <UnreadableState
        title={
          isGone ? "The server does not answer, so there is no list yet" : "The list of VMs could not be read"
        }
        raw={isGone ? "" : error.message}
        actions={retry}
      >
        {isGone
          ? "It is asked again by itself. Agents keep what they cannot deliver and send it later: nothing is lost."
          : "The server says that it failed; its log has the reason."}
      </UnreadableState>
    </InGrid>
  );
}

/** A message where rows would stand keeps the grid whole: one row, one cell. */
function InGrid({ children }: { children: ReactNode }) {
  return (
    <div role="rowgroup">
      <div role="row">
        <div role="gridcell">{children}</div>
      </div>
    </div>
  );
}
