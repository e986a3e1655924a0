"use client";

import { Button } from "@/components/ui/button.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";

/** Something failed outside the frame, on the way to signing in or to the frame itself. */
export default function RootError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="grid min-h-dvh content-center justify-items-center">
      <UnreadableState
        title="The server could not draw this page"
        raw={error.digest === undefined ? error.message : `Reference ${error.digest} in the server’s log`}
        actions={<Button onClick={reset}>Try again</Button>}
      >
        The database may be away or starting. Agents keep what they could not deliver and send it later.
      </UnreadableState>
    </main>
  );
}
