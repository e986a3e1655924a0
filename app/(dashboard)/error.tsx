"use client";

import { Button } from "@/components/ui/button.tsx";

/** A page that failed inside the frame: the frame stays, the rest can be tried again. */
export default function DashboardError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div className="grid justify-items-start gap-1.5 px-4 py-6">
      <h1 className="text-large font-semibold">This page could not be drawn</h1>
      <p className="font-mono text-[12px]/[17px] wrap-anywhere">
        {error.digest === undefined ? error.message : `Reference ${error.digest} in the server’s log`}
      </p>
      <p className="text-ink-2">
        The rest of Innkeeper works. What the agents report is not touched by this.
      </p>
      <Button onClick={reset}>Try again</Button>
    </div>
  );
}
