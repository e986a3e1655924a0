"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FacetHead, FacetValue } from "@/components/ui/facet.tsx";
import { FacetTable } from "@/components/ui/facet-table.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { HEALTH_ORDER, HEALTH_WORDS } from "@/components/vms/service-words.ts";
import { hostQueries } from "@/lib/query/hosts.ts";
import {
  type HostTechnologyWord,
  type HostUrl,
  isTechnologyWord,
  toHostFilters,
} from "./host-search-params.ts";
import { HOST_TECHNOLOGY_COLUMNS, HOST_TECHNOLOGY_ORDER } from "./host-technologies.ts";
import { type ListedFacet, prepareFacetValues, prepareFreshness, toggle } from "./prepare-host-facets.ts";

/** Values of a filter that are shown at first; selected values are always shown. */
const SHOWN_VALUES = 12;
const STATUSES = ["configured", "blocked", "active"] as const;

export type SetHostUrl = (change: Partial<{ [Name in keyof HostUrl]: HostUrl[Name] | null }>) => void;

/** The filters of the hosts list, with the number of hosts for each value. */
export function HostFacetsAside({ url, setUrl }: { url: HostUrl; setUrl: SetHostUrl }) {
  return (
    <aside className="hidden border-r border-line pt-2 pb-6 desk:block" aria-label="Filters">
      <HostFacetLists url={url} setUrl={setUrl} />
    </aside>
  );
}

export function HostFacetLists({ url, setUrl }: { url: HostUrl; setUrl: SetHostUrl }) {
  const { data: facets } = useQuery(hostQueries.facets(toHostFilters(url)));
  const freshness = prepareFreshness(facets, url.freshness);
  const healthOf = (word: string) => facets?.health.find(({ value }) => value === word)?.count ?? 0;
  const list = (name: ListedFacet, title: string) => (
    <FacetList
      title={title}
      values={prepareFacetValues(name, facets, url[name])}
      onToggle={(value) => setUrl({ [name]: toggle<string>(url[name], value) })}
    />
  );
  return (
    <>
      <FacetHead>Freshness</FacetHead>
      <ul>
        {freshness.map((value) => (
          <FacetValue
            key={value.value}
            value={value}
            most={most(freshness.map(({ count }) => count))}
            glyph={<Glyph word={value.value} />}
            onToggle={() => setUrl({ freshness: toggle(url.freshness, value.value) })}
          />
        ))}
      </ul>
      <FacetHead>Worst VM health</FacetHead>
      <ul>
        {HEALTH_ORDER.map((word) => (
          <FacetValue
            key={word}
            value={{
              value: word,
              label: HEALTH_WORDS[word].toLowerCase(),
              count: healthOf(word),
              isChosen: url.health.includes(word),
            }}
            most={most(HEALTH_ORDER.map(healthOf))}
            glyph={<Glyph word={word} />}
            onToggle={() => setUrl({ health: toggle(url.health, word) })}
          />
        ))}
      </ul>
      <FacetTable
        title="Network is…"
        lines={HOST_TECHNOLOGY_ORDER.map((key) => ({
          key,
          label: HOST_TECHNOLOGY_COLUMNS[key].label.replace("Multichannel", "Multich."),
          counts: facets?.acceleration[key] ?? {},
        }))}
        statuses={STATUSES}
        chosen={url.acceleration}
        onChoose={(value) => {
          if (isTechnologyWord(value))
            setUrl({ acceleration: toggle<HostTechnologyWord>(url.acceleration, value) });
        }}
      />
      {list("cluster", "Cluster")}
      {list("section", "Section not fully read")}
      {list("agent", "Agent")}
      {list("system", "System")}
    </>
  );
}

function most(counts: readonly number[]): number {
  return Math.max(1, ...counts);
}

function FacetList({
  title,
  values,
  onToggle,
}: {
  title: string;
  values: ReturnType<typeof prepareFacetValues>;
  onToggle: (value: string) => void;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = values.filter(({ isChosen }, index) => isWhole || index < SHOWN_VALUES || isChosen);
  if (values.length === 0) return null;
  return (
    <>
      <FacetHead>{title}</FacetHead>
      <ul>
        {shown.map((value) => (
          <FacetValue
            key={value.value}
            value={value}
            most={most(values.map(({ count }) => count))}
            glyph={<i className="tick-box" data-ticked={value.isChosen} aria-hidden />}
            onToggle={() => onToggle(value.value)}
          />
        ))}
        {shown.length === values.length ? null : (
          <li>
            <button
              type="button"
              className="focus-inside min-h-6 w-full pl-[34px] text-left text-sub text-ink-2 hover:bg-hover"
              onClick={() => setIsWhole(true)}
            >
              {values.length - shown.length} more
            </button>
          </li>
        )}
      </ul>
    </>
  );
}
