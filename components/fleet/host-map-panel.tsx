"use client";

import Link from "next/link";
import { useMemo } from "react";
import { classes } from "@/components/ui/classes.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { FleetView } from "@/lib/contract/api/fleet.ts";
import { NO_CLUSTER, STANDALONE } from "@/lib/contract/api/no-cluster.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import type { VmHealth } from "@/components/vms/service-words.ts";
import { type HostSquares, prepareHostMap } from "./prepare-host-map.ts";

const INKS: Record<VmHealth, string> = {
  critical: "fill-critical",
  warning: "fill-warning",
  unknown: "fill-unknown/40",
  healthy: "fill-ok-fill/45",
  inactive: "fill-line-strong/60",
};

/** One square per VM. Problems stand out from the pale ones; the text of a host's line states the same. */
export function HostMapPanel({ fleet }: { fleet: FleetView }) {
  const map = useMemo(() => prepareHostMap(fleet.hostMap), [fleet.hostMap]);
  return (
    <Panel
      title="VMs by host"
      note={
        map.worst.length > 0
          ? `one square per VM, the ${map.worst.length} worst of ${formatPlural(fleet.hosts, "host")}`
          : `one square per VM, worst first, ${formatPlural(fleet.hosts, "host")}`
      }
    >
      <div className="px-3 pt-1 pb-2.5">
        {map.worst.length === 0 ? null : (
          <ul className="grid grid-cols-4 gap-x-3 gap-y-2.5 pt-2 tablet:grid-cols-6">
            {map.worst.map((host) => (
              <li key={host.id} className="min-w-0">
                <HostOfMap host={host} />
              </li>
            ))}
          </ul>
        )}
        {map.clusters.map((cluster) => (
          <section
            key={cluster.name ?? ""}
            aria-label={cluster.name ?? STANDALONE}
            className="grid gap-x-2 gap-y-0.5 border-b border-line pt-[7px] pb-1.5 last:border-b-0 tablet:grid-cols-[92px_minmax(0,1fr)]"
          >
            <h3 className="min-w-0 text-note font-semibold wrap-anywhere">
              <Link
                href={`/vms?${new URLSearchParams({ cluster: cluster.name ?? NO_CLUSTER }).toString()}`}
                className="hover:underline"
              >
                {cluster.name ?? STANDALONE}
              </Link>
              <small className="block text-head font-normal text-ink-3 max-tablet:inline max-tablet:pl-1.5">
                {formatPlural(cluster.hosts.length, "host")}, {formatCount(cluster.vms)}
              </small>
            </h3>
            <ul
              className={classes(
                "grid gap-x-2.5 gap-y-1.5",
                // Default host names are longer.
                cluster.name === null ? "grid-cols-2 tablet:grid-cols-4" : "grid-cols-4 tablet:grid-cols-6",
              )}
            >
              {cluster.hosts.map((host) => (
                <li key={host.id} className="min-w-0">
                  <HostOfMap host={host} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {map.others === 0 ? null : (
          <p className="pt-2.5 text-note text-ink-2">
            <Link href="/hosts" className="link">
              {formatPlural(map.others, "more host")}
            </Link>{" "}
            in the list.
          </p>
        )}
      </div>
    </Panel>
  );
}

function HostOfMap({ host }: { host: HostSquares }) {
  return (
    <Link
      href={`/hosts/${host.id}`}
      title={host.spoken}
      aria-label={host.spoken}
      className="block min-w-0 hover:bg-hover"
    >
      <span
        className={classes(
          "narrow flex items-center gap-[3px] text-head",
          host.hasCritical ? "font-semibold text-critical-ink" : "text-ink-2",
        )}
      >
        {host.freshness === "fresh" ? null : <Glyph word={host.freshness} size={12} />}
        {/* Hosts of a cluster differ in the end of their names, standalone hosts in the beginning: that part is never
            cut off. */}
        <bdi dir={host.isInCluster ? "rtl" : "ltr"} className="min-w-0 truncate text-left">
          <bdi dir="ltr">{host.short}</bdi>
        </bdi>
      </span>
      <svg
        viewBox={`0 0 ${host.columns} ${host.rows}`}
        className={classes("mt-0.5 block w-full max-w-[64px] wide:max-w-[84px]", host.isSilent && "hatched")}
        aria-hidden
      >
        {host.paths.map(({ health, d }) => (
          <path key={health} d={d} className={INKS[health]} />
        ))}
      </svg>
    </Link>
  );
}
