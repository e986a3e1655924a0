import type { Metadata } from "next";
import { createLoader } from "nuqs/server";
import { KeepPlace } from "@/app/keep-place.tsx";
import { Hydrate, prefetch } from "@/app/prefetch.tsx";
import { CompliancePage } from "@/components/compliance/compliance-page.tsx";
import {
  complianceSearchParams,
  toComplianceListing,
} from "@/components/compliance/compliance-search-params.ts";
import { toDay } from "@/lib/format/day.ts";
import { complianceQueries } from "@/lib/query/compliance.ts";
import { getComplianceDay } from "@/lib/services/compliance/get-compliance-day.ts";
import { getCompliance } from "@/lib/services/compliance/get-compliance.ts";
import { getTimeToFix } from "@/lib/services/compliance/get-time-to-fix.ts";

export const metadata: Metadata = { title: "Compliance" };

const loadComplianceUrl = createLoader(complianceSearchParams);

export default async function ComplianceRoute({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const now = new Date();
  const today = toDay(now.getTime());
  const url = await loadComplianceUrl(searchParams);
  const listing = toComplianceListing(url, today);
  const asked = url.day === null ? null : { day: url.day < today ? url.day : today, groupBy: url.by };
  await Promise.all([
    prefetch(complianceQueries.view(listing), () => getCompliance(listing, now)),
    prefetch(complianceQueries.timeToFix(listing.from), () => getTimeToFix({ from: listing.from }, now)),
    asked === null ? null : prefetch(complianceQueries.day(asked), () => getComplianceDay(asked, now)),
  ]);

  return (
    <Hydrate>
      <CompliancePage />
      <KeepPlace />
    </Hydrate>
  );
}
