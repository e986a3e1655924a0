import type { HostListing } from "@/lib/query/hosts.ts";

/** Hosts not reporting, longest silent first: the same request on the server and in the browser. */
export const SILENT_HOSTS: HostListing = {
  freshness: ["stale", "missing", "retired"],
  sort: "lastReportedAt",
};
