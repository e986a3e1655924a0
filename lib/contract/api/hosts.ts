import { z } from "zod";
import { finding, findingCounts } from "./findings.ts";
import { pageOf } from "./page.ts";
import { sectionView } from "./sections.ts";
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
  /**
   * Whether the agent is older than the minimum version for this server. `null` if unknown, or if a different agent
   * reports.
   */
  isAgentTooOld: z.boolean().nullable(),
  intervalSeconds: z.int(),
  tags: z.array(z.string()),
  sections: z.array(sectionView),
  findings: findingCounts,
  worst: z.object({ rule: z.string(), severity: z.string(), summary: z.string() }).nullable(),
  vms: z.int(),
  vmHealth: healthCounts,
  acceleration: z.partialRecord(hostTechnology, accelerationStatus),
  /** Technologies with an open finding of their own, and its severity. */
  grounds: z.partialRecord(hostTechnology, severity),
  /** Technologies that the host lacks but other nodes of its cluster have. */
  apart: z.array(hostTechnology),
  lastReportedAt: isoTime,
  /** When the host becomes late, and when it becomes stale, unless it reports again. */
  lateAt: isoTime,
  staleAt: isoTime,
  /** Manually retired until it reports again; `by` is null if not stored. */
  retired: z.object({ at: isoTime, by: z.string().nullable() }).nullable(),
});
export type HostRow = z.output<typeof hostRow>;
export const hostPage = pageOf(hostRow);

/** Count for each value of the host filters, with the other filters applied. */
export const hostFacets = z.object({
  freshness: z.array(facetValue),
  /** The worst health of any VM on the host; a host without VMs is in no group. */
  health: z.array(facetValue),
  cluster: z.array(facetValue),
  acceleration: z.partialRecord(hostTechnology, z.partialRecord(accelerationStatus, z.int())),
  /** Sections not read completely on reporting hosts; the first entry counts hosts with any such section. */
  section: z.array(facetValue),
  /** Versions, newest first. */
  agent: z.array(facetValue),
  system: z.array(facetValue),
  apart: z.int(),
  /**
   * Where nodes of a cluster differ, regardless of the filters: how many have the technology, out of those whose status
   * is known.
   */
  drift: z.array(z.object({ cluster: z.string(), technology: hostTechnology, able: z.int(), told: z.int() })),
});
export type HostFacets = z.output<typeof hostFacets>;

/** The network topology, by ids and names in the reported lists. `null` means that a list could not be read. */
export const wiringView = z.object({
  adapters: z
    .array(
      z.object({
        id: z.string(),
        isUp: z.boolean(),
        /** What the adapter is bound to; a team member is bound to the team. `null` if unknown. */
        feeds: z.enum(["switch", "team", "tcp-ip"]).nullable(),
        /** The LBFO team that the adapter is a member of. */
        team: z.string().nullable(),
        /** Whether it is the interface of a team. */
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
        /** Connected VM adapters, and how many of them have each status. `null` if the VMs could not be read. */
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
    /** How far the host's clock was ahead of the server's when it sent its last report. `null` if not stored. */
    clockAheadSeconds: z.int().nullable(),
    /** Another machine claimed this host's identity; nothing was changed. */
    identityConflict: z.object({ at: isoTime, detail: z.string() }).nullable(),
    /** VMs gone since the host was retired that are on no other host; 0 if the host is not retired. */
    retiredVms: z.int(),
  });
export type HostView = z.output<typeof hostView>;

export const HOST_SORTS = ["name", "cluster", "freshness", "vms", "findings", "lastReportedAt"] as const;
