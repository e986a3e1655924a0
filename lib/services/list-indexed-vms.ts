import { readListedVms } from "@/lib/data/read/indexed-vms.ts";
import { CONVERSION_RANKS, HEALTH_RANKS } from "@/lib/data/read/vm-ranks.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import {
  badCursor,
  badParameter,
  decodeCursor,
  encodeCursor,
  isMoment,
  isWholeNumber,
  UUID,
} from "./cursor.ts";
import type { FleetDirectory } from "./fleet-directory.ts";
import { matchVms } from "./match-vms.ts";
import { toVmRows } from "./to-vm-row.ts";
import { vmIndex, type IndexedVm } from "./vm-index.ts";
import type { VmQuery } from "./vm-query.ts";

type Key = string | number;

interface Order {
  keyOf: (vm: IndexedVm, isSilent: boolean) => Key;
  /** Validates the key in a cursor; any text is valid if omitted. */
  isGood?: (key: string) => boolean;
  isNumber?: boolean;
}

const NUMBER = { isGood: isWholeNumber, isNumber: true };

/** Sorted as shown: of a silent host everything is unknown, and there are no findings. */
const ORDERS: Readonly<Record<string, Order>> = {
  name: { keyOf: ({ name }) => name },
  health: { keyOf: ({ healthRank }, isSilent) => (isSilent ? HEALTH_RANKS.unknown : healthRank), ...NUMBER },
  cluster: { keyOf: ({ cluster }) => cluster },
  state: { keyOf: ({ state }) => state },
  generation: { keyOf: ({ generation }) => generation, ...NUMBER },
  guestOs: { keyOf: ({ guestOs }) => guestOs },
  findings: { keyOf: ({ findings }, isSilent) => (isSilent ? 0 : findings), ...NUMBER },
  conversion: {
    keyOf: ({ conversionRank }, isSilent) => (isSilent ? CONVERSION_RANKS.unknown : conversionRank),
    ...NUMBER,
  },
  configurationVersion: { keyOf: (vm) => vm.configurationVersion },
  lastReportedAt: { keyOf: (vm) => vm.lastReportedAt, isGood: isMoment },
};

interface Placed {
  key: Key;
  name: string;
  id: string;
}

/**
 * A page of a query's VMs. All of them are visited in memory, and only those of the page are read.
 * @throws AppError `bad-request` if the sort or the cursor is invalid
 */
export async function listIndexedVms(
  query: VmQuery,
  { sort, cursor, limit }: { sort: string; cursor: string | undefined; limit: number },
  directory: FleetDirectory,
): Promise<Page<VmRow>> {
  const isDescending = sort.startsWith("-");
  const by = sort.replace(/^-/, "");
  const order = Object.hasOwn(ORDERS, by) ? ORDERS[by] : undefined;
  if (!order) throw badParameter("sort", "is not a sortable column of this list");
  const sign = isDescending ? -1 : 1;
  const compare = (key: Key, a: Omit<Placed, "key">, b: Placed) =>
    sign * compareKeys(key, b.key) ||
    compareKeys(a.name, b.name) ||
    // Turned round, a list by name begins with its end.
    (by === "name" ? sign : 1) * compareKeys(a.id, b.id);
  const after = toPlaced(decodeCursor(cursor, sort, 3), order);
  const first = new FirstFew<Placed & { hostId: string }>(limit + 1, (a, b) => compare(a.key, a, b));
  let total = 0;
  for (const { hostId, isSilent, vms } of matchVms(
    query,
    await vmIndex(directory, query.isGone),
    directory,
  )) {
    total += vms.length;
    for (const vm of vms) {
      const key = order.keyOf(vm, isSilent);
      const isBefore = after !== null && compare(key, vm, after) <= 0;
      if (isBefore || (first.last && compare(key, vm, first.last) >= 0)) continue;
      first.add({ key, name: vm.name, id: vm.id, hostId });
    }
  }
  const page = first.items.slice(0, limit);
  const last = page.at(-1);
  return {
    items: toVmRows(page, await readListedVms(page), directory),
    nextCursor:
      first.items.length > limit && last ? encodeCursor(sort, [last.key, last.name, last.id]) : null,
    total,
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

  /** Once there are enough items, only those before this one are added. */
  get last(): Item | undefined {
    return this.items[this.#most - 1];
  }

  add(item: Item): void {
    const isFull = this.last !== undefined;
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
