"use client";

import { Button } from "@/components/ui/button.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";

/** Drawing failed, not the VM: nothing is said about its health. */
export default function VmError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <UnreadableState
      title={<h1>This VM’s page could not be drawn</h1>}
      raw={error.digest === undefined ? error.message : `Reference ${error.digest} in the server’s log`}
      actions={<Button onClick={reset}>Try again</Button>}
    >
      This says nothing about the VM itself. The lists and the other pages work.
    </UnreadableState>
  );
}
