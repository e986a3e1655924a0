import "server-only";
import { getDatabase } from "@/lib/data/database.ts";

/** Says that reports of a host's past come until then, and that their age is no sign of silence. */
export async function announcePast(hostId: string, until: Date): Promise<void> {
  await getDatabase().pool.query("UPDATE hosts SET past_comes_until = $2 WHERE id = $1", [hostId, until]);
}
