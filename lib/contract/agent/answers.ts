import { z } from "zod";

/** 201 of `POST /api/v1/snapshots`: stored on disk, so the agent can discard the snapshot. */
export const snapshotStored = z.object({
  snapshotId: z.uuid(),
  hostId: z.uuid(),
  vms: z.int().describe("Number of VMs in the snapshot."),
  changes: z.int().describe("Number of entries written to the change log."),
  nextIntervalSeconds: z.int().describe("Seconds until the next snapshot is expected."),
});

/** 200 of `POST /api/v1/snapshots`: nothing to store, so the agent can discard the snapshot as well. */
export const snapshotNotNeeded = z.union([
  z.object({ duplicate: z.literal(true).describe("This id is already stored.") }),
  z.object({ stale: z.literal(true).describe("A newer (epoch, sequence) is stored.") }),
]);

/** 201 of `POST /api/v1/enroll`. */
export const hostEnrolled = z.object({
  hostId: z.uuid(),
  token: z.string().describe("The agent's token, returned only once."),
});
