import { decideOnAgent as writeDecision } from "@/lib/data/access/agents.ts";
import { AppError } from "../app-error.ts";
import { UUID } from "../cursor.ts";

/**
 * Approves a waiting instance, which then enrols at its next attempt and replaces the previous one, or refuses it.
 * @throws AppError `not-found` if no instance with that id is waiting
 */
export async function decideOnAgent(
  id: string,
  decision: "approved" | "refused",
  by: { name: string; at: Date },
): Promise<{ id: string }> {
  if (UUID.test(id) && (await writeDecision(id.toLowerCase(), decision, by))) return { id: id.toLowerCase() };
  throw new AppError("not-found", "No agent instance with this id is waiting for approval.");
}
