"use client";

import { useQueries } from "@tanstack/react-query";
import { vmQueries } from "@/lib/query/vms.ts";
import { CAPABILITY_STATUSES, prepareCapabilityShares } from "./prepare-guide-live.ts";
import { Shares } from "./shares.tsx";

/** How many VMs use a capability, could use it, or cannot. */
export function CapabilityShares({ capability }: { capability: string }) {
  const counts = useQueries({
    queries: CAPABILITY_STATUSES.map((status) =>
      vmQueries.count({ capability: [`${capability}:${status}`] }),
    ),
  });
  const shares = prepareCapabilityShares(
    capability,
    counts.map(({ data }) => data?.total),
  );
  if (shares !== null) return <Shares title="VMs" shares={shares} />;
  return (
    <p className="text-note text-ink-3">
      {counts.some(({ isError }) => isError) ? "The counts could not be loaded." : "Counting…"}
    </p>
  );
}
