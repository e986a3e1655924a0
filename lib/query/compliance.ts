import { queryOptions } from "@tanstack/react-query";
import type { ComplianceView } from "@/lib/contract/api/compliance.ts";
import { fetchJson } from "./fetch-json.ts";

export interface ComplianceListing {
  /** The first day; the last one is today. */
  from: string;
  groupBy: ComplianceView["groupBy"];
}

export const complianceQueries = {
  /** Compliant VMs now and by day. */
  view: (listing: ComplianceListing) =>
    queryOptions({
      queryKey: ["compliance", listing],
      queryFn: ({ signal }) => fetchJson<ComplianceView>("/api/v1/compliance", { ...listing }, { signal }),
    }),
};
