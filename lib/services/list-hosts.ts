import { HOST_SORTS, type HostRow } from "@/lib/contract/api/hosts.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import { FRESHNESSES } from "@/lib/domain/words.ts";
import { badCursor, decodeCursor, encodeCursor, UUID } from "./cursor.ts";
import { fleetDirectory, type FleetHost } from "./fleet-directory.ts";
import { surroundingsOf, toHostFilter, type HostFilterWords } from "./host-query.ts";
import { hostFindingsByHost, toHostRows } from "./host-rows.ts";
import { oneOf } from "./vm-query.ts";

export interface HostListWords extends HostFilterWords {
  sort?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** A page of hosts. There are few hosts and they are in memory, so they are filtered and sorted here. */
export async function listHosts(words: HostListWords, now: Date): Promise<Page<HostRow>> {
  const directory = await fleetDirectory(now);
  const sort = words.sort ?? "name";
  const isDescending = sort.startsWith("-");
  const by = oneOf(HOST_SORTS, isDescending ? sort.slice(1) : sort, "sort");
  const isByFindings = by === "findings" || (words.rule?.length ?? 0) > 0;
  const surroundings = await surroundingsOf(directory, isByFindings);
  const { findings } = surroundings;

  const weight = (host: FleetHost) =>
    (findings.get(host.id) ?? []).reduce(
      (sum, { severity }) => sum + (severity === "critical" ? 1_000_000 : severity === "warning" ? 1000 : 1),
      0,
    );
  const key: Record<(typeof HOST_SORTS)[number], (host: FleetHost) => string | number> = {
    name: (host) => beginningOf(host.name),
    cluster: (host) => (host.cluster === null ? "\uffff" : beginningOf(host.cluster)),
    freshness: (host) => FRESHNESSES.indexOf(host.freshness),
    vms: (host) => host.counts.vms,
    findings: weight,
    lastReportedAt: (host) => Date.parse(host.observedAt),
  };
  const direction = isDescending ? -1 : 1;
  const placeOf = (host: FleetHost): Place => [key[by](host), host.id];
  const inOrder = ([a, left]: Place, [b, right]: Place) =>
    a === b ? (left < right ? -1 : left > right ? 1 : 0) : (a < b ? -1 : 1) * direction;
  const hosts = directory.hosts
    .filter(toHostFilter(words, surroundings))
    .toSorted((left, right) => inOrder(placeOf(left), placeOf(right)));

  const after = toPlace(decodeCursor(words.cursor, cursorOf(sort), 2), by);
  const rest = after ? hosts.filter((host) => inOrder(after, placeOf(host)) < 0) : hosts;
  const limit = words.limit ?? 100;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await toHostRows(page, {
      ...surroundings,
      findings: isByFindings ? findings : await hostFindingsByHost(directory, idsOf(page)),
    }),
    nextCursor: rest.length > limit && last ? encodeCursor(cursorOf(sort), placeOf(last)) : null,
    total: hosts.length,
  };
}

const idsOf = (hosts: readonly FleetHost[]) => hosts.map(({ id }) => id);

/** VMs can also be sorted by name: their cursors must not be valid for this list. */
const cursorOf = (sort: string) => `hosts ${sort}`;

/** The sort key of a host and its id. A cursor contains both, so that it stays valid if the host's position changes. */
type Place = [key: string | number, id: string];

function toPlace(keys: string[] | null, by: (typeof HOST_SORTS)[number]): Place | null {
  if (keys === null) return null;
  const [key = "", id = ""] = keys;
  const isNumber = by !== "name" && by !== "cluster";
  if (!UUID.test(id) || (isNumber && !/^\d{1,15}$/.test(key))) throw badCursor();
  return [isNumber ? Number(key) : key, id];
}

/** Cuts at whole characters: a cursor must not contain half a surrogate pair. */
function beginningOf(text: string): string {
  return Array.from(text).slice(0, 100).join("").toLowerCase();
}
