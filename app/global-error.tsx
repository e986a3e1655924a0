"use client";

import "./globals.css";
import { useState } from "react";
import { readTheme } from "@/components/shell/theme.ts";

/** The last net: the root layout itself failed, so nothing of it can be used. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  // Of what is being replaced the theme is all that is worth keeping.
  const [theme] = useState(() => (typeof document === "undefined" ? "system" : readTheme()));
  return (
    <html lang="en" {...(theme === "system" ? {} : { "data-theme": theme })} suppressHydrationWarning>
      <head>
        <title>Not drawn · Innkeeper</title>
      </head>
      <body>
        <main className="grid min-h-dvh content-center justify-items-center gap-2 px-6">
          <h1 className="text-hero font-semibold">Innkeeper could not be drawn</h1>
          <p className="text-large text-ink-2">
            {error.digest === undefined ? error.message : `Reference ${error.digest} in the server’s log`}
          </p>
          <button type="button" className="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
