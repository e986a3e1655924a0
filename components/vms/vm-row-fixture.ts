import type { VmRow } from "@/lib/contract/api/vms.ts";

const HEALTHY: VmRow["services"] = {
  heartbeat: "healthy",
  shutdown: "healthy",
  "time-sync": "healthy",
  "data-exchange": "healthy",
  vss: "healthy",
  "guest-services": "disabled",
  "powershell-direct": "healthy",
};

/** A quiet VM for tests; each test sets only what it is about. */
export function vmRowFixture(name: string, change: Partial<VmRow> & { hostName?: string } = {}): VmRow {
  const { hostName = "HV-01", ...row } = change;
  return {
    id: `vm-${name}`,
    vmId: `guid-${name}`,
    name,
    host: { id: `host-${hostName}`, name: hostName },
    cluster: "PROD",
    generation: 2,
    configurationVersion: "10.0",
    state: "running",
    health: "healthy",
    freshness: "fresh",
    guestOs: "Windows Server 2022 Standard",
    guestOsKnownAt: null,
    tags: [],
    services: HEALTHY,
    grounds: {},
    acceleration: {},
    findings: { critical: 0, warning: 0, info: 0 },
    worst: null,
    gone: false,
    lastReportedAt: "2025-11-24T11:59:00.000Z",
    ...row,
  };
}
