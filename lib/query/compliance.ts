import { queryOptions } from "@tanstack/react-query";
import type { ComplianceDayView, ComplianceView } from "@/lib/contract/api/compliance.ts";
import type { TimeToFixView } from "@/lib/contract/api/time-to-fix.ts";
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

  /** One day by itself, whether inside the range or not. */
  day: (asked: { day: string; groupBy: ComplianceView["groupBy"] }) =>
    queryOptions({
      queryKey: ["compliance", "day", asked],
      queryFn: ({ signal }) =>
        fetchJson<ComplianceDayView>("/api/v1/compliance/day", { ...asked }, { signal }),
    }),

  /** How long findings that were fixed in the range had been open. */
  timeToFix: (from: string) =>
    queryOptions({
      queryKey: ["compliance", "time-to-fix", from],
      queryFn: ({ signal }) =>
        fetchJson<TimeToFixView>("/api/v1/compliance/time-to-fix", { from }, { signal }),
    }),
};
