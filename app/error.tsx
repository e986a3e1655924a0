"use client";

/** A failure outside the frame: at sign-in, or in the frame itself. */
export default function RootError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="grid min-h-dvh content-center justify-items-center gap-1.5 px-4">
      <h1 className="text-large font-semibold">The server could not render this page</h1>
      <p className="font-mono text-[12px]/[17px] wrap-anywhere">
        {error.digest === undefined ? error.message : `Reference ${error.digest} in the server log`}
      </p>
      <p className="text-ink-2">
        The database may be unavailable or starting. Agents store undelivered reports and send them later.
      </p>
      {/* The Button component would be loaded again with every page, since this page can replace any of them. */}
      <button type="button" className="button" onClick={reset}>
        Try again
      </button>
    </main>
  );
}
