"use client";

import { Button } from "@/components/ui/button.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";

/** A page that failed inside the frame: the frame stays, the rest can be tried again. */
export default function DashboardError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <UnreadableState
      title="This page could not be drawn"
      raw={error.digest === undefined ? error.message : `Reference ${error.digest} in the server’s log`}
      actions={<Button onClick={reset}>Try again</Button>}
    >
      The rest of Innkeeper works. What the agents report is not touched by this.
    </UnreadableState>
  );
}
