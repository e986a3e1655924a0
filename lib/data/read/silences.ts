import "server-only";
import { getDatabase } from "../database.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";

export interface HostSilence {
  hostId: string;
  from: IsoTime;
  to: IsoTime;
}

/** Periods without reports from these hosts that ended after `since`; oldest first. */
export async function readSilences(hostIds: readonly string[], since: IsoTime): Promise<HostSilence[]> {
  if (hostIds.length === 0) return [];
  const { rows } = await getDatabase().pool.query<HostSilence>(
    `SELECT host_id AS "hostId", from_at AS "from", to_at AS "to" FROM host_silences
      WHERE host_id = ANY($1::uuid[]) AND to_at > $2::timestamptz ORDER BY from_at`,
    [hostIds, since],
  );
  return rows;
}
