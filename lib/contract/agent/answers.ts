import { z } from "zod";

/** 201 of `POST /api/v1/snapshots`: on disk, so the agent may forget it. */
export const snapshotStored = z.object({
  snapshotId: z.uuid(),
  hostId: z.uuid(),
  vms: z.int().describe("How many VMs the snapshot listed."),
  changes: z.int().describe("How many entries it wrote to the change log."),
  nextIntervalSeconds: z.int().describe("When the next one is expected."),
});

/** 200 of `POST /api/v1/snapshots`: nothing to store, so the agent may forget it as well. */
export const snapshotNotNeeded = z.union([
  z.object({ duplicate: z.literal(true).describe("This id is stored.") }),
  z.object({ stale: z.literal(true).describe("A newer (epoch, sequence) is stored.") }),
]);

/** 201 of `POST /api/v1/enroll`. */
export const hostEnrolled = z.object({
  hostId: z.uuid(),
  token: z.string().describe("The agent's token, told this once."),
});
