"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FacetHead, FacetValue } from "@/components/ui/facet.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { fleetQueries } from "@/lib/query/fleet.ts";
import type { HostUrl } from "./host-search-params.ts";
import { prepareHostFacets, toggle } from "./prepare-host-facets.ts";

/** Clusters that are shown from the start; those that are chosen always are. */
const SHOWN_CLUSTERS = 12;

export type SetHostUrl = (change: Partial<{ [Name in keyof HostUrl]: HostUrl[Name] | null }>) => void;

/** What the hosts may be narrowed to, with how many that would bring. */
export function HostFacetsAside({ url, setUrl }: { url: HostUrl; setUrl: SetHostUrl }) {
  return (
    <aside className="hidden border-r border-line pt-2 pb-6 desk:block" aria-label="Filters">
      <HostFacetLists url={url} setUrl={setUrl} />
    </aside>
  );
}

export function HostFacetLists({ url, setUrl }: { url: HostUrl; setUrl: SetHostUrl }) {
  const { data: fleet } = useQuery(fleetQueries.view());
  const facets = prepareHostFacets(fleet?.hostMap ?? [], url);
  const [isWhole, setIsWhole] = useState(false);
  const clusters = facets.cluster.filter(
    ({ isChosen }, index) => isWhole || index < SHOWN_CLUSTERS || isChosen,
  );
  return (
    <>
      <FacetHead>Freshness</FacetHead>
      <ul>
        {facets.freshness.map((value) => (
          <FacetValue
            key={value.value}
            value={value}
            most={fleet?.hosts ?? 1}
            glyph={<Glyph word={value.value} />}
            onToggle={() => setUrl({ freshness: toggle(url.freshness, value.value) })}
          />
        ))}
      </ul>
      {facets.cluster.length === 0 ? null : <FacetHead>Cluster</FacetHead>}
      <ul>
        {clusters.map((value) => (
          <FacetValue
            key={value.value}
            value={value}
            most={Math.max(1, ...facets.cluster.map(({ count }) => count))}
            glyph={<i className="tick-box" data-ticked={value.isChosen} aria-hidden />}
            onToggle={() => setUrl({ cluster: toggle(url.cluster, value.value) })}
          />
        ))}
        {clusters.length === facets.cluster.length ? null : (
          <li>
            <button
              type="button"
              className="focus-inside min-h-6 w-full pl-[34px] text-left text-sub text-ink-2 hover:bg-hover"
              onClick={() => setIsWhole(true)}
            >
              {facets.cluster.length - clusters.length} more
            </button>
          </li>
        )}
      </ul>
    </>
  );
}
