import { readClosestName } from "@/lib/data/read/closest-name.ts";
import type { ClosestName } from "@/lib/contract/api/vms.ts";
import { fleetDirectory } from "./fleet-directory.ts";
import { matchVms } from "./match-vms.ts";
import { vmIndex } from "./vm-index.ts";
import { isWhole, toVmQuery, type VmFilterWords } from "./vm-query.ts";

/** For a search that finds nothing: the most similar name among the VMs that match the other filters. */
export async function closestName(words: VmFilterWords, now: Date): Promise<ClosestName> {
  const word = words.search?.trim() ?? "";
  if (word === "") return { name: null };
  const directory = await fleetDirectory(now);
  const query = toVmQuery({ ...words, search: undefined }, directory);
  if (isWhole(query)) return { name: await readClosestName(word, null) };
  const ids: string[] = [];
  for (const { vms } of matchVms(query, await vmIndex(directory, query.isGone), directory))
    ids.push(...vms.map(({ id }) => id));
  return { name: await readClosestName(word, ids) };
}
