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

/** A cause: all open findings of one rule on one host, or of one rule over the fleet where hosts have nothing to do with it. */
export const causeView = z.object({
  rule: ruleId,
  severity,
  summary: z.string(),
  host: z.object({ id, name: z.string() }).nullable(),
  hosts: z.int(),
  vmsTouched: z.int(),
  openedAt: isoTime,
  /**
   * VMs on which it was found within the last day, and VMs on which it ended that had it before; `null` of a host's own
   * trouble, of which is not kept how many VMs it touched.
   */
  lastDay: z.object({ found: z.int(), ended: z.int() }).nullable(),
  /** What its first fix costs; `null` where no fix is known, which is not the same as costing nothing. */
  cost: z.string().nullable(),
});
export type CauseView = z.output<typeof causeView>;

/** Everything that is open, told by cause: what one fix mends is one row. */
export const causesView = z.object({
  causes: z.array(causeView),
  /** Open findings that these filters leave. */
  findings: z.int(),
  /** The hosts that these are on, those with most first. What names no VM counts as one. */
  places: z.array(z.object({ host: z.object({ id, name: z.string() }), count: z.int() })),
  /** Counts of the values that a filter may take, given the other filters. */
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
  /** All but those that are retired. */
  hosts: z.int(),
  health: healthCounts,
  services: z.record(serviceKey, z.record(serviceStatus, z.int())),
  /** Cells that are the cause of an open finding, per service, by severity. */
  serviceFindings: z.record(serviceKey, z.object({ critical: z.int(), warning: z.int(), info: z.int() })),
  acceleration: z.partialRecord(vmTechnology, z.partialRecord(accelerationStatus, z.int())),
  /** Hosts by technology and word; of a silent one each is unknown. */
  hostAcceleration: z.partialRecord(hostTechnology, z.partialRecord(accelerationStatus, z.int())),
  generation: z.object({ "1": z.int(), "2": z.int(), unknown: z.int() }),
  freshness: z.record(freshness, z.int()),
  compliance: z.object({
    compliant: z.int(),
    notCompliant: z.int(),
    unknown: z.int(),
    inactive: z.int(),
    /** Share of running, fresh VMs without an open finding of warning or worse; `null` where there is none of them. */
    ratio: z.number().nullable(),
  }),
  /** Health counts as they were a day ago, as far as they were recorded. */
  yesterday: z.object({ at: isoTime, health: healthCounts }).nullable(),
  causes: z.array(causeView),
  /** One entry a host, those that are retired among them: the map of the fleet. */
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
      /** Reports of its past are being stored: that the last one is old alarms nobody yet. */
      isPastComing: z.boolean(),
    }),
  ),
  changes: z.array(change),
  lastChangedAt: isoTime.nullable(),
  /** Second instances of the agent on known machines, which an administrator lets in or turns away. */
  waitingAgents: z.int(),
  /** The newest report of any host: the age of what is shown. */
  newestReportAt: isoTime.nullable(),
});
export type FleetView = z.output<typeof fleetView>;
