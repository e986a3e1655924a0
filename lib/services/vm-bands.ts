import { readHostSums, type HostSums } from "@/lib/data/read/vm-sums.ts";
import type { VmQuery } from "@/lib/data/read/vms.ts";
import type { VmBand, VmBands } from "@/lib/contract/api/vms.ts";
import { isReporting } from "@/lib/domain/freshness.ts";
import { SERVICE_KEYS, VM_HEALTHS, VM_TECHNOLOGIES } from "@/lib/domain/words.ts";
import { fleetDirectory, type FleetDirectory, type FleetHost } from "./fleet-directory.ts";
import { KeptAnswers } from "./kept-answers.ts";
import { KeptByHost } from "./kept-by-host.ts";
import { isWhole, toVmQuery, type VmFilterWords } from "./vm-query.ts";

/** The hosts of a query's VMs, worst first, each with the totals shown in the matrix. */
export async function listVmBands(words: VmFilterWords, now: Date): Promise<VmBands> {
  const directory = await fleetDirectory(now);
  return { bands: await bandsOf(toVmQuery(words, directory), directory) };
}

/** Natural order: `web-2` before `web-10`, ignoring case. */
export const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

interface Kept {
  /** Sums over all VMs of each host. */
  hosts: KeptByHost<HostSums>;
  /** Results of filtered queries: pages of one list and its bands use the same query. */
  answers: KeptAnswers<Map<string, HostSums>>;
}

const CACHE = Symbol.for("innkeeper.vm-bands");
const shared = globalThis as typeof globalThis & { [CACHE]?: Kept };
const MAX_ANSWERS = 16;

export async function bandsOf(query: VmQuery, directory: FleetDirectory): Promise<VmBand[]> {
  const kept = (shared[CACHE] ??= { hosts: new KeptByHost(), answers: new KeptAnswers(MAX_ANSWERS) });
  const sums = isWhole(query)
    ? await kept.hosts.of(directory.hosts, (hostIds) => readHostSums(query, hostIds))
    : await sumsOfSome(kept, query, directory);
  const bands = [...sums.values()].flatMap((each) => {
    const host = directory.byId.get(each.hostId);
    return host ? [toBand(each, host)] : [];
  });
  return bands.toSorted(
    (a, b) =>
      b.health.critical - a.health.critical ||
      b.health.warning - a.health.warning ||
      b.health.unknown - a.health.unknown ||
      byName.compare(a.host.name, b.host.name) ||
      (a.host.id < b.host.id ? -1 : 1),
  );
}

function sumsOfSome(
  { answers }: Kept,
  query: VmQuery,
  { signature }: FleetDirectory,
): Promise<Map<string, HostSums>> {
  const key = JSON.stringify([signature, { ...query, silentHostIds: null, reportingHostIds: null }]);
  return answers.of(key, () => readHostSums(query, null));
}

function toBand({ vms, generationOne, health, grounds, configured }: HostSums, host: FleetHost): VmBand {
  const isSilent = !isReporting(host.freshness);
  const sums: VmBand["sums"] = {};
  // For a silent host everything is unknown, and earlier findings are not counted again.
  if (!isSilent) {
    for (const key of SERVICE_KEYS) {
      const { critical = 0, warning = 0, follows = 0 } = grounds[key] ?? {};
      if (critical + warning + follows > 0) sums[key] = { critical, warning, followers: follows };
    }
    for (const key of VM_TECHNOLOGIES) {
      const warning = configured[key] ?? 0;
      if (warning > 0) sums[key] = { critical: 0, warning, followers: 0 };
    }
  }
  const counted: VmBand["health"] = { critical: 0, warning: 0, unknown: 0, healthy: 0, inactive: 0 };
  if (isSilent) counted.unknown = vms;
  else for (const key of VM_HEALTHS) counted[key] = health[key] ?? 0;
  return {
    host: { id: host.id, name: host.name },
    cluster: host.cluster,
    freshness: host.freshness,
    lastReportedAt: host.observedAt,
    vms,
    generationOne,
    health: counted,
    sums,
  };
}
