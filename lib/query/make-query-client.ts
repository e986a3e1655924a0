import { keepPreviousData, type QueryCache, QueryClient } from "@tanstack/react-query";
import { nextPollMs } from "./contact.ts";

/**
 * How every page refreshes: every 10 s while visible. Old data stays until new data arrives, and a failure is shown by
 * the shell's strip, not by emptying the page.
 */
export function makeQueryClient(queryCache?: QueryCache): QueryClient {
  return new QueryClient({
    ...(queryCache ? { queryCache } : {}),
    defaultOptions: {
      queries: {
        staleTime: 8000,
        gcTime: 5 * 60_000,
        refetchInterval: nextPollMs,
        refetchOnWindowFocus: true,
        retry: false,
        placeholderData: keepPreviousData,
      },
    },
  });
}
