import "server-only";
import type { DataTag, QueryClient, QueryKey } from "@tanstack/react-query";
import { cache, type ReactNode } from "react";
import { makeQueryClient } from "@/lib/query/make-query-client.ts";
import { Prefetched } from "@/lib/query/prefetched.tsx";
import { requireViewer } from "./require-viewer.ts";

/** One client per request: what a page prefetches, its `Hydrate` passes to the browser. */
const getQueryClient: () => QueryClient = cache(() => makeQueryClient());

/** Fills the cache directly from a service, for signed-in users only; a failure is left for the browser to retry. */
export async function prefetch<Data>(
  query: { queryKey: DataTag<QueryKey, Data, Error> },
  load: () => Promise<NoInfer<Data>>,
): Promise<Data | null> {
  await requireViewer();
  try {
    return await getQueryClient().query<Data>({ queryKey: query.queryKey, queryFn: load });
  } catch {
    return null;
  }
}

/** Passes what was prefetched above it to the browser. What could not be read is left for the browser to request. */
export function Hydrate({ children }: { children: ReactNode }) {
  const answers = getQueryClient()
    .getQueryCache()
    .findAll()
    .flatMap(({ queryKey, state: { data, dataUpdatedAt } }) =>
      data === undefined ? [] : [{ queryKey, data, updatedAt: dataUpdatedAt }],
    );
  return <Prefetched answers={answers}>{children}</Prefetched>;
}
