/** How far the displayed order is from the order of the newest data. */
export interface OrderChange {
  added: number;
  removed: number;
  moved: number;
}

/** Compares two orders of ids. Moved are the fewest that would have to move for the rest to be in order. */
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
 * Changes that wait for the reader: VMs that appeared, disappeared, or have a new verdict. One bad VM moves its whole
 * host, and that is one change, not forty; rows that move for another reason are counted themselves.
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

/** Length of the longest increasing subsequence, by patience sorting: what both orders have in common. */
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
