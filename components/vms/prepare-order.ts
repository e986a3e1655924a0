/** How far an order that is on the screen is from the one that the newest data would give. */
export interface OrderChange {
  added: number;
  removed: number;
  moved: number;
}

/** Compares two orders of ids. Moved are the fewest that would have to move for the rest to stand as they do. */
export function compareOrders(shown: readonly string[], wanted: readonly string[]): OrderChange {
  const place = new Map(shown.map((id, index) => [id, index]));
  const common: number[] = [];
  for (const id of wanted) {
    const at = place.get(id);
    if (at !== undefined) common.push(at);
  }
  return {
    added: wanted.length - common.length,
    removed: shown.length - common.length,
    moved: common.length - longestRise(common),
  };
}

interface Placed {
  id: string;
  health: string;
}

/**
 * What waits for the reader: VMs that came, went, or are judged anew. One bad VM moves its whole host, and that is one
 * change, not forty; rows that move for no such reason count themselves.
 */
export function countWaiting(shown: readonly Placed[], wanted: readonly Placed[]): number {
  const { added, removed, moved } = compareOrders(
    shown.map(({ id }) => id),
    wanted.map(({ id }) => id),
  );
  if (added + removed + moved === 0) return 0;
  const before = new Map(shown.map(({ id, health }) => [id, health]));
  const judged = wanted.filter(({ id, health }) => before.has(id) && before.get(id) !== health).length;
  return added + removed + (judged > 0 ? judged : moved);
}

/** Length of the longest rising subsequence, by patience: what stands in both orders alike. */
function longestRise(values: readonly number[]): number {
  const tails: number[] = [];
  for (const value of values) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? Infinity) < value) low = middle + 1;
      else high = middle;
    }
    tails[low] = value;
  }
  return tails.length;
}
