import type { FleetDirectory } from "./fleet-directory.ts";
import { KeptAnswers } from "./kept-answers.ts";

const CACHE = Symbol.for("innkeeper.counts");
const shared = globalThis as typeof globalThis & { [CACHE]?: KeptAnswers<number> };
const MAX_ANSWERS = 64;
/** Beyond it the exact number is of no use. */
const CEILING = 10_000;

/** The total of a list that is filtered by the database: counted once, until the fleet's version increases. */
export async function countOnce<Query extends object>(
  query: Query,
  { signature }: FleetDirectory,
  count: (query: Query, ceiling: number) => Promise<number>,
): Promise<number | { atLeast: number }> {
  const kept = (shared[CACHE] ??= new KeptAnswers(MAX_ANSWERS));
  // Which hosts are silent is part of the signature.
  const key = JSON.stringify([signature, { ...query, silentHostIds: null }]);
  const counted = await kept.of(key, () => count(query, CEILING));
  return counted > CEILING ? { atLeast: CEILING } : counted;
}
