/** Mulberry32: the same cases in every run. */
export function randomFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <Value>(values: readonly Value[]): Value => {
    const picked = values[Math.floor(next() * values.length)];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  };
  return { pick, isOne: (chance: number) => next() < chance };
}
