"use client";

import { useQuery } from "@tanstack/react-query";
import type { GuideKind } from "@/lib/format/guide-href.ts";
import { fleetQueries } from "@/lib/query/fleet.ts";
import { prepareIndexCount } from "./prepare-guide-live.ts";

/** How many VMs have trouble with it now; the shell has read that already. */
export function IndexCount({ kind, of }: { kind: GuideKind; of: string }) {
  const { data: fleet } = useQuery(fleetQueries.view());
  const count = fleet && prepareIndexCount(fleet, kind, of);
  if (!count) return null;
  return (
    <span className={count.isCritical ? "guide-count text-critical-ink" : "guide-count text-warning-ink"}>
      {count.vms}
      <span className="sr-only"> in trouble</span>
    </span>
  );
}
