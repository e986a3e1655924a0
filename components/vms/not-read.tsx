"use client";

import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import { NoContactError, ProblemError } from "@/lib/query/fetch-json.ts";

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
      <EmptyState title="You may not see the list of VMs" actions={retry}>
        <p>{error.message}</p>
        <p>An administrator of this server can change what your role sees.</p>
      </EmptyState>
    );
  if (error instanceof ProblemError && error.status < 500)
    return (
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
    );
  const isGone = error instanceof NoContactError;
  return (
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
  );
}
