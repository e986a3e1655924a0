import type * as Work from "./work.ts";

export type WithDatabase = typeof withDatabase;

/**
 * Opens the database of the running server, or starts the packaged one, for as long as the command takes. What commands do is
 * read only then: help, and words about a wrong usage, come at once.
 */
export async function withDatabase<Result>(command: (work: typeof Work) => Promise<Result>): Promise<Result> {
  const work = await import("./work.ts");
  return work.inDatabase(() => command(work));
}
