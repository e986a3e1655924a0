"use client";

import { useQuery } from "@tanstack/react-query";
import type { CauseView } from "@/lib/contract/api/fleet.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import type { GuideKind } from "@/lib/format/guide-href.ts";
import { fleetQueries } from "@/lib/query/fleet.ts";
import { vmQueries } from "@/lib/query/vms.ts";
import { prepareIndexTone } from "./prepare-guide-live.ts";
import { SELDOM } from "./use-vms-of-rules.ts";

const INKS = { critical: "text-critical-ink", warning: "text-warning-ink", quiet: "text-ink-2" } as const;

/** The number of VMs with an open finding of a page's rules: the number with which the page itself starts. */
export function IndexCount({
  kind,
  of,
  rules,
}: {
  kind: GuideKind;
  of: string;
  rules: readonly CauseView["rule"][];
}) {
  const [only, ...others] = rules;
  const isOne = only !== undefined && others.length === 0;
  const { data: fleet } = useQuery(fleetQueries.view());
  // One response covers all single rules; where a VM may break several rules of a page, it is counted once.
  const { data: facets } = useQuery({ ...vmQueries.facets({}), ...SELDOM, enabled: isOne });
  const { data: listed } = useQuery({
    ...vmQueries.count({ rule: rules }),
    ...SELDOM,
    enabled: others.length > 0,
  });
  const vms = isOne ? (facets?.rule.find(({ value }) => value === only)?.count ?? 0) : (listed?.total ?? 0);
  if (vms === 0) return null;
  return (
    <span
      className={`guide-count ${INKS[fleet === undefined ? "quiet" : prepareIndexTone(fleet, kind, of)]}`}
      title={`${formatPlural(vms, "VM")} ${vms === 1 ? "has" : "have"} this finding`}
    >
      {formatCount(vms)}
      <span className="sr-only"> {vms === 1 ? "VM has this finding" : "VMs have this finding"}</span>
    </span>
  );
}
