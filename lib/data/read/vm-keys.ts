import "server-only";
import type { IsoTime } from "@/lib/domain/facts.ts";
import type { ConversionVerdict } from "@/lib/domain/words.ts";
import { getDatabase } from "../database.ts";
import { FINDINGS_WEIGHT, SORT_KEYS } from "./vm-ranks.ts";
import { LISTED_VM_COLUMNS, type ListedVm } from "./vms.ts";

/** Sort keys for lists of all VMs, for orders without an index. */
export interface VmKeys {
  id: string;
  /** The beginning of the text, in lower case. */
  name: string;
  cluster: string;
  state: string;
  generation: number;
  guestOs: string;
  findings: number;
  conversion: ConversionVerdict;
  configurationVersion: string;
  lastReportedAt: IsoTime;
}

const RUNTIMES = "LEFT JOIN vm_runtimes t ON t.host_id = v.host_id AND t.id = v.id";

const COLUMNS = Object.entries(SORT_KEYS)
  .map(([name, expression]) => `${expression} AS "${name}"`)
  .join(", ");

/** Sort keys of the VMs on these hosts that are not gone, by host. They are kept, so equal texts are one text. */
export async function readVmKeys(hostIds: readonly string[]): Promise<Map<string, VmKeys[]>> {
  const { rows } = await getDatabase().pool.query<VmKeys & { hostId: string }>(
    `SELECT v.host_id AS "hostId", v.id, ${COLUMNS}, ${FINDINGS_WEIGHT} AS findings, v.conversion
       FROM vms v ${RUNTIMES}
      WHERE v.gone_at IS NULL AND v.host_id = ANY($1::uuid[])`,
    [hostIds],
  );
  const byHost = new Map<string, VmKeys[]>();
  const texts = new Map<string, string>();
  const once = (text: string) => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  for (const { hostId, ...row } of rows) {
    const keys = {
      ...row,
      cluster: once(row.cluster),
      state: once(row.state),
      guestOs: once(row.guestOs),
      configurationVersion: once(row.configurationVersion),
      lastReportedAt: once(row.lastReportedAt),
    };
    const list = byHost.get(hostId);
    if (list) list.push(keys);
    else byHost.set(hostId, [keys]);
  }
  return byHost;
}

/** List rows of these VMs, unordered. */
export async function readListedVms(keys: readonly { hostId: string; id: string }[]): Promise<ListedVm[]> {
  if (keys.length === 0) return [];
  const { rows } = await getDatabase().pool.query<ListedVm>(
    `SELECT ${LISTED_VM_COLUMNS}, ARRAY[]::text[] AS "sortKey"
       FROM unnest($1::uuid[], $2::uuid[]) AS page (host_id, id)
       JOIN vms v ON v.host_id = page.host_id AND v.id = page.id ${RUNTIMES}`,
    [keys.map(({ hostId }) => hostId), keys.map(({ id }) => id)],
  );
  return rows;
}
