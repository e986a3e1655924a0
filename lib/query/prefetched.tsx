"use client";

import { type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";

/** What the server read for a page. */
export interface Answer {
  queryKey: QueryKey;
  data: unknown;
  updatedAt: number;
}

/**
 * Fills the browser's cache from the page. The library's own component can also stream pending queries and restore
 * mutations, which no page does; every page would load 0.5 kB for it.
 */
export function Prefetched({ answers, children }: { answers: readonly Answer[]; children: ReactNode }) {
  const client = useQueryClient();
  // Before the components below read, in the first render; what is already displayed changes only after it.
  addUnknown(client, answers);
  useEffect(() => addNewer(client, answers), [client, answers]);
  return children;
}

export function addUnknown(client: QueryClient, answers: readonly Answer[]): void {
  for (const { queryKey, data, updatedAt } of answers)
    if (!client.getQueryState(queryKey)) client.setQueryData(queryKey, data, { updatedAt });
}

/** A page from Next's cache may be older than what polling has read since. */
export function addNewer(client: QueryClient, answers: readonly Answer[]): void {
  for (const { queryKey, data, updatedAt } of answers)
    if (updatedAt > (client.getQueryState(queryKey)?.dataUpdatedAt ?? 0))
      client.setQueryData(queryKey, data, { updatedAt });
}
