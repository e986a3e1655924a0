import type { HostView } from "@/lib/contract/api/hosts.ts";
import { hostRowFixture } from "./host-row-fixture.ts";

/** A host without a network, for tests of one part of it. */
export function hostViewFixture(change: Partial<HostView> = {}): HostView {
  const { findings: _findings, acceleration: _acceleration, ...row } = hostRowFixture("HV-01");
  return {
    ...row,
    agent: {},
    host: {},
    physicalAdapters: [],
    switches: [],
    hostAdapters: [],
    teams: [],
    smb: null,
    acceleration: [],
    wiring: { adapters: [], switches: [] },
    findings: [],
    firstSeenAt: "2026-10-01T00:00:00.000Z",
    leastAgentVersion: "0.1.0",
    clockAheadSeconds: 0,
    identityConflict: null,
    retiredVms: 0,
    ...change,
  };
}
