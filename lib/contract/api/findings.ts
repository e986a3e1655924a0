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

/** A finding's life: opened at the first bad report, confirmed at the second, frozen while there is no evidence. */
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
  /** How it ended: `mended` by a good answer, or `no-longer-applies`. */
  resolution: z.enum(["mended", "no-longer-applies"]).nullable(),
  exception: z.null(),
  host: reference,
  vm: reference.nullable(),
  cluster: z.string().nullable(),
  /** VMs that a host's finding names, or the services that follow from a silent guest. */
  vmsTouched: z.int(),
});
export type FindingView = z.output<typeof finding>;
export type EvidenceView = z.output<typeof evidence>[number];
export type RemedyView = z.output<typeof remedy>;

export const findingCounts = z.object({ critical: z.int(), warning: z.int(), info: z.int() });
export type FindingCounts = z.output<typeof findingCounts>;

export const FINDING_STATUSES = ["open", "frozen", "resolved", "all"] as const;
