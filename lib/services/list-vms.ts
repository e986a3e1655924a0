import type { Page } from "@/lib/contract/api/page.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { fleetDirectory } from "./fleet-directory.ts";
import { listIndexedVms } from "./list-indexed-vms.ts";
import { isOrderOfHosts, listVmsByHost } from "./list-vms-by-host.ts";
import { toVmQuery, type VmFilterWords } from "./vm-query.ts";

export interface VmListWords extends VmFilterWords {
  sort?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

const DEFAULT_LIMIT = 100;

/** A page of VMs, worst first unless another sort is requested. */
export async function listVms(words: VmListWords, now: Date): Promise<Page<VmRow>> {
  const directory = await fleetDirectory(now);
  const query = toVmQuery(words, directory);
  const sort = words.sort ?? "health";
  const listing = { sort, cursor: words.cursor, limit: words.limit ?? DEFAULT_LIMIT };
  return isOrderOfHosts(sort)
    ? listVmsByHost(query, listing, directory)
    : listIndexedVms(query, listing, directory);
}
