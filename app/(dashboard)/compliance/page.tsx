import type { Metadata } from "next";
import { CompliancePage } from "@/components/compliance/compliance-page.tsx";
import { loadComplianceUrl, toComplianceListing } from "@/components/compliance/compliance-search-params.ts";
import { toDay } from "@/lib/format/day.ts";
import { complianceQueries } from "@/lib/query/compliance.ts";
import { Hydrate, prefetch } from "@/lib/query/server.tsx";
import { getCompliance } from "@/lib/services/compliance/get-compliance.ts";

export const metadata: Metadata = { title: "Compliance" };

export default async function ComplianceRoute({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const now = new Date();
  const listing = toComplianceListing(await loadComplianceUrl(searchParams), toDay(now.getTime()));
  await prefetch(complianceQueries.view(listing), () => getCompliance(listing, now));

  return (
    <Hydrate>
      <CompliancePage />
    </Hydrate>
  );
}
