import { z } from "zod";
import { finding, findingCounts } from "./findings.ts";
import { pageOf } from "./page.ts";
import { accelerationView } from "./vms.ts";
import { freshness, hostTechnology, accelerationStatus, id, isoTime, vmHealth } from "./words.ts";

export const sectionView = z.object({
  name: z.string(),
  status: z.enum(["ok", "partial", "failed", "skipped"]),
  durationMs: z.int().nullable(),
  collectedAt: isoTime.nullable(),
  error: z.string().nullable(),
});
export type SectionView = z.output<typeof sectionView>;

export const healthCounts = z.record(vmHealth, z.int());

export const hostRow = z.object({
  id,
  name: z.string(),
  fqdn: z.string().nullable(),
  cluster: z.string().nullable(),
  freshness,
  osCaption: z.string().nullable(),
  osBuild: z.int().nullable(),
  model: z.string().nullable(),
  manufacturer: z.string().nullable(),
  memoryBytes: z.int().nullable(),
  logicalProcessors: z.int().nullable(),
  agentVersion: z.string(),
  agentKind: z.string(),
  intervalSeconds: z.int(),
  tags: z.array(z.string()),
  sections: z.array(sectionView),
  findings: findingCounts,
  worst: z.object({ rule: z.string(), severity: z.string(), summary: z.string() }).nullable(),
  vms: z.int(),
  vmHealth: healthCounts,
  acceleration: z.partialRecord(hostTechnology, accelerationStatus),
  lastReportedAt: isoTime,
  /** When it stops being fresh, and when it is stale, if nothing more comes. */
  lateAt: isoTime,
  staleAt: isoTime,
});
export type HostRow = z.output<typeof hostRow>;
export const hostPage = pageOf(hostRow);

export const hostView = hostRow.omit({ findings: true, acceleration: true }).extend({
  agent: z.record(z.string(), z.unknown()),
  host: z.record(z.string(), z.unknown()),
  physicalAdapters: z.array(z.record(z.string(), z.unknown())).nullable(),
  switches: z.array(z.record(z.string(), z.unknown())).nullable(),
  hostAdapters: z.array(z.record(z.string(), z.unknown())).nullable(),
  teams: z.array(z.record(z.string(), z.unknown())).nullable(),
  smb: z.record(z.string(), z.unknown()).nullable(),
  acceleration: z.array(accelerationView),
  findings: z.array(finding),
  firstSeenAt: isoTime,
  /** Another machine has asked for this host's identity; nothing was changed. */
  identityConflict: z.object({ at: isoTime, detail: z.string() }).nullable(),
});
export type HostView = z.output<typeof hostView>;

export const HOST_SORTS = ["name", "cluster", "freshness", "vms", "findings", "lastReportedAt"] as const;
