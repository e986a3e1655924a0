import { readListedVms } from "@/lib/data/read/indexed-vms.ts";
import { HEALTH_RANKS } from "@/lib/data/read/vm-ranks.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { isReporting } from "@/lib/domain/freshness.ts";
import { badCursor, decodeCursor, encodeCursor, isWholeNumber, UUID } from "./cursor.ts";
import type { FleetDirectory } from "./fleet-directory.ts";
import { toVmRows } from "./to-vm-row.ts";
import { bandsOf, byName, type BandOfVms } from "./vm-bands.ts";
import type { VmQuery } from "./vm-query.ts";

interface Place {
  hostId: string;
  rank: number;
  name: string;
  id: string;
}

/** By host name, or worst first as in the matrix. */
export function isOrderOfHosts(sort: string): boolean {
  return /^-?host(?:Health)?$/.test(sort);
}

/** Lists VMs host by host, worst first on each host. @throws AppError `bad-request` if the cursor is invalid */
export async function listVmsByHost(
  query: VmQuery,
  { sort, cursor, limit }: { sort: string; cursor: string | undefined; limit: number },
  directory: FleetDirectory,
): Promise<Page<VmRow>> {
  const after = toPlace(decodeCursor(cursor, sort, 4), directory);
  const hosts = await bandsOf(query, directory);
  const total = hosts.reduce((sum, { vms }) => sum + vms.length, 0);
  if (sort.endsWith("host")) {
    const places = new Map(directory.hosts.map(({ id }, place) => [id, place]));
    hosts.sort((a, b) => (places.get(a.band.host.id) ?? 0) - (places.get(b.band.host.id) ?? 0));
  }
  if (sort.startsWith("-")) hosts.reverse();
  const listed: Place[] = [];
  // If none of the VMs of the cursor's host is left, the list ends.
  for (let next = after === null ? 0 : placeOf(after, hosts); next < hosts.length; next += 1) {
    const host = hosts[next];
    if (!host || listed.length > limit) break;
    listed.push(
      ...placesOn(host).filter((place) => place.hostId !== after?.hostId || compare(place, after) > 0),
    );
  }
  const page = listed.slice(0, limit);
  const last = page.at(-1);
  return {
    items: toVmRows(page, await readListedVms(page), directory),
    nextCursor:
      listed.length > limit && last ? encodeCursor(sort, [last.hostId, last.rank, last.name, last.id]) : null,
    total,
  };
}

function placesOn({ band, vms }: BandOfVms): Place[] {
  const isSilent = !isReporting(band.freshness);
  const places = vms.map(({ id, name, healthRank }): Place => {
    return { hostId: band.host.id, rank: isSilent ? HEALTH_RANKS.unknown : healthRank, name, id };
  });
  return places.toSorted(compare);
}

function compare(a: Place, b: Place): number {
  return a.rank - b.rank || byName.compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The current position of its host; the end if none of these VMs is left on the host. */
function placeOf({ hostId }: Place, hosts: readonly BandOfVms[]): number {
  const index = hosts.findIndex(({ band }) => band.host.id === hostId);
  return index === -1 ? hosts.length : index;
}

/** @throws AppError `bad-request` if the cursor is invalid */
function toPlace(keys: string[] | null, { byId }: FleetDirectory): Place | null {
  if (keys === null) return null;
  const [hostId = "", rank = "", name = "", id = ""] = keys;
  if (!byId.has(hostId) || !isWholeNumber(rank) || !UUID.test(id)) throw badCursor();
  return { hostId, rank: Number(rank), name, id };
}
