import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { UnreadableState } from "./unreadable-state.tsx";

/** What Next tells a page that could not be drawn. */
export interface PageFailure {
  /** With a `digest` the message stands in the server's log alone. */
  error: Error & { digest?: string };
  reset: () => void;
}

/** Drawing failed, not what would be drawn: nothing is said about the fleet. */
export function PageError({
  title,
  error,
  reset,
  children,
}: PageFailure & { title: string; children: ReactNode }) {
  return (
    <UnreadableState
      title={<h1>{title}</h1>}
      raw={error.digest === undefined ? error.message : `Reference ${error.digest} in the server log`}
      actions={<Button onClick={reset}>Try again</Button>}
    >
      {children}
    </UnreadableState>
  );
}
