"use client";

import { QueryCache, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { ClockProvider } from "@/components/ui/now.tsx";
import { ProblemError } from "@/lib/query/fetch-json.ts";
import { makeQueryClient } from "@/lib/query/make-query-client.ts";
import { makeClock } from "./make-clock.ts";
import { useLinksWithin } from "./use-links-within.ts";

/** The one query client of the browser, the URL's state, its history, and the clock. */
export function Providers({ serverNowMs, children }: { serverNowMs: number; children: ReactNode }) {
  const [client] = useState(() => makeQueryClient(new QueryCache({ onError: leaveIfSignedOut })));
  const [clock] = useState(() => makeClock(serverNowMs));
  useLinksWithin();
  return (
    <NuqsAdapter>
      <QueryClientProvider client={client}>
        <ClockProvider clock={clock}>{children}</ClockProvider>
      </QueryClientProvider>
    </NuqsAdapter>
  );
}

/** A session that ended elsewhere ends here, too, and signing in again returns to this page. */
function leaveIfSignedOut(error: Error): void {
  if (!(error instanceof ProblemError) || error.status !== 401) return;
  const { pathname, search } = window.location;
  if (pathname.startsWith("/sign-in") || pathname.startsWith("/welcome")) return;
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}
