import { z } from "zod";
import { id, isoTime, ruleId, severity } from "./words.ts";

export const evidence = z.array(
  z.object({
    name: z.string(),
    value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    decides: z.literal(true).optional(),
  }),
);

export const remedy = z.object({
  runOn: z.enum(["host", "guest"]),
  shell: z.enum(["powershell", "bash"]),
  platform: z.string().nullable(),
  command: z.string(),
  cost: z.string(),
  note: z.string(),
});

export const reference = z.object({ id, name: z.string() });

/** A finding is opened by the first bad report, confirmed by the second, and frozen while evidence is missing. */
export const finding = z.object({
  id,
  rule: ruleId,
  severity,
  summary: z.string(),
  evidence,
  remedies: z.array(remedy),
  openedAt: isoTime,
  confirmedAt: isoTime.nullable(),
  frozenAt: isoTime.nullable(),
  resolvedAt: isoTime.nullable(),
  /** How it was resolved: `mended` if a report shows it fixed, or `no-longer-applies`. */
  resolution: z.enum(["mended", "no-longer-applies"]).nullable(),
  exception: z.null(),
  host: reference,
  vm: reference.nullable(),
  cluster: z.string().nullable(),
  /** Number of VMs named by a host finding, or of services affected by a silent guest. */
  vmsTouched: z.int(),
});
export type FindingView = z.output<typeof finding>;
export type EvidenceView = z.output<typeof evidence>[number];
export type RemedyView = z.output<typeof remedy>;

export const findingCounts = z.object({ critical: z.int(), warning: z.int(), info: z.int() });
export type FindingCounts = z.output<typeof findingCounts>;

export const FINDING_STATUSES = ["open", "frozen", "resolved", "all"] as const;
