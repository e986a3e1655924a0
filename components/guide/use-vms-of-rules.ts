"use client";

import { useQuery } from "@tanstack/react-query";
import type { CauseView } from "@/lib/contract/api/fleet.ts";
import { vmQueries } from "@/lib/query/vms.ts";

/** What is secondary on its page may be a minute old. */
export const SELDOM = { refetchInterval: 60_000, staleTime: 60_000 };

/** The number of VMs with an open finding of these rules: the length of the linked list. */
export function useVmsOfRules(rules: readonly CauseView["rule"][]): number | undefined {
  const { data } = useQuery({ ...vmQueries.count({ rule: rules }), enabled: rules.length > 0 });
  return data?.total;
}
