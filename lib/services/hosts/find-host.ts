import { AppError } from "../app-error.ts";
import { fleetDirectory } from "../fleet-directory.ts";
import { hostIdsOf } from "../vm-query.ts";

/**
 * One host by its id, its name or its full name, whatever the case of their letters.
 * @throws AppError `not-found` where no such host has reported, `conflict` where several have the name
 */
export async function findHost(word: string, now: Date): Promise<{ id: string; name: string }> {
  const directory = await fleetDirectory(now);
  const ids = hostIdsOf([word], directory);
  const [id] = ids;
  const host = id === undefined ? undefined : directory.byId.get(id);
  if (!host) throw new AppError("not-found", `No host with the id or name ${word} has ever reported.`);
  if (ids.length > 1)
    throw new AppError(
      "conflict",
      `${ids.length} hosts are named ${word}. Specify an id: ${ids.join(", ")}.`,
    );
  return { id: host.id, name: host.name };
}
