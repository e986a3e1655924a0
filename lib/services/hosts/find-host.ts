import { AppError } from "../app-error.ts";
import { fleetDirectory } from "../fleet-directory.ts";
import { hostIdsOf } from "../vm-query.ts";

/**
 * Finds a host by its id, name or FQDN, ignoring case.
 * @throws AppError `not-found` if no such host has reported, `conflict` if several have the name
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
