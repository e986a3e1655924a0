import type { FindingView } from "@/lib/contract/api/findings.ts";
import type { ServiceView, VmView } from "@/lib/contract/api/vms.ts";
import { SERVICE_ORDER } from "@/components/vms/service-words.ts";

const HOST = { id: "018f0000-0000-7000-8000-000000000001", name: "HV-01" };
const VM = { id: "018f0000-0000-7000-8000-000000000002", name: "app-01" };

/** A healthy VM for tests; each test sets only what it is about. */
export function vmViewFixture(change: Partial<VmView> = {}): VmView {
  return {
    ...VM,
    vmId: "018f0000-0000-7000-8000-00000000000a",
    host: HOST,
    cluster: "PROD",
    generation: 2,
    configurationVersion: "10.0",
    state: "running",
    health: "healthy",
    freshness: "fresh",
    guestOs: "Windows Server 2022 Standard",
    guestOsKnownAt: null,
    tags: [],
    worst: null,
    gone: false,
    lastReportedAt: "2026-11-24T11:59:30.000Z",
    services: SERVICE_ORDER.map((key) => serviceFixture(key)),
    capabilities: [],
    conversion: null,
    acceleration: [],
    findings: [],
    placement: {
      host: HOST,
      conflict: null,
      hosts: [{ ...HOST, state: "running", lastReportedAt: "2026-11-24T11:59:30.000Z", isCurrent: true }],
    },
    missingReports: 0,
    section: {
      name: "vms",
      status: "ok",
      durationMs: 2400,
      collectedAt: "2026-11-24T11:59:27.000Z",
      error: null,
    },
    unread: null,
    facts: {},
    uptimeSeconds: 864_000,
    cpuUsagePercent: 4,
    memoryAssignedBytes: 8_589_934_592,
    memoryDemandBytes: null,
    firstSeenAt: "2026-10-01T00:00:00.000Z",
    ...change,
  };
}

export function serviceFixture(key: ServiceView["key"], change: Partial<ServiceView> = {}): ServiceView {
  return {
    key,
    status: "healthy",
    severity: null,
    follows: null,
    impact: "High",
    summary: "It answers.",
    evidence: [],
    remedies: [],
    ...change,
  };
}

export function findingFixture(change: Partial<FindingView> = {}): FindingView {
  return {
    id: `018f0000-0000-7000-8000-00000000f${change.rule?.length ?? 0}`,
    rule: "is.vss",
    severity: "warning",
    summary: "Backups cannot quiesce this guest",
    evidence: [],
    remedies: [],
    openedAt: "2026-11-24T06:00:00.000Z",
    confirmedAt: "2026-11-24T06:01:00.000Z",
    frozenAt: null,
    resolvedAt: null,
    resolution: null,
    exception: null,
    host: HOST,
    vm: VM,
    cluster: "PROD",
    vmsTouched: 1,
    ...change,
  };
}
