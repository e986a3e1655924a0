import type { HostRow } from "@/lib/contract/api/hosts.ts";

/** Hosts that have appeared since the waiting began, newest first. */
export function prepareArrivals(hosts: readonly HostRow[], known: ReadonlySet<string>): HostRow[] {
  return hosts
    .filter(({ id }) => !known.has(id))
    .toSorted((a, b) => Date.parse(b.lastReportedAt) - Date.parse(a.lastReportedAt));
}
