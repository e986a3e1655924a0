import { readClosestName } from "@/lib/data/read/closest-name.ts";
import type { ClosestName } from "@/lib/contract/api/vms.ts";
import { fleetDirectory } from "./fleet-directory.ts";
import { toVmQuery, type VmFilterWords } from "./vm-query.ts";

/** For a search that finds nothing: the most similar name among the VMs that match the other filters. */
export async function closestName(words: VmFilterWords, now: Date): Promise<ClosestName> {
  const word = words.search?.trim() ?? "";
  if (word === "") return { name: null };
  const query = toVmQuery({ ...words, search: undefined }, await fleetDirectory(now));
  return { name: await readClosestName(query, word) };
}
