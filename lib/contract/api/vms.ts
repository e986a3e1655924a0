import { z } from "zod";
import { evidence, finding, findingCounts, reference, remedy } from "./findings.ts";
import { pageOf } from "./page.ts";
import {
  accelerationStatus,
  capabilityKey,
  capabilityStatus,
  conversionVerdict,
  freshness,
  healthCounts,
  hostTechnology,
  id,
  impact,
  isoTime,
  ruleId,
  serviceKey,
  serviceStatus,
  severity,
  vmHealth,
  vmTechnology,
} from "./words.ts";

/** One VM in a list: what the matrix shows. */
export const vmRow = z.object({
  id,
  vmId: z.string(),
  name: z.string(),
  host: reference,
  cluster: z.string().nullable(),
  generation: z.int().nullable(),
  configurationVersion: z.string().nullable(),
  state: z.string(),
  health: vmHealth,
  freshness,
  guestOs: z.string().nullable(),
  /** Set when the guest does not tell its system now: what it told last, and when. */
  guestOsKnownAt: isoTime.nullable(),
  tags: z.array(z.string()),
  services: z.record(serviceKey, serviceStatus),
  /** What policy minds: the severity of a cell that is a cause, `follows` for one that follows from another finding. */
  grounds: z.partialRecord(serviceKey, z.enum(["critical", "warning", "info", "follows"])),
  acceleration: z.partialRecord(vmTechnology, accelerationStatus),
  findings: findingCounts,
  /** The worst open finding, in words. */
  worst: z.object({ rule: ruleId, severity, summary: z.string() }).nullable(),
  gone: z.boolean(),
  lastReportedAt: isoTime,
});
export type VmRow = z.output<typeof vmRow>;

export const vmPage = pageOf(vmRow);

/** What a column counts: findings of its own by severity, and cells that only follow from another. */
const columnSum = z.object({ critical: z.int(), warning: z.int(), followers: z.int() });

/** A host over its VMs that a question finds. */
export const vmBand = z.object({
  host: reference,
  cluster: z.string().nullable(),
  freshness,
  lastReportedAt: isoTime,
  vms: z.int(),
  generationOne: z.int(),
  health: healthCounts,
  /** Columns in which there is nothing to count are left out. Of a technology: asked for and not in effect. */
  sums: z.partialRecord(z.union([serviceKey, vmTechnology]), columnSum),
});
export type VmBand = z.output<typeof vmBand>;
export const vmBands = z.object({ bands: z.array(vmBand) });
export type VmBands = z.output<typeof vmBands>;

export const serviceView = z.object({
  key: serviceKey,
  status: serviceStatus,
  severity: severity.nullable(),
  follows: ruleId.nullable(),
  impact,
  summary: z.string(),
  evidence,
  remedies: z.array(remedy),
});
export type ServiceView = z.output<typeof serviceView>;

export const capabilityView = z.object({
  key: capabilityKey,
  status: capabilityStatus,
  summary: z.string(),
  evidence,
  /** What would turn it on, or bring what is missing. */
  remedies: z.array(remedy),
});
export type CapabilityView = z.output<typeof capabilityView>;

export const conversionView = z.object({
  verdict: conversionVerdict,
  summary: z.string(),
  /** How many checks are left that only the guest can answer. */
  guestChecks: z.int(),
  checks: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      status: z.enum(["pass", "caution", "block", "unknown"]),
      /** Only the guest could answer: it does not decide the verdict. */
      isForGuest: z.boolean(),
      summary: z.string(),
      evidence,
      remedies: z.array(remedy),
    }),
  ),
  /** In the order in which to go; empty where nothing can be converted. */
  plan: z.array(
    z.object({
      title: z.string(),
      runOn: z.enum(["host", "guest"]),
      shell: z.enum(["powershell", "bash"]),
      command: z.string(),
      outage: z.string(),
      note: z.string(),
    }),
  ),
});
export type ConversionView = z.output<typeof conversionView>;

export const accelerationView = z.object({
  adapterId: z.string().nullable(),
  adapterName: z.string().nullable(),
  technology: z.union([vmTechnology, hostTechnology]),
  status: accelerationStatus,
  brokenRung: z.string().nullable(),
  rungs: z.array(
    z.object({
      key: z.string(),
      /** What must hold, and what is wrong where it does not. */
      title: z.string(),
      fault: z.string(),
      status: z.enum(["pass", "fail", "unknown", "not-applicable"]),
      evidence,
      remedy: remedy.nullable(),
    }),
  ),
});

/** Where the VM is, and where else it is seen. */
export const placementView = z.object({
  host: reference,
  conflict: z.enum(["running-twice", "realised-twice"]).nullable(),
  hosts: z.array(
    z.object({
      id,
      name: z.string(),
      state: z.string().nullable(),
      lastReportedAt: isoTime,
      isCurrent: z.boolean(),
    }),
  ),
});

/** One VM, whole. */
export const vmView = vmRow
  .omit({ services: true, acceleration: true, findings: true, grounds: true })
  .extend({
    services: z.array(serviceView),
    capabilities: z.array(capabilityView),
    conversion: conversionView.nullable(),
    acceleration: z.array(accelerationView),
    /** Open and frozen ones, its host's that name it, and those resolved within 30 days. */
    findings: z.array(finding),
    placement: placementView,
    /** Complete reports of its host in a row that left it out: after the second it is gone, until then what was known stands. */
    missingReports: z.int(),
    /** As reported, in the wire's own words. */
    facts: z.record(z.string(), z.unknown()),
    uptimeSeconds: z.int().nullable(),
    cpuUsagePercent: z.int().nullable(),
    memoryAssignedBytes: z.int().nullable(),
    memoryDemandBytes: z.int().nullable(),
    firstSeenAt: isoTime,
  });
export type VmView = z.output<typeof vmView>;

/** Counts of the values that a filter may take, given the other filters. */
export const facetValue = z.object({ value: z.string(), label: z.string(), count: z.int() });
export const vmFacets = z.object({
  health: z.array(facetValue),
  state: z.array(facetValue),
  generation: z.array(facetValue),
  cluster: z.array(facetValue),
  guestOs: z.array(facetValue),
  tag: z.array(facetValue),
  services: z.record(serviceKey, z.partialRecord(serviceStatus, z.int())),
  acceleration: z.partialRecord(vmTechnology, z.partialRecord(accelerationStatus, z.int())),
  conversion: z.array(facetValue),
  rule: z.array(facetValue),
});
export type VmFacets = z.output<typeof vmFacets>;
