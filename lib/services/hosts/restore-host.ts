import { lockHost } from "@/lib/data/ingest/host-state.ts";
import { inTransaction } from "@/lib/data/transaction.ts";
import { AppError } from "../app-error.ts";
import { UUID } from "../cursor.ts";
import { judgeDrift } from "../ingest/cluster-drift.ts";
import { bringBack } from "./bring-back.ts";

/**
 * Manually reverts a retirement: the host and its VMs return to their previous state, unknown until the host reports.
 * @returns `isNew` is false if the host was not retired and nothing was done
 * @throws AppError `not-found` if no host with this id has ever reported
 */
export async function restoreHost(
  id: string,
  now: Date,
): Promise<{ id: string; name: string; isNew: boolean }> {
  const at = now.toISOString();
  return inTransaction(async (client) => {
    const host = UUID.test(id) ? await lockHost(client, id.toLowerCase(), null) : null;
    if (!host?.report) throw new AppError("not-found", "No host with this id has ever reported.");
    const { hostId, name, cluster, retiredAt } = host;
    if (retiredAt === null) return { id: hostId, name, isNew: false };
    await bringBack(client, host, { at, now: at });
    if (cluster !== null) await judgeDrift(client, hostId, [cluster], { at, now: at, isAgain: true });
    return { id: hostId, name, isNew: true };
  });
}
