import { z } from "zod";
import { isoTime } from "./words.ts";

/** One part of a report: whether the agent read it, how long that took, and its error text. */
export const sectionView = z.object({
  name: z.string(),
  status: z.enum(["ok", "partial", "failed", "skipped"]),
  durationMs: z.int().nullable(),
  collectedAt: isoTime.nullable(),
  error: z.string().nullable(),
});
export type SectionView = z.output<typeof sectionView>;
