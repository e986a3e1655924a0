import { readListedVms, readVmKeys, type VmKeys } from "@/lib/data/read/vm-keys.ts";
import { CONVERSION_RANKS } from "@/lib/data/read/vm-ranks.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { badCursor, decodeCursor, encodeCursor, isMoment, isWholeNumber, UUID } from "./cursor.ts";
import type { FleetDirectory } from "./fleet-directory.ts";
import { KeptByHost } from "./kept-by-host.ts";
import { toVmRow } from "./to-vm-row.ts";

type Key = string | number;

interface Order {
  keyOf: (vm: VmKeys, isSilent: boolean) => Key;
  /** Validates the key in a cursor; any text is valid if omitted. */
  isGood?: (key: string) => boolean;
  isNumber?: boolean;
}

const NUMBER = { isGood: isWholeNumber, isNumber: true };

/** Sort orders without an index: an index for each would cost every report more than sorting costs the reader. */
const ORDERS: Readonly<Record<string, Order>> = {
  cluster: { keyOf: ({ cluster }) => cluster },
  state: { keyOf: ({ state }) => state },
  generation: { keyOf: ({ generation }) => generation, ...NUMBER },
  guestOs: { keyOf: ({ guestOs }) => guestOs },
  // Sorted as shown: for a silent host there are no findings.
  findings: { keyOf: ({ findings }, isSilent) => (isSilent ? 0 : findings), ...NUMBER },
  conversion: {
    keyOf: ({ conversion }, isSilent) => CONVERSION_RANKS[isSilent ? "unknown" : conversion],
    ...NUMBER,
  },
  configurationVersion: { keyOf: (vm) => vm.configurationVersion },
  lastReportedAt: { keyOf: (vm) => vm.lastReportedAt, isGood: isMoment },
};

export function isOrderOfAll(sort: string): boolean {
  // The order with most findings first has an index.
  return sort !== "-findings" && Object.hasOwn(ORDERS, sort.replace(/^-/, ""));
}

interface Placed {
  key: Key;
  name: string;
  id: string;
}

const CACHE = Symbol.for("innkeeper.vm-keys");
const shared = globalThis as typeof globalThis & { [CACHE]?: KeptByHost<VmKeys[]> };
/** Hosts read at a time: few enough that the process can answer other requests in between. */
const HOSTS_AT_ONCE = 50;

/**
 * A page of all VMs of the fleet, or of those of some generations, found by keys that are cached for each host until it
 * reports again.
 */
export async function listAllVms(
  generations: readonly number[] | null,
  { sort, cursor, limit }: { sort: string; cursor: string | undefined; limit: number },
  directory: FleetDirectory,
): Promise<Omit<Page<VmRow>, "total">> {
  const order = ORDERS[sort.replace(/^-/, "")];
  if (!order) throw new Error(`VMs cannot be sorted by ${sort}.`);
  const sign = sort.startsWith("-") ? -1 : 1;
  const after = toPlaced(decodeCursor(cursor, sort, 3), order);
  const compare = (a: Placed, b: Placed) =>
    sign * compareKeys(a.key, b.key) || compareKeys(a.name, b.name) || compareKeys(a.id, b.id);

  const kept = (shared[CACHE] ??= new KeptByHost());
  const byHost = await kept.of(directory.hosts, readVmKeys, HOSTS_AT_ONCE);
  const silent = new Set(directory.silentHostIds);
  const first = new FirstFew<Placed & { hostId: string }>(limit + 1, compare);
  for (const [hostId, vms] of byHost) {
    const isSilent = silent.has(hostId);
    for (const vm of vms) {
      if (generations !== null && !generations.includes(vm.generation)) continue;
      const placed = { key: order.keyOf(vm, isSilent), name: vm.name, id: vm.id, hostId };
      if (after === null || compare(placed, after) > 0) first.offer(placed);
    }
  }
  const page = first.items.slice(0, limit);
  const last = page.at(-1);
  const rows = new Map((await readListedVms(page)).map((row) => [row.id, toVmRow(row, directory)]));
  return {
    items: page.flatMap(({ id }) => rows.get(id) ?? []),
    nextCursor:
      first.items.length > limit && last ? encodeCursor(sort, [last.key, last.name, last.id]) : null,
  };
}

/** Collects the first items in an order; the others are discarded without being sorted. */
class FirstFew<Item> {
  readonly items: Item[] = [];
  readonly #most: number;
  readonly #compare: (a: Item, b: Item) => number;

  constructor(most: number, compare: (a: Item, b: Item) => number) {
    this.#most = most;
    this.#compare = compare;
  }

  offer(item: Item): void {
    const last = this.items.at(-1);
    const isFull = this.items.length === this.#most;
    if (isFull && last !== undefined && this.#compare(item, last) >= 0) return;
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.items[middle];
      if (there !== undefined && this.#compare(there, item) <= 0) low = middle + 1;
      else high = middle;
    }
    if (isFull) this.items.pop();
    this.items.splice(low, 0, item);
  }
}

function compareKeys(a: Key, b: Key): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @throws AppError `bad-request` if the cursor is invalid */
function toPlaced(keys: string[] | null, { isGood, isNumber }: Order): Placed | null {
  if (keys === null) return null;
  const [key = "", name = "", id = ""] = keys;
  if (isGood?.(key) === false || !UUID.test(id)) throw badCursor();
  return { key: isNumber ? Number(key) : key, name, id };
}
