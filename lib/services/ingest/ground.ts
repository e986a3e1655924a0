import type pg from "pg";
import { readClusterVmVersions, type HostState } from "@/lib/data/ingest/host-state.ts";
import { newestCommonVmVersion } from "@/lib/domain/common-vm-version.ts";
import type { HostFacts, IsoTime } from "@/lib/domain/facts.ts";
import { freshnessOf, isReporting } from "@/lib/domain/freshness.ts";
import { hashOf } from "../hash-of.ts";
import type { Report } from "./prepare-report.ts";

/** Other inputs of a VM's verdicts, besides the VM itself and other hosts that list it. */
export function groundOf(
  { tags }: Pick<HostState, "tags">,
  { snapshot, factsHash }: Report,
  commonVersion: string | null,
  rulesVersion: number,
): string {
  return hashOf(JSON.stringify([rulesVersion, factsHash, snapshot.host.cluster?.name, tags, commonVersion]));
}

/** The newest configuration version that this host and every reporting node of its cluster list. */
export async function commonVersion(
  client: pg.ClientBase,
  host: Pick<HostState, "hostId" | "cluster">,
  facts: HostFacts,
  now: IsoTime,
): Promise<string | null> {
  const own = facts.hyperv?.supportedVmVersions ?? null;
  if (host.cluster === null) return newestCommonVmVersion([own]);
  const nodes = await readClusterVmVersions(client, host.cluster, host.hostId);
  const reporting = nodes.filter(({ observedAt, intervalSeconds }) =>
    isReporting(
      freshnessOf({ lastReportedAt: observedAt, intervalSeconds, retiredAt: null, now: new Date(now) }),
    ),
  );
  return newestCommonVmVersion([own, ...reporting.map(({ versions }) => versions)]);
}
