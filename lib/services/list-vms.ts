import { countVms, readVmPage, type ListedVm, type VmOrder, type VmQuery } from "@/lib/data/read/vms.ts";
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
import { badParameter, decodeCursor, encodeCursor } from "./cursor.ts";
import { fleetDirectory, type FleetDirectory } from "./fleet-directory.ts";

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
  const order = toOrder(sort, directory, sql);
  const after = decodeCursor(words.cursor, sort, order.keys.length);
  checkCursorTypes(order, after);
  const rows = await readVmPage(query, order, sql, after, limit);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => toVmRow(row, directory)),
    nextCursor: rows.length > limit && last ? encodeCursor(sort, last.sortKey) : null,
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
    clusters: listOrNull(words.cluster),
    tags: listOrNull(words.tag?.map((tag) => tag.replace(/^#/, "").toLowerCase())),
    states: listOrNull(words.state),
    healths: words.health?.length ? words.health.map((word) => oneOf(VM_HEALTHS, word, "health")) : null,
    generations: words.generation?.length
      ? words.generation.map((word) => Number(oneOf(["1", "2"] as const, String(word), "generation")))
      : null,
    guestOs: listOrNull(words.guestOs),
    services: words.service?.length ? words.service.map(toServiceWord) : null,
    rules: listOrNull(words.rule),
    // Of one technology or capability any of its words will do; what is asked of several must all hold.
    words: [
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

function toServiceWord(word: string): { key: ServiceKey; status: ServiceStatus } {
  const [key = "", status = "", ...rest] = word.split(":");
  if (rest.length > 0) throw badParameter("service", "must be <service key>:<status>");
  return { key: oneOf(SERVICE_KEYS, key, "service"), status: oneOf(SERVICE_STATUSES, status, "service") };
}

const HEALTH_RANK = `CASE v.health WHEN 'critical' THEN 0 WHEN 'warning' THEN 1 WHEN 'unknown' THEN 2 WHEN 'healthy' THEN 3 ELSE 4 END`;

const CONVERSION_RANK = `CASE v.conversion WHEN 'ready' THEN 0 WHEN 'caution' THEN 1 WHEN 'unknown' THEN 2 WHEN 'blocked' THEN 3 ELSE 4 END`;

function toOrder(sort: string, directory: FleetDirectory, sql: SqlParts): VmOrder {
  const isDescending = sort.startsWith("-");
  const by = isDescending ? sort.slice(1) : sort;
  const name = { expression: "v.name", isDescending: false, type: "text" };
  const id = { expression: "v.id", isDescending: false, type: "uuid" };
  const key = (expression: string, type: string) => ({ expression, isDescending, type });
  // Made where it is asked for: a parameter that a statement does not use is an error to Postgres.
  const rank = () =>
    directory.silentHostIds.length === 0
      ? HEALTH_RANK
      : `CASE WHEN v.host_id = ANY(${sql.add(directory.silentHostIds)}::uuid[]) THEN 2 ELSE ${HEALTH_RANK} END`;
  switch (by) {
    case "health":
      return { keys: [key(rank(), "int"), name, id] };
    case "name":
      // The index holds the beginning of a name: the whole of it may have more bytes than an index takes.
      return { keys: [key("left(v.name, 100)", "text"), id] };
    case "host": {
      // Hosts are few and at hand in their order: their place is looked up, not joined and sorted by name.
      const order = `array_position(${sql.add(directory.hosts.map((host) => host.id))}::uuid[], v.host_id)`;
      return {
        keys: [key(order, "int"), { expression: rank(), isDescending: false, type: "int" }, name, id],
      };
    }
    case "cluster":
      return { keys: [key("coalesce(v.cluster, '')", "text"), name, id] };
    case "state":
      return { keys: [key("v.state", "text"), name, id] };
    case "generation":
      return { keys: [key("coalesce(v.generation, 0)", "int"), name, id] };
    case "guestOs":
      return { keys: [key("coalesce(v.guest_os, '')", "text"), name, id] };
    case "findings":
      return {
        keys: [key("(v.critical_count * 1000000 + v.warning_count * 1000 + v.info_count)", "int"), name, id],
      };
    case "conversion":
      return { keys: [key(CONVERSION_RANK, "int"), name, id] };
    case "configurationVersion":
      return { keys: [key("coalesce(v.configuration_version, '')", "text"), name, id] };
    case "lastReportedAt":
      return { keys: [key("coalesce(t.observed_at, v.first_seen_at)", "timestamptz"), name, id] };
    default:
      throw badParameter("sort", "is no column of this list");
  }
}

const NUMBER = /^-?\d{1,15}$/;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cursor comes from outside: what Postgres would refuse is refused here, in words. */
function checkCursorTypes(order: VmOrder, after: string[] | null): void {
  if (after === null) return;
  const isGood = order.keys.every(({ type }, index) => {
    const value = after[index] ?? "";
    if (type === "int") return NUMBER.test(value);
    if (type === "uuid") return GUID.test(value);
    if (type === "timestamptz") return !Number.isNaN(Date.parse(value));
    return true;
  });
  if (!isGood) throw badParameter("cursor", "is not a cursor of this list");
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
