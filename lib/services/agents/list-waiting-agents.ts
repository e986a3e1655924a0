import { listWaitingAgents as readWaitingAgents } from "@/lib/data/access/agents.ts";
import type { WaitingAgents } from "@/lib/contract/api/access.ts";
import { freshnessOf } from "@/lib/domain/freshness.ts";

/** New agent instances on known machines, with the information an administrator needs to approve or refuse them. */
export async function listWaitingAgents(now: Date): Promise<WaitingAgents> {
  const rows = await readWaitingAgents();
  return {
    items: rows.map(({ hostId, hostName, createdAt, askedAt, present, lastReport, ...row }) => ({
      ...row,
      host: { id: hostId, name: hostName },
      firstAskedAt: createdAt,
      lastAskedAt: askedAt,
      present: present && {
        instanceId: present.instanceId,
        version: present.version,
        address: present.address,
        enrolledAt: present.createdAt,
      },
      lastReportedAt: lastReport?.observedAt ?? null,
      freshness:
        lastReport &&
        freshnessOf({
          lastReportedAt: lastReport.observedAt,
          intervalSeconds: lastReport.intervalSeconds,
          retiredAt: null,
          now,
        }),
    })),
  };
}
