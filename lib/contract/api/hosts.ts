import { z } from "zod";
import { finding, findingCounts } from "./findings.ts";
import { pageOf } from "./page.ts";
import { accelerationView } from "./vms.ts";
import {
  accelerationStatus,
  freshness,
  healthCounts,
  hostTechnology,
  id,
  isoTime,
  vmTechnology,
} from "./words.ts";

export const sectionView = z.object({
  name: z.string(),
  status: z.enum(["ok", "partial", "failed", "skipped"]),
  durationMs: z.int().nullable(),
  collectedAt: isoTime.nullable(),
  error: z.string().nullable(),
});
export type SectionView = z.output<typeof sectionView>;

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
  /** Below the least version that this server asks for. `null` where that cannot be told, or no agent of ours reports. */
  isAgentTooOld: z.boolean().nullable(),
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
  /** Taken out of the fleet by hand, until it reports again; `by` is null where that was not kept. */
  retired: z.object({ at: isoTime, by: z.string().nullable() }).nullable(),
});
export type HostRow = z.output<typeof hostRow>;
export const hostPage = pageOf(hostRow);

/** How the network hangs together, by the ids and names of the lists as reported. `null` is a list that was unread. */
export const wiringView = z.object({
  adapters: z
    .array(
      z.object({
        id: z.string(),
        isUp: z.boolean(),
        /** What it leads to; a team's member leads to the team. `null` where nobody can tell. */
        feeds: z.enum(["switch", "team", "tcp-ip"]).nullable(),
        /** The LBFO team whose member it is. */
        team: z.string().nullable(),
        /** It stands for a team. */
        isTeamNic: z.boolean(),
      }),
    )
    .nullable(),
  switches: z
    .array(
      z.object({
        id: z.string(),
        uplink: z.enum(["none", "single", "set", "lbfo", "unknown"]),
        team: z.string().nullable(),
        adapterIds: z.array(z.string()),
        isSomeAdapterUnread: z.boolean(),
        /** Connected adapters of VMs, and how many of them have each word. `null` where the VMs were unread. */
        use: z
          .object({
            vms: z.int(),
            ports: z.int(),
            technologies: z.partialRecord(vmTechnology, z.partialRecord(accelerationStatus, z.int())),
          })
          .nullable(),
      }),
    )
    .nullable(),
});
export type WiringView = z.output<typeof wiringView>;

export const hostView = hostRow.omit({ findings: true, acceleration: true }).extend({
  agent: z.record(z.string(), z.unknown()),
  host: z.record(z.string(), z.unknown()),
  physicalAdapters: z.array(z.record(z.string(), z.unknown())).nullable(),
  switches: z.array(z.record(z.string(), z.unknown())).nullable(),
  hostAdapters: z.array(z.record(z.string(), z.unknown())).nullable(),
  teams: z.array(z.record(z.string(), z.unknown())).nullable(),
  smb: z.record(z.string(), z.unknown()).nullable(),
  acceleration: z.array(accelerationView),
  wiring: wiringView,
  findings: z.array(finding),
  firstSeenAt: isoTime,
  leastAgentVersion: z.string(),
  /** How far the host's clock was ahead of the server's when it sent its last report. `null` before that was kept. */
  clockAheadSeconds: z.int().nullable(),
  /** Another machine has asked for this host's identity; nothing was changed. */
  identityConflict: z.object({ at: isoTime, detail: z.string() }).nullable(),
  /** VMs that are gone since it was retired, and that no other host has; 0 while it is not. */
  retiredVms: z.int(),
});
export type HostView = z.output<typeof hostView>;

export const HOST_SORTS = ["name", "cluster", "freshness", "vms", "findings", "lastReportedAt"] as const;
