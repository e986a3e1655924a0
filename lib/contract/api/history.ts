import { z } from "zod";
import { change } from "./changes.ts";
import { isoTime } from "./words.ts";

/**
 * One lane for each service and one for health, with spans of one status. A gap between spans is a period without
 * reports.
 */
export const vmHistory = z.object({
  from: isoTime,
  to: isoTime,
  lanes: z.array(
    z.object({
      key: z.string(),
      spans: z.array(z.object({ status: z.string(), from: isoTime, to: isoTime })),
    }),
  ),
  /** Newest first. */
  changes: z.array(change),
});
export type VmHistory = z.output<typeof vmHistory>;
