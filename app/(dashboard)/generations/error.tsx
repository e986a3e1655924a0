"use client";

import { Button } from "@/components/ui/button.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";

/** Drawing failed: nothing is said about the fleet. */
export default function GenerationsError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <UnreadableState
      title={<h1>The generations could not be drawn</h1>}
      raw={error.digest === undefined ? error.message : `Reference ${error.digest} in the server’s log`}
      actions={<Button onClick={reset}>Try again</Button>}
    >
      The hosts go on reporting; only this page failed.
    </UnreadableState>
  );
}
