"use client";

import { useQuery } from "@tanstack/react-query";
import { memo, type MouseEvent, useState } from "react";
import { classes } from "@/components/ui/classes.ts";
import { FacetTable } from "@/components/ui/facet-table.tsx";
import { Glyph, type GlyphWord } from "@/components/ui/glyph.tsx";
import type { VmFacets } from "@/lib/contract/api/vms.ts";
import { formatCount } from "@/lib/format/count.ts";
import { vmQueries, type VmFilters } from "@/lib/query/vms.ts";
import { toClusterWords } from "./cluster-words.ts";
import { formatGuestOs } from "./format-guest-os.ts";
import {
  HEALTH_WORDS,
  isHealth,
  SERVICE_ORDER,
  SERVICE_WORDS,
  TECHNOLOGY_ORDER,
  TECHNOLOGY_WORDS,
  toStatusWords,
} from "./service-words.ts";

export type FacetName =
  | "health"
  | "cluster"
  | "generation"
  | "conversion"
  | "guestOs"
  | "state"
  | "tag"
  | "gone"
  | "service"
  | "acceleration";

interface FacetsProps {
  filters: VmFilters;
  /** `isAdding` if the value is added to the active ones. */
  onChoose: (name: FacetName, value: string, isAdding: boolean) => void;
}

const SERVICE_FACETS = ["failed", "degraded", "disabled"] as const;
const TECHNOLOGY_FACETS = ["configured", "blocked", "active"] as const;
const SHOWN_VALUES = 8;
/** VMs rarely leave. */
const GONE_INTERVAL_MS = 60_000;

/** The available filters, with the number of VMs for each value, given the other filters. */
export const Facets = memo(function Facets({ filters, onChoose }: FacetsProps) {
  const { data: facets } = useQuery(vmQueries.facets(filters));
  // VMs that are gone are in none of the other numbers, so those do not lead to them.
  const { data: gone } = useQuery({
    ...vmQueries.count({ gone: true }),
    refetchInterval: GONE_INTERVAL_MS,
  });
  const goneCount = gone?.total ?? 0;
  // Every generation 2 VM has the status that it does not apply.
  const conversion = facets?.conversion.filter(({ value }) => value !== "not-applicable");
  const group = (
    name: Exclude<FacetName, "gone">,
    title: string,
    values: VmFacets["health"] | undefined,
    label = (value: string) => value,
  ) => (
    <Group
      name={name}
      title={title}
      values={values}
      chosen={filters[name] ?? []}
      onChoose={onChoose}
      label={label}
    />
  );
  return (
    <aside className="facets" aria-label="Filters">
      <h2 className="sr-only">Filters</h2>
      <Group
        name="health"
        title="Health"
        values={facets?.health}
        chosen={filters.health ?? []}
        onChoose={onChoose}
        label={(value) => (isHealth(value) ? HEALTH_WORDS[value] : value)}
        glyph={(value) => (isHealth(value) ? value : undefined)}
      />
      <FacetTable
        title="Service is…"
        lines={SERVICE_ORDER.map((key) => ({
          key,
          label: SERVICE_WORDS[key].label.replace("PowerShell", "PS"),
          counts: facets?.services[key] ?? {},
        }))}
        statuses={SERVICE_FACETS}
        chosen={filters.service ?? []}
        onChoose={(value, isAdded) => onChoose("service", value, isAdded)}
      />
      <FacetTable
        title="Network is…"
        lines={TECHNOLOGY_ORDER.map((key) => ({
          key,
          label: TECHNOLOGY_WORDS[key].label,
          counts: facets?.acceleration[key] ?? {},
        }))}
        statuses={TECHNOLOGY_FACETS}
        chosen={filters.acceleration ?? []}
        onChoose={(value, isAdded) => onChoose("acceleration", value, isAdded)}
      />
      {group("cluster", "Cluster", facets?.cluster, toClusterWords)}
      {group("generation", "Generation", facets?.generation, (value) => `Generation ${value}`)}
      {group("conversion", "Conversion to generation 2", conversion, toStatusWords)}
      {group("guestOs", "Guest OS", facets?.guestOs, formatGuestOs)}
      {group("state", "State", facets?.state, (value) => value.toLowerCase())}
      {goneCount === 0 && filters.gone === undefined ? null : (
        <Group
          name="gone"
          title="Left the fleet"
          values={[{ value: "true", label: "gone", count: goneCount }]}
          chosen={filters.gone === undefined ? [] : ["true"]}
          onChoose={onChoose}
          label={() => "Gone"}
        />
      )}
      {group("tag", "Tag", facets?.tag, (value) => `#${value}`)}
    </aside>
  );
});

function Group({
  name,
  title,
  values,
  chosen,
  onChoose,
  label,
  glyph,
}: {
  name: FacetName;
  title: string;
  values: VmFacets["health"] | undefined;
  chosen: readonly string[];
  onChoose: FacetsProps["onChoose"];
  label: (value: string) => string;
  glyph?: (value: string) => GlyphWord | undefined;
}) {
  // A selected value stays visible, however few VMs it leaves.
  const known = (values ?? []).filter((each) => each.value !== "");
  const absent = chosen.filter((value) => !known.some((each) => each.value === value));
  const named = [...known, ...absent.map((value) => ({ value, label: value, count: 0 }))];
  const [isWhole, setIsWhole] = useState(false);
  const shown = named.filter((each, index) => isWhole || index < SHOWN_VALUES || chosen.includes(each.value));
  const largest = Math.max(1, ...shown.map((each) => each.count));
  if (shown.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="px-3 pt-[9px] pb-[3px] text-[11.5px]/[16px] font-semibold text-ink-2">{title}</h3>
      {shown.map((each) => {
        const word = glyph?.(each.value);
        const isOn = chosen.includes(each.value);
        return (
          <button
            key={each.value}
            type="button"
            aria-pressed={isOn}
            className={classes("facet focus-inside", each.count === 0 && "text-ink-3")}
            style={{ "--share": each.count / largest }}
            onClick={(event) => onChoose(name, each.value, isAdding(event))}
          >
            {word === undefined ? (
              <span className="tick-box justify-self-center" data-ticked={isOn} aria-hidden />
            ) : (
              <Glyph word={word} className="justify-self-center" />
            )}
            <span className="truncate" title={each.value}>
              {label(each.value)}
            </span>
            <span className="text-note text-ink-2">{formatCount(each.count)}</span>
          </button>
        );
      })}
      {shown.length === named.length ? null : (
        <button type="button" className="facet focus-inside text-ink-2" onClick={() => setIsWhole(true)}>
          <span className="col-start-2">{formatCount(named.length - shown.length)} more</span>
        </button>
      )}
    </section>
  );
}

function isAdding(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey;
}
