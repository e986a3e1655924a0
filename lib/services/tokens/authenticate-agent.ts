import "server-only";
import { findAgentByTokenHash, type AgentRow } from "@/lib/data/access/agents.ts";
import { AppError } from "@/lib/services/app-error.ts";
import { bearerOf, hashToken, isToken } from "./secret-token.ts";

export type AuthenticatedAgent = AgentRow;

/** Authenticates an agent. @throws AppError `unauthenticated` or `forbidden` */
export async function authenticateAgent(authorization: string | null): Promise<AuthenticatedAgent> {
  const token = bearerOf(authorization);
  if (token === null)
    throw new AppError("unauthenticated", "An agent token is required: Authorization: Bearer ika_…");
  if (!isToken("agent", token)) throw new AppError("unauthenticated", "This is not an agent token.");
  const agent = await findAgentByTokenHash(hashToken(token));
  if (agent === null) throw new AppError("unauthenticated", "This agent token is unknown.");
  if (agent.status !== "active") throw new AppError("forbidden", "This agent token was revoked.");
  return agent;
}
