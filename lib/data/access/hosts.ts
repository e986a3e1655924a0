import "server-only";
import { getDatabase } from "@/lib/data/database.ts";

/** Records until when reports from a host's past are imported: until then their age does not mean that the host is silent. */
export async function announcePast(hostId: string, until: Date): Promise<void> {
  await getDatabase().pool.query("UPDATE hosts SET past_comes_until = $2 WHERE id = $1", [hostId, until]);
}
