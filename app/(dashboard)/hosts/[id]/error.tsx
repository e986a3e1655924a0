"use client";

import { Button } from "@/components/ui/button.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";

/** Drawing failed, not the host: nothing is said about its health. */
export default function HostError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <UnreadableState
      title={<h1>This host’s page could not be drawn</h1>}
      raw={error.digest === undefined ? error.message : `Reference ${error.digest} in the server’s log`}
      actions={<Button onClick={reset}>Try again</Button>}
    >
      The host goes on reporting; only this page failed.
    </UnreadableState>
  );
}
