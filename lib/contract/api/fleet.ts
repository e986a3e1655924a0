import { z } from "zod";
import { change } from "./changes.ts";
import {
  accelerationStatus,
  freshness,
  healthCounts,
  hostTechnology,
  id,
  isoTime,
  ruleId,
  serviceKey,
  serviceStatus,
  severity,
  vmTechnology,
} from "./words.ts";

/** A cause: all open findings of one rule on one host, or of one rule across the fleet if it is independent of hosts. */
export const causeView = z.object({
  rule: ruleId,
  severity,
  summary: z.string(),
  /** Whether every finding of the cause has this summary; if not, it is that of one of them. */
  isOfOneSummary: z.boolean(),
  host: z.object({ id, name: z.string() }).nullable(),
  hosts: z.int(),
  vmsTouched: z.int(),
  openedAt: isoTime,
  /**
   * VMs on which it was opened within the last day, and VMs on which it was resolved within the last day; `null` for a
   * host's own finding, for which earlier VM counts are not stored.
   */
  lastDay: z.object({ found: z.int(), ended: z.int() }).nullable(),
  /** The cost of its first fix; `null` if no fix is known, which does not mean that it costs nothing. */
  cost: z.string().nullable(),
});
export type CauseView = z.output<typeof causeView>;

/** All open findings by cause: everything that one fix resolves is one row. */
export const causesView = z.object({
  causes: z.array(causeView),
  /** Number of open findings that match the filters. */
  findings: z.int(),
  /** Hosts of these findings, those with most first. A finding without a VM counts as one. */
  places: z.array(z.object({ host: z.object({ id, name: z.string() }), count: z.int() })),
  /** Count for each filter value, with the other filters applied. */
  facets: z.object({
    severity: z.array(z.object({ value: severity, count: z.int() })),
    rule: z.array(z.object({ value: ruleId, count: z.int() })),
    cluster: z.array(z.object({ value: z.string(), label: z.string(), count: z.int() })),
    host: z.array(z.object({ value: id, label: z.string(), count: z.int() })),
  }),
});
export type CausesView = z.output<typeof causesView>;

export const fleetView = z.object({
  vms: z.int(),
  /** All hosts except retired ones. */
  hosts: z.int(),
  health: healthCounts,
  services: z.record(serviceKey, z.record(serviceStatus, z.int())),
  /** Number of cells that cause an open finding, by service and severity. */
  serviceFindings: z.record(serviceKey, z.object({ critical: z.int(), warning: z.int(), info: z.int() })),
  acceleration: z.partialRecord(vmTechnology, z.partialRecord(accelerationStatus, z.int())),
  /** Hosts by technology and status; for a silent host every status is unknown. */
  hostAcceleration: z.partialRecord(hostTechnology, z.partialRecord(accelerationStatus, z.int())),
  generation: z.object({ "1": z.int(), "2": z.int(), unknown: z.int() }),
  freshness: z.record(freshness, z.int()),
  compliance: z.object({
    compliant: z.int(),
    notCompliant: z.int(),
    unknown: z.int(),
    inactive: z.int(),
    /** Share of running, fresh VMs without an open finding of warning or worse; `null` if there are no such VMs. */
    ratio: z.number().nullable(),
  }),
  /** Health counts of a day ago, if recorded. */
  yesterday: z.object({ at: isoTime, health: healthCounts }).nullable(),
  causes: z.array(causeView),
  /** The fleet map: one entry for each host, including retired ones. */
  hostMap: z.array(
    z.object({
      id,
      name: z.string(),
      cluster: z.string().nullable(),
      freshness,
      vms: z.int(),
      health: healthCounts,
    }),
  ),
  staleHosts: z.array(
    z.object({
      id,
      name: z.string(),
      freshness,
      vms: z.int(),
      lastReportedAt: isoTime,
      /** Past reports of the host are being imported: an old last report is not an alarm yet. */
      isPastComing: z.boolean(),
    }),
  ),
  changes: z.array(change),
  lastChangedAt: isoTime.nullable(),
  /** Number of new agent instances on known machines that wait for an administrator's decision. */
  waitingAgents: z.int(),
  /** The newest report of any host: the age of the displayed data. */
  newestReportAt: isoTime.nullable(),
});
export type FleetView = z.output<typeof fleetView>;
