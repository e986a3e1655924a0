import { createFleet } from "@/agents/mock/fleet.ts";
import type { ScenarioName } from "@/agents/mock/scenarios.ts";
import { getDatabase } from "@/lib/data/database.ts";
import { enrollHost } from "../enroll-host.ts";
import { ingestSnapshot } from "../ingest-snapshot.ts";
import { toReport } from "../ingest/read-report.ts";

const STARTED = new Date("2026-11-23T08:00:00Z");
/** After the ten minutes of grace for a guest that was just started. */
const SETTLED_TICK = 15;
/** When the hosts of `reportMockFleet` reported. */
export const REPORTED_AT = new Date(STARTED.getTime() + SETTLED_TICK * 60_000);

/** Enrols all hosts of a mock fleet and stores one report of each. */
export async function reportMockFleet(scenario: ScenarioName): Promise<void> {
  const fleet = createFleet({ scenario, now: STARTED, intervalSeconds: 60 });
  for (const host of fleet.hosts) {
    const { instanceId, machineId, name } = host.enrollment;
    await getDatabase().prisma.enrolmentKey.create({ data: { name, keyHash: `key ${instanceId}` } });
    const { hostId } = await enrollHost({
      keyHash: `key ${instanceId}`,
      tokenHash: `token ${instanceId}`,
      enrolment: { instanceId, machineId, name, fqdn: null, agentVersion: "1.0.0" },
      now: STARTED,
    });
    await ingestSnapshot({
      agent: { hostId, instanceId },
      snapshot: toReport(host.snapshotAt(SETTLED_TICK)),
      receivedAt: REPORTED_AT,
    });
  }
}
