import { readVmsOn } from "@/lib/data/read/vm-page.ts";
import { HEALTH_RANKS, KEY_LENGTH } from "@/lib/data/read/vm-ranks.ts";
import type { ListedVm, VmQuery } from "@/lib/data/read/vms.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import type { VmBand, VmRow } from "@/lib/contract/api/vms.ts";
import { badCursor, decodeCursor, encodeCursor, isWholeNumber, UUID } from "./cursor.ts";
import type { FleetDirectory } from "./fleet-directory.ts";
import { toVmRow } from "./to-vm-row.ts";
import { bandsOf, byName } from "./vm-bands.ts";

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

/** Lists VMs host by host, worst first on each host. */
export async function listVmsByHost(
  query: VmQuery,
  { sort, cursor, limit }: { sort: string; cursor: string | undefined; limit: number },
  directory: FleetDirectory,
): Promise<Page<VmRow>> {
  const after = toPlace(decodeCursor(cursor, sort, 4), directory);
  const bands = await bandsOf(query, directory);
  if (sort.endsWith("host")) {
    const places = new Map(directory.hosts.map(({ id }, place) => [id, place]));
    bands.sort((a, b) => (places.get(a.host.id) ?? 0) - (places.get(b.host.id) ?? 0));
  }
  if (sort.startsWith("-")) bands.reverse();
  const rows: VmRow[] = [];
  let next = after === null ? 0 : placeOf(after, bands);
  while (rows.length <= limit && next < bands.length) {
    const hostIds: string[] = [];
    // The number of VMs of each host is known, so only as many hosts are read as the page needs.
    for (let expected = rows.length; expected <= limit && next < bands.length; next += 1) {
      const band = bands[next];
      if (!band) break;
      hostIds.push(band.host.id);
      if (band.host.id !== after?.hostId) expected += band.vms;
    }
    rows.push(...inOrder(await readVmsOn(query, hostIds), hostIds, after, directory));
  }
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page,
    nextCursor: rows.length > limit && last ? toCursor(sort, last) : null,
    total: bands.reduce((sum, { vms }) => sum + vms, 0),
  };
}

function inOrder(
  read: readonly ListedVm[],
  hostIds: readonly string[],
  after: Place | null,
  directory: FleetDirectory,
): VmRow[] {
  const byHost = new Map<string, { place: Place; row: VmRow }[]>(hostIds.map((id) => [id, []]));
  for (const listed of read) {
    const row = toVmRow(listed, directory);
    byHost.get(listed.hostId)?.push({ place: placeAt(row), row });
  }
  return [...byHost].flatMap(([hostId, rows]) => {
    const left = hostId === after?.hostId ? rows.filter(({ place }) => compare(place, after) > 0) : rows;
    return left.toSorted((a, b) => compare(a.place, b.place)).map(({ row }) => row);
  });
}

function compare(a: Place, b: Place): number {
  return a.rank - b.rank || byName.compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function placeAt({ host, health, name, id }: VmRow): Place {
  const beginning = name.length <= KEY_LENGTH ? name : Array.from(name).slice(0, KEY_LENGTH).join("");
  return { hostId: host.id, rank: HEALTH_RANKS[health], name: beginning, id };
}

/** The current position of its host; the end if none of these VMs is left on the host. */
function placeOf({ hostId }: Place, bands: readonly VmBand[]): number {
  const index = bands.findIndex(({ host }) => host.id === hostId);
  return index === -1 ? bands.length : index;
}

function toCursor(sort: string, row: VmRow): string {
  const { hostId, rank, name, id } = placeAt(row);
  return encodeCursor(sort, [hostId, rank, name, id]);
}

/** @throws AppError `bad-request` if the cursor is invalid */
function toPlace(keys: string[] | null, { byId }: FleetDirectory): Place | null {
  if (keys === null) return null;
  const [hostId = "", rank = "", name = "", id = ""] = keys;
  if (!byId.has(hostId) || !isWholeNumber(rank) || !UUID.test(id)) throw badCursor();
  return { hostId, rank: Number(rank), name, id };
}
