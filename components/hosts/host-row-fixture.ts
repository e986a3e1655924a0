import type { HostRow } from "@/lib/contract/api/hosts.ts";

/** A healthy host for tests; each test sets only what it is about. */
export function hostRowFixture(name: string, change: Partial<HostRow> = {}): HostRow {
  return {
    id: `host-${name}`,
    name,
    fqdn: null,
    cluster: "PROD",
    freshness: "fresh",
    osCaption: "Microsoft Windows Server 2022 Datacenter",
    osBuild: 20_348,
    model: "PowerEdge R750",
    manufacturer: "Dell Inc.",
    memoryBytes: 1_099_511_627_776,
    logicalProcessors: 64,
    agentVersion: "1.0.0",
    agentKind: "hyperv",
    isAgentTooOld: false,
    intervalSeconds: 60,
    tags: [],
    sections: ["host", "physicalAdapters", "switches", "hostAdapters", "teams", "smb", "vms"].map(
      (section) => ({
        name: section,
        status: "ok",
        durationMs: 100,
        collectedAt: null,
        error: null,
      }),
    ),
    findings: { critical: 0, warning: 0, info: 0 },
    worst: null,
    vms: 2,
    vmHealth: { critical: 0, warning: 0, unknown: 0, healthy: 2, inactive: 0 },
    acceleration: {},
    grounds: {},
    apart: [],
    lastReportedAt: "2026-11-24T11:59:30.000Z",
    lateAt: "2026-11-24T12:02:00.000Z",
    staleAt: "2026-11-24T12:05:00.000Z",
    retired: null,
    ...change,
  };
}
