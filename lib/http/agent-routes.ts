import { parseEnrollmentJson } from "@/lib/contract/agent/read-snapshot.ts";
import { enrollHost } from "@/lib/services/enroll-host.ts";
import { ingestSnapshot } from "@/lib/services/ingest-snapshot.ts";
import { readReport } from "@/lib/services/ingest/read-report.ts";
import { authenticateAgent } from "@/lib/services/tokens/authenticate-agent.ts";
import { authenticateEnrolmentKey } from "@/lib/services/tokens/authenticate-enrolment-key.ts";
import { createToken } from "@/lib/services/tokens/secret-token.ts";
import { agentRoute } from "./agent-route.ts";

/** Enrols a host and returns its token, which cannot be read again. */
export const postEnroll = agentRoute({
  authenticate: authenticateEnrolmentKey,
  parse: (bytes) => {
    const result = parseEnrollmentJson(bytes);
    return result.ok ? { ok: true, body: result.enrollment } : result;
  },
  async handle({ caller, body, context }) {
    const { token, hash } = createToken("agent");
    const { hostId } = await enrollHost({
      keyHash: caller.keyHash,
      enrolment: { ...body, fqdn: body.fqdn ?? null, agentVersion: body.agentVersion ?? null },
      tokenHash: hash,
      address: context.clientAddress,
      now: context.now,
    });
    return Response.json({ hostId, token }, { status: 201 });
  },
});

/**
 * Agents retry until they get an answer, so a snapshot may arrive twice. It is stored once, and on disk before the
 * answer.
 */
export const postSnapshot = agentRoute({
  authenticate: authenticateAgent,
  parse: (bytes) => {
    const result = readReport(bytes);
    return result.ok ? { ok: true, body: result.snapshot } : result;
  },
  async handle({ caller, body, context }) {
    const { now: receivedAt, reportIntervalSeconds } = context;
    const result = await ingestSnapshot({ agent: caller, snapshot: body, receivedAt, reportIntervalSeconds });
    switch (result.kind) {
      case "stored": {
        const { snapshotId, hostId, vms, changes, nextIntervalSeconds } = result;
        return Response.json({ snapshotId, hostId, vms, changes, nextIntervalSeconds }, { status: 201 });
      }
      case "duplicate":
        return Response.json({ duplicate: true });
      case "stale":
        return Response.json({ stale: true });
    }
  },
});
