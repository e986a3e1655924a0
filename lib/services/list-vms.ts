import { readVmPage } from "@/lib/data/read/vm-page.ts";
import { countVms, type VmQuery } from "@/lib/data/read/vms.ts";
import { SqlParts } from "@/lib/data/read/sql-parts.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { countOnce } from "./count-once.ts";
import { encodeCursor } from "./cursor.ts";
import { fleetDirectory, type FleetDirectory } from "./fleet-directory.ts";
import { listIndexedVms } from "./list-indexed-vms.ts";
import { isOrderOfHosts, listVmsByHost } from "./list-vms-by-host.ts";
import { toVmRow } from "./to-vm-row.ts";
import { vmOrder } from "./vm-order.ts";
import { isWhole, toVmQuery, type VmFilterWords } from "./vm-query.ts";

export interface VmListWords extends VmFilterWords {
  sort?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

const DEFAULT_LIMIT = 100;
/** The database has an index for each, which finds a page of all VMs at once. */
const INDEXED_ORDERS: ReadonlySet<string> = new Set(["name", "-name", "health", "-health", "-findings"]);

/** A page of VMs, worst first unless another sort is requested. */
export async function listVms(words: VmListWords, now: Date): Promise<Page<VmRow>> {
  const directory = await fleetDirectory(now);
  const query = toVmQuery(words, directory);
  const limit = words.limit ?? DEFAULT_LIMIT;
  const sort = words.sort ?? "health";
  const listing = { sort, cursor: words.cursor, limit };
  if (isOrderOfHosts(sort)) return listVmsByHost(query, listing, directory);
  if (!query.gone && !(isWhole(query) && INDEXED_ORDERS.has(sort)))
    return listIndexedVms(query, listing, directory);
  const sql = new SqlParts();
  const { order, after } = vmOrder(sort, words.cursor);
  const [rows, total] = await Promise.all([
    readVmPage(query, order, sql, after, limit),
    totalOf(query, directory),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => toVmRow(row, directory)),
    nextCursor: rows.length > limit && last ? encodeCursor(sort, last.sortKey) : null,
    total,
  };
}

async function totalOf(query: VmQuery, directory: FleetDirectory): Promise<Page<VmRow>["total"]> {
  if (isWhole(query)) return directory.hosts.reduce((sum, { counts }) => sum + counts.vms, 0);
  return countOnce("vms", query, directory, countVms);
}
