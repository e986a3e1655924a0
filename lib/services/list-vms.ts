import { readVmPage } from "@/lib/data/read/vm-page.ts";
import { countVms, type ListedVm, type VmQuery } from "@/lib/data/read/vms.ts";
import { SqlParts } from "@/lib/data/read/sql-parts.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import {
  ACCELERATION_STATUSES,
  CAPABILITY_KEYS,
  CAPABILITY_STATUSES,
  CONVERSION_VERDICTS,
  SERVICE_KEYS,
  SERVICE_STATUSES,
  VM_HEALTHS,
  VM_TECHNOLOGIES,
  type AccelerationStatus,
  type ServiceKey,
  type ServiceStatus,
} from "@/lib/domain/words.ts";
import { badParameter } from "./cursor.ts";
import { fleetDirectory, type FleetDirectory } from "./fleet-directory.ts";
import { toClusters } from "./in-clusters.ts";
import { toVmCursor, vmOrder } from "./vm-order.ts";

/** Filters of the VM list as they stand in an address: a list means any of its values. */
export interface VmFilterWords {
  search?: string | undefined;
  host?: readonly string[] | undefined;
  cluster?: readonly string[] | undefined;
  tag?: readonly string[] | undefined;
  state?: readonly string[] | undefined;
  health?: readonly string[] | undefined;
  generation?: readonly (string | number)[] | undefined;
  guestOs?: readonly string[] | undefined;
  service?: readonly string[] | undefined;
  acceleration?: readonly string[] | undefined;
  capability?: readonly string[] | undefined;
  conversion?: readonly string[] | undefined;
  check?: readonly string[] | undefined;
  rung?: readonly string[] | undefined;
  configurationVersion?: readonly string[] | undefined;
  rule?: readonly string[] | undefined;
  gone?: boolean | undefined;
}

export interface VmListWords extends VmFilterWords {
  sort?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

const COUNT_CEILING = 10_000;
const DEFAULT_LIMIT = 100;

/** A page of VMs, worst first unless another sort is asked for. */
export async function listVms(words: VmListWords, now: Date): Promise<Page<VmRow>> {
  const directory = await fleetDirectory(now);
  const query = toVmQuery(words, directory);
  const limit = words.limit ?? DEFAULT_LIMIT;
  const sort = words.sort ?? "health";
  const sql = new SqlParts();
  const { order, after } = vmOrder(sort, words.cursor, directory, sql);
  const rows = await readVmPage(query, order, sql, after, limit);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => toVmRow(row, directory)),
    nextCursor: rows.length > limit && last ? toVmCursor(sort, last) : null,
    total: await totalOf(query, words, directory),
  };
}

async function totalOf(
  query: VmQuery,
  words: VmFilterWords,
  directory: FleetDirectory,
): Promise<Page<VmRow>["total"]> {
  const { search, gone, ...lists } = words;
  const isWhole =
    !search && !gone && !Object.values(lists).some((list) => Array.isArray(list) && list.length > 0);
  if (isWhole) return directory.hosts.reduce((sum, { counts }) => sum + counts.vms, 0);
  const count = await countVms(query, COUNT_CEILING);
  return count > COUNT_CEILING ? { atLeast: COUNT_CEILING } : count;
}

/** @throws AppError `bad-request` that names the filter. */
export function toVmQuery(words: VmFilterWords, directory: FleetDirectory): VmQuery {
  return {
    search: words.search?.trim() ? words.search.trim() : null,
    hostIds: words.host?.length ? hostIdsOf(words.host, directory) : null,
    clusters: toClusters(words.cluster),
    tags: listOrNull(words.tag?.map(toTagWord)),
    states: listOrNull(words.state),
    healths: words.health?.length ? words.health.map((word) => oneOf(VM_HEALTHS, word, "health")) : null,
    generations: words.generation?.length
      ? words.generation.map((word) => Number(oneOf(["1", "2"] as const, String(word), "generation")))
      : null,
    guestOs: listOrNull(words.guestOs),
    rules: listOrNull(words.rule),
    // Of one service, technology or capability any of its words will do; what is asked of several must all hold.
    words: [
      ...byFirst(
        words.service,
        (word) => `is:${checkedPair(word, "service", SERVICE_KEYS, SERVICE_STATUSES)}`,
      ),
      ...byFirst(
        words.acceleration,
        (word) => `net:${checkedPair(word, "acceleration", VM_TECHNOLOGIES, ACCELERATION_STATUSES)}`,
      ),
      ...byFirst(
        words.capability,
        (word) => `cap:${checkedPair(word, "capability", CAPABILITY_KEYS, CAPABILITY_STATUSES)}`,
      ),
      ...(words.conversion?.length
        ? [words.conversion.map((word) => `gen2:${oneOf(CONVERSION_VERDICTS, word, "conversion")}`)]
        : []),
      ...(words.check ?? []).map((word) => [`check:${word}`]),
      ...(words.rung?.length ? [words.rung.map((word) => `rung:${word}`)] : []),
    ],
    versions: listOrNull(words.configurationVersion),
    gone: words.gone ?? false,
    silentHostIds: directory.silentHostIds,
    reportingHostIds: directory.reportingHostIds,
  };
}

/** Words of one key are alternatives: a list for each key. */
function byFirst(given: readonly string[] | undefined, toWord: (word: string) => string): string[][] {
  const lists = new Map<string, string[]>();
  for (const word of given ?? []) {
    const key = word.slice(0, word.indexOf(":"));
    lists.set(key, [...(lists.get(key) ?? []), toWord(word)]);
  }
  return [...lists.values()];
}

function checkedPair(
  word: string,
  path: string,
  keys: readonly string[],
  statuses: readonly string[],
): string {
  const [key = "", status = "", ...rest] = word.split(":");
  if (rest.length > 0) throw badParameter(path, "must be two words with a colon between");
  return `${oneOf(keys, key, path)}:${oneOf(statuses, status, path)}`;
}

function listOrNull(list: readonly string[] | undefined): string[] | null {
  return list?.length ? [...list] : null;
}

/** A host by its id or, whatever the case of its letters, by its name. One that is unknown holds no VM. */
export function hostIdsOf(words: readonly string[], directory: FleetDirectory): string[] {
  return words.flatMap((word) => {
    const wanted = word.toLowerCase();
    return directory.hosts
      .filter(
        ({ id, name, fqdn }) =>
          id === wanted || name.toLowerCase() === wanted || fqdn?.toLowerCase() === wanted,
      )
      .map(({ id }) => id);
  });
}

export function oneOf<Word extends string>(words: readonly Word[], given: string, path: string): Word {
  const word = words.find((known) => known === given);
  if (word === undefined) throw badParameter(path, `must be one of ${words.join(", ")}`);
  return word;
}

/** As tags are kept: with or without `#`, in any case, and however its letters were put together. */
export function toTagWord(given: string): string {
  return given.replace(/^#/, "").toLowerCase().normalize("NFC");
}

/** A row as it is read now: on a silent host nothing is known since it fell silent. */
export function toVmRow(row: ListedVm, directory: FleetDirectory): VmRow {
  const host = directory.byId.get(row.hostId);
  const isSilent = directory.silentHostIds.includes(row.hostId);
  return {
    id: row.id,
    vmId: row.vmId,
    name: row.name,
    host: { id: row.hostId, name: host?.name ?? "" },
    cluster: row.cluster,
    generation: row.generation,
    configurationVersion: row.configurationVersion,
    state: row.state,
    health: isSilent ? "unknown" : row.health,
    freshness: host?.freshness ?? "missing",
    guestOs: row.guestOs,
    guestOsKnownAt: row.guestOsKnownAt,
    tags: row.tags,
    services: servicesOf(row.services, isSilent),
    grounds: isSilent ? {} : row.grounds,
    acceleration: accelerationOf(row.acceleration, isSilent),
    findings: isSilent
      ? { critical: 0, warning: 0, info: 0 }
      : { critical: row.criticalCount, warning: row.warningCount, info: row.infoCount },
    worst: isSilent ? null : row.worst,
    gone: row.goneAt !== null,
    lastReportedAt: row.lastReportedAt,
  };
}

export function accelerationOf(
  words: readonly AccelerationStatus[],
  isSilent: boolean,
): VmRow["acceleration"] {
  const acceleration: VmRow["acceleration"] = {};
  VM_TECHNOLOGIES.forEach((technology, index) => {
    const word = words[index];
    if (word) acceleration[technology] = isSilent ? "unknown" : word;
  });
  return acceleration;
}

function servicesOf(statuses: ServiceStatus[], isSilent: boolean): Record<ServiceKey, ServiceStatus> {
  const services: Record<ServiceKey, ServiceStatus> = {
    heartbeat: "unknown",
    shutdown: "unknown",
    "time-sync": "unknown",
    "data-exchange": "unknown",
    vss: "unknown",
    "guest-services": "unknown",
    "powershell-direct": "unknown",
  };
  if (isSilent) return services;
  SERVICE_KEYS.forEach((key, index) => {
    services[key] = statuses[index] ?? "unknown";
  });
  return services;
}
