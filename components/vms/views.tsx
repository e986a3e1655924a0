"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { memo } from "react";
import { classes } from "@/components/ui/classes.ts";
import type { FleetView } from "@/lib/contract/api/fleet.ts";
import { formatCount } from "@/lib/format/count.ts";
import { fleetQueries } from "@/lib/query/fleet.ts";
import type { VmFilters } from "@/lib/query/vms.ts";
import { toFilters, toVmHref, type VmUrl } from "./vm-search-params.ts";

interface View {
  label: string;
  filters: VmFilters;
  count: (fleet: FleetView) => number;
}

/** The questions that are asked every morning, in the operator's words. */
const VIEWS: readonly View[] = [
  { label: "All", filters: {}, count: (fleet) => fleet.vms },
  {
    label: "Needs a hand",
    filters: { health: ["critical", "warning"] },
    count: (fleet) => fleet.health.critical + fleet.health.warning,
  },
  { label: "Not known", filters: { health: ["unknown"] }, count: (fleet) => fleet.health.unknown },
  {
    label: "Backups that cannot freeze",
    filters: { service: ["vss:failed"] },
    count: (fleet) => fleet.services.vss.failed,
  },
  {
    label: "Silent or dying guests",
    filters: { service: ["heartbeat:failed"] },
    count: (fleet) => fleet.services.heartbeat.failed,
  },
  { label: "Generation 1", filters: { generation: ["1"] }, count: (fleet) => fleet.generation["1"] },
];

export const Views = memo(function Views({ url }: { url: VmUrl }) {
  const { data: fleet } = useQuery(fleetQueries.view());
  const current = JSON.stringify(toFilters(url));
  return (
    <nav
      aria-label="Views"
      className="no-scrollbar flex flex-none overflow-x-auto border-b border-line px-1 tablet:px-4"
    >
      {VIEWS.map((view) => {
        const isCurrent = current === JSON.stringify(view.filters);
        return (
          <Link
            key={view.label}
            href={toVmHref(view.filters)}
            prefetch={false}
            aria-current={isCurrent ? "page" : undefined}
            className={classes(
              "focus-inside border-b-2 px-2.5 pt-[5px] pb-1.5 text-sub whitespace-nowrap",
              isCurrent ? "border-accent font-semibold" : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {view.label}
            {fleet ? <span className="font-normal text-ink-3"> {formatCount(view.count(fleet))}</span> : null}
          </Link>
        );
      })}
    </nav>
  );
});
