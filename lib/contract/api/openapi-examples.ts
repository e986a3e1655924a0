import type { z } from "zod";
import type { hostEnrolled, snapshotNotNeeded, snapshotStored } from "../agent/answers.ts";
import type { EnrollmentV1 } from "../agent/snapshot-v1.ts";
import type { AgentPackage } from "./agent-package.ts";
import type { ChangeView } from "./changes.ts";
import type { FindingView } from "./findings.ts";
import type { VmHistory } from "./history.ts";
import type { HostRow } from "./hosts.ts";
import type { LongPage, Page, Problem } from "./page.ts";
import type {
  firstAccount,
  madeEnrolmentKey,
  newEnrolmentKey,
  sessionPerson,
  setUpDone,
  setUpState,
} from "./people.ts";
import type { VmBands, VmRow } from "./vms.ts";
import { ACCESS_EXAMPLES } from "./openapi-access-examples.ts";
import answers from "./openapi-answers.json" with { type: "json" };

const HOST_ID = "01970000-0000-7000-8000-000000000001";
const VM_ID = "01970000-0000-7000-8000-000000000101";
const VM_GUID = "7c6d2f0e-5a1b-4c3d-9e8f-0123456789ab";
const HEARTBEAT = "84eaae65-2f2e-45f5-9bb5-0e857dc8eb47";
const AT = "2026-11-23T08:14:03.120Z";
const FORTNIGHT_EARLIER = "2026-11-09T08:14:03.120Z";

const host = { id: HOST_ID, name: "HV-PRD-01" };

const vmRow: VmRow = {
  id: VM_ID,
  vmId: VM_GUID,
  name: "PRD-SQL-01",
  host,
  cluster: "PRD-CLUSTER",
  generation: 2,
  configurationVersion: "10.0",
  state: "running",
  health: "warning",
  freshness: "fresh",
  guestOs: "Windows Server 2022 Datacenter",
  guestOsKnownAt: null,
  tags: ["prod", "tier-1"],
  services: {
    heartbeat: "failed",
    shutdown: "healthy",
    "time-sync": "healthy",
    "data-exchange": "healthy",
    vss: "healthy",
    "guest-services": "disabled",
    "powershell-direct": "healthy",
  },
  grounds: { heartbeat: "warning" },
  acceleration: {},
  findings: { critical: 0, warning: 1, info: 0 },
  worst: { rule: "is.heartbeat", severity: "warning", summary: "The heartbeat reports an error." },
  gone: false,
  lastReportedAt: AT,
};

const finding: FindingView = {
  id: "01970000-0000-7000-8000-000000000201",
  rule: "is.heartbeat",
  severity: "warning",
  summary: "The heartbeat reports an error.",
  evidence: [{ name: "primaryStatus", value: 6, decides: true }],
  remedies: [
    {
      runOn: "host",
      shell: "powershell",
      platform: null,
      command: `Get-VM -Id '${VM_GUID}' | Get-VMIntegrationService | Where-Object Id -like '*${HEARTBEAT}'`,
      cost: "nothing",
      note: "Shows what the host sees of it now.",
    },
  ],
  openedAt: AT,
  confirmedAt: null,
  frozenAt: null,
  resolvedAt: null,
  resolution: null,
  exception: null,
  host,
  vm: { id: VM_ID, name: "PRD-SQL-01" },
  cluster: "PRD-CLUSTER",
  vmsTouched: 1,
};

const change: ChangeView = {
  id: "7301-52",
  at: AT,
  host,
  vm: { id: VM_ID, name: "PRD-SQL-01" },
  kind: "service",
  field: "heartbeat",
  from: "healthy",
  to: "failed",
};

const hostRow: HostRow = {
  ...host,
  fqdn: "hv-prd-01.corp.example",
  cluster: "PRD-CLUSTER",
  freshness: "fresh",
  osCaption: "Microsoft Windows Server 2022 Datacenter",
  osBuild: 20_348,
  model: "PowerEdge R650",
  manufacturer: "Dell Inc.",
  memoryBytes: 549_755_813_888,
  logicalProcessors: 64,
  agentVersion: "1.0.0",
  agentKind: "hyperv",
  isAgentTooOld: false,
  intervalSeconds: 60,
  tags: [],
  sections: [{ name: "vms", status: "ok", durationMs: 80, collectedAt: AT, error: null }],
  findings: { critical: 0, warning: 0, info: 0 },
  worst: null,
  vms: 1,
  vmHealth: { critical: 0, warning: 1, unknown: 0, healthy: 0, inactive: 0 },
  acceleration: {},
  grounds: {},
  apart: [],
  lastReportedAt: AT,
  lateAt: "2026-11-23T08:16:03.120Z",
  staleAt: "2026-11-23T08:19:03.120Z",
  retired: null,
};

const problem: Problem = {
  type: "urn:innkeeper:problem:bad-request",
  title: "The request cannot be read",
  status: 400,
  detail: "These parameters are invalid: health.",
  errors: [{ path: "health", message: "must be one of critical, warning, unknown, healthy, inactive" }],
};

const stored: z.output<typeof snapshotStored> = {
  snapshotId: "0193f1a2-7b3c-7d4e-8f5a-6b7c8d9e0f1a",
  hostId: HOST_ID,
  vms: 100,
  changes: 3,
  nextIntervalSeconds: 60,
};

const enrolment: EnrollmentV1 = {
  instanceId: "5b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3",
  machineId: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  name: "HV-PRD-01",
  fqdn: "hv-prd-01.corp.example",
  agentVersion: "1.0.0",
};

const snapshot = {
  schemaVersion: 1,
  snapshotId: "0193f1a2-7b3c-7d4e-8f5a-6b7c8d9e0f1a",
  epoch: 1_763_900_000_000,
  sequence: 42,
  collectedAt: AT,
  sentAt: "2026-11-23T08:14:09.500Z",
  agent: { instanceId: enrolment.instanceId, version: "1.0.0", kind: "hyperv", intervalSeconds: 60 },
  sections: [{ name: "vms", status: "ok", durationMs: 80, collectedAt: "2026-11-23T08:14:02Z" }],
  host: { name: enrolment.name, machineId: enrolment.machineId },
  vms: [{ id: VM_GUID, name: "PRD-SQL-01", state: "Running", stateCode: 2 }],
};

/**
 * Example bodies by schema name; a test validates each against its schema. The large answers come from a running fleet
 * and were written by scripts/openapi-examples.ts.
 */
export const EXAMPLES: Readonly<Record<string, object>> = {
  Snapshot: snapshot,
  SnapshotStored: stored,
  SnapshotNotNeeded: { duplicate: true } satisfies z.output<typeof snapshotNotNeeded>,
  Enrolment: enrolment,
  HostEnrolled: { hostId: HOST_ID, token: "ika_…" } satisfies z.output<typeof hostEnrolled>,
  Problem: problem,
  VmBands: {
    bands: [
      {
        host,
        cluster: "PRD-CLUSTER",
        freshness: "fresh",
        lastReportedAt: AT,
        vms: 46,
        generationOne: 4,
        unread: 0,
        health: { critical: 0, warning: 3, unknown: 0, healthy: 39, inactive: 4 },
        sums: {
          heartbeat: { critical: 0, warning: 1, followers: 0 },
          "sr-iov": { critical: 0, warning: 2, followers: 0 },
        },
      },
    ],
  } satisfies VmBands,
  VmPage: { items: [vmRow], nextCursor: null, total: 1 } satisfies Page<VmRow>,
  HostPage: { items: [hostRow], nextCursor: null, total: 1 } satisfies Page<HostRow>,
  FindingPage: {
    items: [finding],
    nextCursor: null,
    total: { atLeast: 10_000 },
  } satisfies LongPage<FindingView>,
  ChangePage: { items: [change], nextCursor: null, total: 1 } satisfies LongPage<ChangeView>,
  VmHistory: {
    from: FORTNIGHT_EARLIER,
    to: AT,
    lanes: [{ key: "heartbeat", spans: [{ status: "healthy", from: FORTNIGHT_EARLIER, to: AT }] }],
    changes: [change],
  } satisfies VmHistory,
  SetUpState: { needed: false } satisfies z.output<typeof setUpState>,
  SetUpDone: { signedIn: true } satisfies z.output<typeof setUpDone>,
  FirstAccount: {
    code: "ABCD-EFGH-JKLM-NPQR",
    name: "Ada Admin",
    email: "ada@corp.example",
    password: "a long password of your own",
  } satisfies z.input<typeof firstAccount>,
  NewEnrolmentKey: { name: "Vienna", uses: 10, validHours: 24, tags: ["vienna"] } satisfies z.input<
    typeof newEnrolmentKey
  >,
  MadeEnrolmentKey: { key: "ike_…", expiresAt: AT } satisfies z.output<typeof madeEnrolmentKey>,
  AgentPackage: {
    version: "1.0.0",
    sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    bytes: 95_232,
  } satisfies AgentPackage,
  ...answers,
  ...ACCESS_EXAMPLES,
  SessionPerson: {
    kind: "api-token",
    id: "01970000-0000-7000-8000-000000000301",
    name: "reports",
    email: null,
    role: "viewer",
  } satisfies z.output<typeof sessionPerson>,
};
