import {
  defaultShouldDehydrateQuery,
  keepPreviousData,
  type QueryCache,
  QueryClient,
} from "@tanstack/react-query";
import { nextPollMs } from "./contact.ts";

/**
 * The one way in which screens refresh: every 10 s while they are looked at. Old data stays until new data is there,
 * and a failure is shown by the strip of the shell, not by emptying the screen.
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
      dehydrate: {
        // A prefetch that was started and not awaited streams to the browser.
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
    },
  });
}
