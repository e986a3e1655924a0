"use client";

import { useQuery } from "@tanstack/react-query";
import type { CauseView } from "@/lib/contract/api/fleet.ts";
import type { Total } from "@/lib/contract/api/page.ts";
import { vmQueries } from "@/lib/query/vms.ts";

/** What is secondary on its page may be a minute old. */
export const SELDOM = { refetchInterval: 60_000, staleTime: 60_000 };

/**
 * The number of VMs with an open finding of these rules: the length of the linked list. Lists count up to a limit; above it,
 * the exact number of VMs of a single rule is among the counts of all filter values.
 */
export function useVmsOfRules(rules: readonly CauseView["rule"][]): Total | undefined {
  const [only, ...others] = rules;
  const { data: listed } = useQuery({ ...vmQueries.count({ rule: rules }), enabled: only !== undefined });
  const isLong = listed !== undefined && typeof listed.total !== "number";
  const { data: facets } = useQuery({
    ...vmQueries.facets({}),
    ...SELDOM,
    enabled: isLong && others.length === 0,
  });
  const exact = isLong ? facets?.rule.find(({ value }) => value === only)?.count : undefined;
  return exact ?? listed?.total;
}
