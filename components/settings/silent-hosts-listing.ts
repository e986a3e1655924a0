import type { HostListing } from "@/lib/query/hosts.ts";

/** What does not report, the longest silent first: asked by the settings on the server and in the browser alike. */
export const SILENT_HOSTS: HostListing = {
  freshness: ["stale", "missing", "retired"],
  sort: "lastReportedAt",
};
