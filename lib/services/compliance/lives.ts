import type { EndedFindings } from "@/lib/data/compliance/fix-days.ts";

/** How long findings of one rule and severity had been open when they were fixed: in seconds, shortest first. */
export interface Lives extends Omit<EndedFindings, "seconds"> {
  seconds: Uint32Array;
}

export function toLives({ seconds, ...ended }: EndedFindings): Lives {
  return { ...ended, seconds: Uint32Array.from(seconds === "" ? [] : seconds.split(","), Number).sort() };
}

/** Number of findings fixed within the given seconds. */
export function mendedWithin(lives: readonly Lives[], seconds: number): number {
  return lives.reduce((sum, each) => sum + placeAfter(each.seconds, seconds), 0);
}

export function countMended(lives: readonly Lives[]): number {
  return lives.reduce((sum, each) => sum + each.seconds.length, 0);
}

/**
 * The time within which this share of them was fixed. It is the value of one of them, without averaging or interpolation.
 * The lists are not merged: sorting a year of them for every request would take too long.
 */
export function quantileOf(lives: readonly Lives[], share: number): number | null {
  const rank = Math.ceil(countMended(lives) * share);
  if (rank === 0) return null;
  let [low, high] = [0, longestOf(lives) ?? 0];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (mendedWithin(lives, middle) >= rank) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function longestOf(lives: readonly Lives[]): number | null {
  const longest = Math.max(...lives.map(({ seconds }) => seconds.at(-1) ?? -1));
  return longest < 0 ? null : longest;
}

/** The first index whose element is greater than the value. */
function placeAfter(sorted: Uint32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
