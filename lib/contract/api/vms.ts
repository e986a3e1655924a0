import { z } from "zod";
import { evidence, finding, findingCounts, reference, remedy } from "./findings.ts";
import { pageOf } from "./page.ts";
import { sectionView } from "./sections.ts";
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

/** One VM in a list, as shown in the matrix. */
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
  /** Set if the guest does not report its operating system now: when `guestOs` was last reported. */
  guestOsKnownAt: isoTime.nullable(),
  tags: z.array(z.string()),
  services: z.record(serviceKey, serviceStatus),
  /**
   * Cells reported by the policy: the severity if the cell is a cause, `follows` if it is a consequence of another
   * finding.
   */
  grounds: z.partialRecord(serviceKey, z.enum(["critical", "warning", "info", "follows"])),
  acceleration: z.partialRecord(vmTechnology, accelerationStatus),
  findings: findingCounts,
  /** The worst open finding, as text. */
  worst: z.object({ rule: ruleId, severity, summary: z.string() }).nullable(),
  gone: z.boolean(),
  lastReportedAt: isoTime,
});
export type VmRow = z.output<typeof vmRow>;

export const vmPage = pageOf(vmRow);

/** Totals of a column: its own findings by severity, and cells that are only a consequence of another finding. */
const columnSum = z.object({ critical: z.int(), warning: z.int(), followers: z.int() });

/** A host with its VMs that match a query. */
export const vmBand = z.object({
  host: reference,
  cluster: z.string().nullable(),
  freshness,
  lastReportedAt: isoTime,
  vms: z.int(),
  generationOne: z.int(),
  /** VMs whose integration services the host's last report does not contain. */
  unread: z.int(),
  health: healthCounts,
  /** Columns without anything to count are omitted. For a technology: VMs where it is requested but not in effect. */
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
  /** Commands that enable the capability or add what is missing. */
  remedies: z.array(remedy),
});
export type CapabilityView = z.output<typeof capabilityView>;

export const conversionView = z.object({
  verdict: conversionVerdict,
  summary: z.string(),
  /** Number of remaining checks that only the guest can answer. */
  guestChecks: z.int(),
  checks: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      status: z.enum(["pass", "caution", "block", "unknown"]),
      /** Whether only the guest can answer; such a check does not affect the verdict. */
      isForGuest: z.boolean(),
      summary: z.string(),
      evidence,
      remedies: z.array(remedy),
    }),
  ),
  /** Steps in order; empty if the VM cannot be converted. */
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
      /** The requirement, and the fault if it is not met. */
      title: z.string(),
      fault: z.string(),
      status: z.enum(["pass", "fail", "unknown", "not-applicable"]),
      evidence,
      remedy: remedy.nullable(),
    }),
  ),
});

/** The VM's host, and all other hosts that list it. */
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

/** One VM with all details. */
export const vmView = vmRow
  .omit({ services: true, acceleration: true, findings: true, grounds: true })
  .extend({
    services: z.array(serviceView),
    capabilities: z.array(capabilityView),
    conversion: conversionView.nullable(),
    acceleration: z.array(accelerationView),
    /** Open and frozen findings, host findings that name the VM, and findings resolved within 30 days. */
    findings: z.array(finding),
    placement: placementView,
    /**
     * Consecutive complete reports of its host without the VM: after the second it is gone; until then the known state
     * remains.
     */
    missingReports: z.int(),
    /** The part `vms` of its host's last report, as in the host's own `sections`; `null` if the report does not name it. */
    section: sectionView.nullable(),
    /** What the last report did not contain: the VM, or only its services. `null` on a silent host, where nothing is current. */
    unread: z.enum(["vm", "services"]).nullable(),
    /** As reported, with the names of the wire contract. */
    facts: z.record(z.string(), z.unknown()),
    uptimeSeconds: z.int().nullable(),
    cpuUsagePercent: z.int().nullable(),
    memoryAssignedBytes: z.int().nullable(),
    memoryDemandBytes: z.int().nullable(),
    firstSeenAt: isoTime,
  });
export type VmView = z.output<typeof vmView>;

/** The name most similar to a search that finds nothing; `null` if none is similar. */
export const closestName = z.object({ name: z.string().nullable() });
export type ClosestName = z.output<typeof closestName>;

/** Count for each filter value, with the other filters applied. */
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
