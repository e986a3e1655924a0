"use client";

import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import { NoContactError, ProblemError } from "@/lib/query/fetch-json.ts";

/** The list could not be loaded. Three reasons, three answers. */
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
  const isGone = error instanceof NoContactError;
  return (
    <UnreadableState
      title={isGone ? "The server is not responding, so there is no list yet" : "The VMs could not be loaded"}
      raw={isGone ? "" : error.message}
      actions={retry}
    >
      {isGone
        ? "The page retries automatically. Agents store undelivered reports and send them later: nothing is lost."
        : "The server reported an error; its log has the reason."}
    </UnreadableState>
  );
}
