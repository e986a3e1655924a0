import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { UnreadableState } from "./unreadable-state.tsx";

/** What Next reports about a page that could not be rendered. */
export interface PageFailure {
  /** With a `digest` the message is only in the server log. */
  error: Error & { digest?: string };
  reset: () => void;
}

/** Rendering failed, not the fleet: nothing is stated about it. */
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
