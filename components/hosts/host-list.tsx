"use client";

// Table elements cannot fold into blocks, as these rows do on a phone, without losing their meaning for screen readers.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */

import { useMemo, useRef } from "react";
import type { HostFacets, HostRow as Host } from "@/lib/contract/api/hosts.ts";
import { HostBand } from "./host-band.tsx";
import { HostListHead } from "./host-list-head.tsx";
import { HostRow } from "./host-row.tsx";
import { prepareBands } from "./prepare-hosts.ts";
import { type HostLine, useHostLines } from "./use-host-lines.ts";

/** Hosts as rows of two lines; at 390 each is a block of four. All VM bars share one scale. */
export function HostList({
  hosts,
  isBanded,
  drift,
}: {
  hosts: readonly Host[];
  isBanded: boolean;
  /** The technologies in which the nodes of a cluster differ. */
  drift: HostFacets["drift"];
}) {
  const mostVms = Math.max(1, ...hosts.map(({ vms }) => vms));
  const lines = useMemo(
    () =>
      prepareBands(hosts, isBanded).flatMap((band): HostLine[] => [
        ...(band.cluster === undefined ? [] : [{ key: `band ${band.cluster ?? ""}`, band }]),
        ...band.hosts.map((host) => ({ key: host.id, host })),
      ]),
    [hosts, isBanded],
  );
  const body = useRef<HTMLDivElement>(null);
  const { items, totalHeight, measure, styleOf } = useHostLines(lines, body);
  return (
    <div
      role="table"
      aria-label="Hosts"
      aria-rowcount={lines.length + 1}
      className="bg-panel [--host-head:48px] max-tablet:[--host-head:21px]"
    >
      <HostListHead hosts={hosts} />
      <div ref={body} role="rowgroup" className="relative" style={{ minHeight: totalHeight }}>
        {items.map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <div
              key={line.key}
              ref={measure}
              role="row"
              aria-rowindex={index + 2}
              data-index={index}
              className="bg-panel"
              style={styleOf(index, start)}
            >
              {"band" in line ? (
                <HostBand band={line.band} drift={drift} />
              ) : (
                <HostRow host={line.host} mostVms={mostVms} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
