import type * as Work from "./work.ts";

export type WithDatabase = typeof withDatabase;

/**
 * Opens the database of the running server, or starts the packaged one, for the duration of the command. The commands' own
 * code is loaded only then, so that help and usage errors appear immediately.
 */
export async function withDatabase<Result>(command: (work: typeof Work) => Promise<Result>): Promise<Result> {
  const work = await import("./work.ts");
  return work.inDatabase(() => command(work));
}
