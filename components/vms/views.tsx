"use client";

import { useQuery } from "@tanstack/react-query";
import { memo } from "react";
import { ViewLinks } from "@/components/ui/view-links.tsx";
import type { FleetView } from "@/lib/contract/api/fleet.ts";
import { fleetQueries } from "@/lib/query/fleet.ts";
import type { VmFilters } from "@/lib/query/vms.ts";
import { toFilters, toVmHref } from "./vm-listing.ts";
import type { VmUrl } from "./vm-search-params.ts";

interface View {
  label: string;
  filters: VmFilters;
  count: (fleet: FleetView) => number;
}

/** The daily questions, in the operator's words. */
const VIEWS: readonly View[] = [
  { label: "All", filters: {}, count: (fleet) => fleet.vms },
  {
    label: "Needs attention",
    filters: { health: ["critical", "warning"] },
    count: (fleet) => fleet.health.critical + fleet.health.warning,
  },
  { label: "Unknown", filters: { health: ["unknown"] }, count: (fleet) => fleet.health.unknown },
  {
    label: "Backups that cannot quiesce",
    filters: { service: ["vss:failed"] },
    count: (fleet) => fleet.services.vss.failed,
  },
  {
    label: "Silent or failing guests",
    filters: { service: ["heartbeat:failed"] },
    count: (fleet) => fleet.services.heartbeat.failed,
  },
  { label: "Generation 1", filters: { generation: ["1"] }, count: (fleet) => fleet.generation["1"] },
];

export const Views = memo(function Views({ url }: { url: VmUrl }) {
  const { data: fleet } = useQuery(fleetQueries.view());
  const current = JSON.stringify(toFilters(url));
  const views = VIEWS.map(({ label, filters, count }) => ({
    label,
    href: toVmHref(filters),
    isCurrent: current === JSON.stringify(filters),
    count: fleet ? count(fleet) : null,
  }));
  return <ViewLinks views={views} />;
});
