import type { VmBand, VmBands } from "@/lib/contract/api/vms.ts";
import { SERVICE_KEYS, VM_HEALTHS, VM_TECHNOLOGIES } from "@/lib/domain/words.ts";
import { fleetDirectory, type FleetDirectory, type FleetHost } from "./fleet-directory.ts";
import { matchVms, type MatchedHost } from "./match-vms.ts";
import { vmIndex, type IndexedVm } from "./vm-index.ts";
import { toVmQuery, type VmFilterWords, type VmQuery } from "./vm-query.ts";
import { generationWord, groundWord, healthWord } from "./vm-words.ts";

/** The hosts of a query's VMs, worst first, each with the totals shown in the matrix. */
export async function listVmBands(words: VmFilterWords, now: Date): Promise<VmBands> {
  const directory = await fleetDirectory(now);
  const hosts = await bandsOf(toVmQuery(words, directory), directory);
  return { bands: hosts.map(({ band }) => band) };
}

/** Natural order: `web-2` before `web-10`, ignoring case. */
export const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

export interface BandOfVms {
  band: VmBand;
  /** In no order. */
  vms: readonly IndexedVm[];
}

export async function bandsOf(query: VmQuery, directory: FleetDirectory): Promise<BandOfVms[]> {
  const hosts: BandOfVms[] = [];
  for (const matched of matchVms(query, await vmIndex(directory, query.isGone), directory)) {
    const host = directory.byId.get(matched.hostId);
    if (host) hosts.push({ band: toBand(matched, host), vms: matched.vms });
  }
  return hosts.toSorted(
    ({ band: a }, { band: b }) =>
      b.health.critical - a.health.critical ||
      b.health.warning - a.health.warning ||
      b.health.unknown - a.health.unknown ||
      byName.compare(a.host.name, b.host.name) ||
      (a.host.id < b.host.id ? -1 : 1),
  );
}

function toBand({ isSilent, vms, countOf }: MatchedHost, host: FleetHost): VmBand {
  const sums: VmBand["sums"] = {};
  const health: VmBand["health"] = { critical: 0, warning: 0, unknown: 0, healthy: 0, inactive: 0 };
  // For a silent host everything is unknown, and earlier findings are not counted again.
  if (isSilent) health.unknown = vms.length;
  else {
    for (const key of VM_HEALTHS) health[key] = countOf(healthWord(key));
    for (const key of SERVICE_KEYS) {
      const critical = countOf(groundWord(key, "critical"));
      const warning = countOf(groundWord(key, "warning"));
      const followers = countOf(groundWord(key, "follows"));
      if (critical + warning + followers > 0) sums[key] = { critical, warning, followers };
    }
    for (const key of VM_TECHNOLOGIES) {
      const warning = countOf(`net:${key}:configured`);
      if (warning > 0) sums[key] = { critical: 0, warning, followers: 0 };
    }
  }
  return {
    host: { id: host.id, name: host.name },
    cluster: host.cluster,
    freshness: host.freshness,
    lastReportedAt: host.observedAt,
    vms: vms.length,
    generationOne: countOf(generationWord(1)),
    unread: isSilent ? 0 : countOf("unread:services") + countOf("unread:vm"),
    health,
    sums,
  };
}
