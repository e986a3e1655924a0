import { deleteAwaitedHost } from "@/lib/data/access/agents.ts";
import { AppError } from "../app-error.ts";
import { UUID } from "../cursor.ts";

/**
 * Takes a host out that enrolled and never reported. Its agent is nobody any more, and may enrol anew with a key.
 * @throws AppError `not-found` where there is none, also since its first report came
 */
export async function forgetAwaitedHost(id: string): Promise<{ id: string }> {
  if (UUID.test(id) && (await deleteAwaitedHost(id.toLowerCase()))) return { id: id.toLowerCase() };
  throw new AppError("not-found", "No host with this id is waiting for its first report.");
}
