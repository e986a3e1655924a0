import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { getDatabase } from "@/lib/data/database.ts";
import { snapshotV1, type SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { enrollHost } from "../enroll-host.ts";
import { toReport } from "../ingest/read-report.ts";
import { ingestSnapshot, type IngestResult } from "../ingest-snapshot.ts";

const EXAMPLE: unknown = JSON.parse(
  readFileSync(new URL("./example-snapshot.json", import.meta.url), "utf8"),
);

/** A test host, enrolled through the service, whose snapshots are the contract's example with changes. */
export interface TestHost {
  hostId: string;
  machineId: string;
  instanceId: string;
  /** The example as this host would post it next; may be modified. */
  snapshot(change?: (snapshot: SnapshotV1) => void): SnapshotV1;
  post(change?: (snapshot: SnapshotV1) => void, receivedAt?: Date): Promise<IngestResult>;
}

export async function enrolTestHost(options: {
  name?: string;
  tags?: string[];
  now: Date;
}): Promise<TestHost> {
  const keyHash = createHash("sha256").update(randomUUID()).digest("hex");
  await getDatabase().prisma.enrolmentKey.create({
    data: { name: "test", keyHash, tags: options.tags ?? [] },
  });
  const instanceId = randomUUID();
  const machineId = createHash("sha256").update(instanceId).digest("hex");
  const name = options.name ?? `HV-${instanceId.slice(0, 8)}`;
  const { hostId } = await enrollHost({
    keyHash,
    tokenHash: createHash("sha256").update(`token ${instanceId}`).digest("hex"),
    enrolment: { instanceId, machineId, name, fqdn: null, agentVersion: "1.0.0" },
    now: options.now,
  });
  let sequence = 0;
  let at = options.now;
  const snapshot: TestHost["snapshot"] = (change) => {
    const next = snapshotV1.parse(EXAMPLE);
    sequence += 1;
    next.snapshotId = randomUUID();
    next.epoch = 1;
    next.sequence = sequence;
    next.collectedAt = at.toISOString();
    next.sentAt = at.toISOString();
    next.agent.instanceId = instanceId;
    next.host.name = name;
    next.host.machineId = machineId;
    next.host.cluster = null;
    next.sections = [{ name: "vms", status: "ok", durationMs: 1, collectedAt: null, error: null }];
    change?.(next);
    return next;
  };
  return {
    hostId,
    machineId,
    instanceId,
    snapshot,
    post: (change, receivedAt) => {
      at = receivedAt ?? new Date(at.getTime() + 60_000);
      return ingestSnapshot({
        agent: { hostId, instanceId },
        snapshot: toReport(snapshot(change)),
        receivedAt: at,
      });
    },
  };
}
