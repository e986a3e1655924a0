import { deleteAwaitedHost } from "@/lib/data/access/agents.ts";
import { AppError } from "../app-error.ts";
import { UUID } from "../cursor.ts";

/**
 * Removes a host that enrolled but never reported. Its agent loses access and may enrol again with a key.
 * @throws AppError `not-found` if there is no such host, or if it has reported in the meantime
 */
export async function forgetAwaitedHost(id: string): Promise<{ id: string }> {
  if (UUID.test(id) && (await deleteAwaitedHost(id.toLowerCase()))) return { id: id.toLowerCase() };
  throw new AppError("not-found", "No host with this id is waiting for its first report.");
}
