import { enrolHost, type EnrolmentOutcome } from "@/lib/data/ingest/enrolment.ts";
import { inTransaction } from "@/lib/data/transaction.ts";
import { AppError } from "./app-error.ts";
import { newId } from "./new-id.ts";

export interface Enrolment {
  instanceId: string;
  machineId: string;
  name: string;
  fqdn: string | null;
  agentVersion: string | null;
}

/**
 * Registers a host with a key whose format was already checked. The caller creates the token; only its hash is stored.
 * @throws AppError `unauthenticated` for a key that is unknown, expired or revoked; `forbidden` for one that is used up,
 * unless this instance enrolled with it; `conflict` for a machine that is known under another instance, which then waits
 * for an administrator's approval
 */
export async function enrollHost(request: {
  keyHash: string;
  enrolment: Enrolment;
  tokenHash: string;
  /** Address of the request. */
  address?: string;
  now: Date;
}): Promise<{ hostId: string }> {
  const outcome: EnrolmentOutcome = await inTransaction((client) =>
    enrolHost(client, {
      ...request,
      address: request.address ?? null,
      now: request.now.toISOString(),
      newHostId: newId(),
      newAgentId: newId(),
    }),
  );
  switch (outcome.kind) {
    case "enrolled":
      return { hostId: outcome.hostId };
    case "bad-key":
      throw new AppError("unauthenticated", "This enrolment key is unknown, expired or revoked.");
    case "used-up":
      throw new AppError("forbidden", "This enrolment key is used up.");
    case "held":
      throw new AppError(
        "conflict",
        "This machine is registered with another agent instance. An administrator must approve the new one.",
        {
          errors: [{ path: "instanceId", message: "is waiting for approval" }],
        },
      );
    case "instance-elsewhere":
      throw new AppError("conflict", "This agent instance belongs to another machine.", {
        errors: [{ path: "instanceId", message: "belongs to another machine" }],
      });
  }
}
