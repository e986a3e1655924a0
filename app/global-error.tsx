"use client";

import "./globals.css";

/** The last resort: the root layout itself failed, so nothing of it can be used. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    // Of the document that is replaced only the theme is kept.
    <html
      lang="en"
      data-theme={globalThis.document?.documentElement.dataset["theme"]}
      suppressHydrationWarning
    >
      <head>
        <title>Error · Innkeeper</title>
      </head>
      <body>
        <main className="grid min-h-dvh content-center justify-items-center gap-2 px-6">
          <h1 className="text-hero font-semibold">Innkeeper could not be displayed</h1>
          <p className="text-large text-ink-2">
            {error.digest === undefined ? error.message : `Reference ${error.digest} in the server log`}
          </p>
          <button type="button" className="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
