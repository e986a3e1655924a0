import { Button } from "@/components/ui/button.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";

/** The list could not be requested. Part of the first load, because nothing can be loaded without a server. */
export function NoContact({ onRetry }: { onRetry: () => void }) {
  return (
    <UnreadableState
      title="The server is not responding, so there is no list yet"
      actions={<Button onClick={onRetry}>Try again</Button>}
    >
      The page retries automatically. Agents store undelivered reports and send them later: nothing is lost.
    </UnreadableState>
  );
}
