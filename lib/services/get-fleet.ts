import { countWaitingAgents } from "@/lib/data/access/agents.ts";
import { readChanges } from "@/lib/data/read/changes.ts";
import { readHostDays } from "@/lib/data/read/directory.ts";
import type { FleetView } from "@/lib/contract/api/fleet.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import {
  ACCELERATION_STATUSES,
  HOST_TECHNOLOGIES,
  SERVICE_KEYS,
  SERVICE_STATUSES,
  SEVERITIES,
  VM_HEALTHS,
  VM_TECHNOLOGIES,
  type Freshness,
  type VmHealth,
} from "@/lib/domain/words.ts";
import { fleetDirectory, type FleetDirectory } from "./fleet-directory.ts";
import { healthAsRead } from "./host-rows.ts";
import { toChangeView } from "./list-changes.ts";
import type { HostCounts } from "./ingest/rollup.ts";
import { logEnd } from "./log-end.ts";
import { openCauses } from "./open-causes.ts";
import { toCauses } from "./to-causes.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_CAUSES = 50;
const CACHE = Symbol.for("innkeeper.fleet");
const shared = globalThis as typeof globalThis & { [CACHE]?: { key: string; view: FleetView } };

/** The log's readable end, and the hour: what is compared with a day ago changes even if nobody reports. */
export async function fleetTime(now: Date): Promise<string> {
  return `${await logEnd()}@${now.toISOString().slice(0, 13)}`;
}

/**
 * The fleet in numbers, summed over the hosts' own counts; computed again when the fleet's version, the log's end or the
 * hour changes. `timeRead` is the result of `fleetTime`, if already known.
 */
export async function getFleet(now: Date, timeRead?: string): Promise<FleetView> {
  const [directory, time] = await Promise.all([fleetDirectory(now), timeRead ?? fleetTime(now)]);
  const key = `${directory.signature}@${time}`;
  const kept = shared[CACHE];
  if (kept?.key === key) return kept.view;
  const view = await makeFleet(directory, now);
  shared[CACHE] = { key, view };
  return view;
}

async function makeFleet(directory: FleetDirectory, now: Date): Promise<FleetView> {
  const { hosts } = directory;
  const health = noHealth();
  const freshness: Record<Freshness, number> = { fresh: 0, late: 0, stale: 0, missing: 0, retired: 0 };
  const services = noServices();
  const serviceFindings = noServiceFindings();
  const generation = { "1": 0, "2": 0, unknown: 0 };
  for (const host of hosts) {
    freshness[host.freshness] += 1;
    const isSilent = directory.silentHostIds.includes(host.id);
    const counts = healthAsRead(host);
    for (const word of VM_HEALTHS) health[word] += counts[word];
    addGeneration(generation, host.counts);
    for (const service of SERVICE_KEYS) {
      const told = host.counts.services[service] ?? {};
      if (isSilent) services[service].unknown += host.counts.vms;
      else for (const status of SERVICE_STATUSES) services[service][status] += told[status] ?? 0;
      const minded = isSilent ? undefined : host.counts.serviceFindings[service];
      if (minded)
        for (const severity of SEVERITIES) serviceFindings[service][severity] += minded[severity] ?? 0;
    }
  }
  const { open, ended } = await openCauses(directory, now);
  const weighed = health.healthy + health.warning + health.critical;
  const changes = await readChanges(
    { sinceTime: null, after: null, before: null, kinds: null, hostIds: null, vmIds: null },
    40,
  );
  return {
    vms: hosts.reduce((sum, host) => sum + host.counts.vms, 0),
    hosts: hosts.length - freshness.retired,
    health,
    services,
    serviceFindings,
    ...accelerationOf(directory),
    generation,
    freshness,
    compliance: {
      compliant: health.healthy,
      notCompliant: health.warning + health.critical,
      unknown: health.unknown,
      inactive: health.inactive,
      ratio: weighed === 0 ? null : health.healthy / weighed,
    },
    yesterday: await yesterdayOf(now),
    causes: toCauses(open, ended, directory).slice(0, MAX_CAUSES),
    hostMap: hosts.map((host) => ({
      id: host.id,
      name: host.name,
      cluster: host.cluster,
      freshness: host.freshness,
      vms: host.counts.vms,
      health: healthAsRead(host),
    })),
    staleHosts: hosts
      .filter(({ freshness: word }) => word === "stale" || word === "missing")
      .map((host) => ({
        id: host.id,
        name: host.name,
        freshness: host.freshness,
        vms: host.counts.vms,
        lastReportedAt: host.observedAt,
        isPastComing: host.isPastComing,
      }))
      .toSorted((left, right) => (left.lastReportedAt < right.lastReportedAt ? 1 : -1)),
    changes: changes.slice(0, 40).map((row) => toChangeView(row, directory)),
    lastChangedAt: changes[0]?.at ?? null,
    waitingAgents: await countWaitingAgents(),
    newestReportAt: newestReportOf(hosts),
  };
}

/** The newest report of all hosts that are not retired. */
function newestReportOf(hosts: FleetDirectory["hosts"]): IsoTime | null {
  let newest: IsoTime | null = null;
  for (const { observedAt, retiredAt } of hosts)
    if (retiredAt === null && (newest === null || observedAt > newest)) newest = observedAt;
  return newest;
}

/** On a silent host it is unknown what carries traffic. */
function accelerationOf({
  hosts,
  silentHostIds,
}: FleetDirectory): Pick<FleetView, "acceleration" | "hostAcceleration"> {
  const acceleration: FleetView["acceleration"] = {};
  const hostAcceleration: FleetView["hostAcceleration"] = {};
  const silent = new Set(silentHostIds);
  for (const { id, counts, freshness } of hosts) {
    if (freshness === "retired") continue;
    for (const technology of VM_TECHNOLOGIES) {
      for (const status of ACCELERATION_STATUSES) {
        const count = counts.acceleration[technology]?.[status] ?? 0;
        if (count === 0) continue;
        const word = silent.has(id) ? "unknown" : status;
        const words = (acceleration[technology] ??= {});
        words[word] = (words[word] ?? 0) + count;
      }
    }
    for (const technology of HOST_TECHNOLOGIES) {
      const status = counts.network?.acceleration[technology];
      if (!status) continue;
      const word = silent.has(id) ? "unknown" : status;
      const words = (hostAcceleration[technology] ??= {});
      words[word] = (words[word] ?? 0) + 1;
    }
  }
  return { acceleration, hostAcceleration };
}

async function yesterdayOf(now: Date): Promise<FleetView["yesterday"]> {
  const at = new Date(now.getTime() - DAY_MS);
  const rows = await readHostDays(at.toISOString().slice(0, 10));
  if (rows.length === 0) return null;
  const health = noHealth();
  for (const { counts } of rows) {
    if (!hasHealth(counts)) continue;
    for (const word of VM_HEALTHS) health[word] += counts.health[word] ?? 0;
  }
  return { at: at.toISOString(), health };
}

function hasHealth(counts: unknown): counts is Pick<HostCounts, "health"> {
  return typeof counts === "object" && counts !== null && "health" in counts;
}

function addGeneration(sum: Record<"1" | "2" | "unknown", number>, counts: HostCounts): void {
  for (const key of ["1", "2", "unknown"] as const) sum[key] += counts.generation[key] ?? 0;
}

function noHealth(): Record<VmHealth, number> {
  return { critical: 0, warning: 0, unknown: 0, healthy: 0, inactive: 0 };
}

const noStatuses = () => ({
  failed: 0,
  degraded: 0,
  unknown: 0,
  disabled: 0,
  healthy: 0,
  "not-applicable": 0,
});
const noSeverities = () => ({ critical: 0, warning: 0, info: 0 });

function noServices(): FleetView["services"] {
  return {
    heartbeat: noStatuses(),
    shutdown: noStatuses(),
    "time-sync": noStatuses(),
    "data-exchange": noStatuses(),
    vss: noStatuses(),
    "guest-services": noStatuses(),
    "powershell-direct": noStatuses(),
  };
}

function noServiceFindings(): FleetView["serviceFindings"] {
  return {
    heartbeat: noSeverities(),
    shutdown: noSeverities(),
    "time-sync": noSeverities(),
    "data-exchange": noSeverities(),
    vss: noSeverities(),
    "guest-services": noSeverities(),
    "powershell-direct": noSeverities(),
  };
}
