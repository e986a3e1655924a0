import { z } from "zod";

/** The agent package that this server provides. */
export const agentPackage = z.object({
  version: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int(),
});

export type AgentPackage = z.output<typeof agentPackage>;
