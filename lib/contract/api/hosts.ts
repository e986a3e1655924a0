import { z } from "zod";
import { finding, findingCounts } from "./findings.ts";
import { pageOf } from "./page.ts";
import { accelerationView, facetValue } from "./vms.ts";
import {
  accelerationStatus,
  freshness,
  healthCounts,
  hostTechnology,
  id,
  isoTime,
  severity,
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
  /** Technologies that have an open finding of their own, by how bad it is. */
  grounds: z.partialRecord(hostTechnology, severity),
  /** Technologies that it lacks and other nodes of its cluster have. */
  apart: z.array(hostTechnology),
  lastReportedAt: isoTime,
  /** When it stops being fresh, and when it is stale, if nothing more comes. */
  lateAt: isoTime,
  staleAt: isoTime,
  /** Taken out of the fleet by hand, until it reports again; `by` is null where that was not kept. */
  retired: z.object({ at: isoTime, by: z.string().nullable() }).nullable(),
});
export type HostRow = z.output<typeof hostRow>;
export const hostPage = pageOf(hostRow);

/** Counts of the values that a filter of the hosts may take, given the other filters. */
export const hostFacets = z.object({
  freshness: z.array(facetValue),
  /** The worst health of a VM on it; in none where it has no VM. */
  health: z.array(facetValue),
  cluster: z.array(facetValue),
  acceleration: z.partialRecord(hostTechnology, z.partialRecord(accelerationStatus, z.int())),
  /** Sections that were not read in full, of hosts that report; first how many miss any. */
  section: z.array(facetValue),
  /** Versions, the newest first. */
  agent: z.array(facetValue),
  system: z.array(facetValue),
  apart: z.int(),
  /** Where nodes of a cluster differ, whatever the filters: how many have it, of those of whom it is known. */
  drift: z.array(z.object({ cluster: z.string(), technology: hostTechnology, able: z.int(), told: z.int() })),
});
export type HostFacets = z.output<typeof hostFacets>;

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

export const hostView = hostRow
  .omit({ findings: true, acceleration: true, grounds: true, apart: true })
  .extend({
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
