import "server-only";
import {
  type DataTag,
  dehydrate,
  HydrationBoundary,
  type QueryClient,
  type QueryKey,
} from "@tanstack/react-query";
import { cache, type ReactNode } from "react";
import { makeQueryClient } from "./make-query-client.ts";

/** One client per request: what a page prefetches, its `Hydrate` passes to the browser. */
export const getQueryClient: () => QueryClient = cache(() => makeQueryClient());

/** Fills the cache directly from a service; a failure is left for the browser to retry. */
export async function prefetch<Data>(
  query: { queryKey: DataTag<QueryKey, Data, Error> },
  load: () => Promise<NoInfer<Data>>,
): Promise<Data | null> {
  try {
    return await getQueryClient().query<Data>({ queryKey: query.queryKey, queryFn: load });
  } catch {
    return null;
  }
}

/** Passes what was prefetched above it to the browser. */
export function Hydrate({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
