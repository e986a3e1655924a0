import { decideOnAgent as writeDecision } from "@/lib/data/access/agents.ts";
import { AppError } from "../app-error.ts";
import { UUID } from "../cursor.ts";

/**
 * Lets a waiting instance enrol at its next attempt, after which the one before it is nobody any more; or turns it away.
 * @throws AppError `not-found` where none of that id waits
 */
export async function decideOnAgent(
  id: string,
  decision: "approved" | "refused",
  by: { name: string; at: Date },
): Promise<{ id: string }> {
  if (UUID.test(id) && (await writeDecision(id.toLowerCase(), decision, by))) return { id: id.toLowerCase() };
  throw new AppError("not-found", "No agent instance with this id is waiting for approval.");
}
