import { describe, expect, test } from "vitest";
import {
  complianceOf,
  HOST_RULES_THAT_NAME_VMS,
  healthOf,
  type VmHealthInput,
  type WeighedFinding,
} from "./health.ts";
import { RULE_IDS, VM_HEALTHS, type VmHealth } from "./words.ts";

const FROZEN = "2026-11-24T11:00:00.000Z";

const weighed = (changed: Partial<WeighedFinding> = {}): WeighedFinding => ({
  rule: "is.vss",
  severity: "warning",
  frozenAt: null,
  ...changed,
});
const warning = weighed();
const critical = weighed({ rule: "is.heartbeat", severity: "critical" });
const info = weighed({ rule: "is.data-exchange", severity: "info" });
const stuck = weighed({ rule: "vm.state-stuck" });
const ofHost = weighed({ rule: "host.sr-iov" });

const vm = (changed: Partial<VmHealthInput> = {}): VmHealthInput => ({
  freshness: "fresh",
  isStateCritical: false,
  isInactive: false,
  isHeartbeatOpen: false,
  findings: [],
  hostFindings: [],
  ...changed,
});

describe("healthOf", () => {
  test.each<{ name: string; input: Partial<VmHealthInput>; health: VmHealth }>([
    { name: "running, nothing open", input: {}, health: "healthy" },
    { name: "late is not stale", input: { freshness: "late" }, health: "healthy" },
    { name: "stale host", input: { freshness: "stale" }, health: "unknown" },
    { name: "missing host", input: { freshness: "missing" }, health: "unknown" },
    { name: "retired host", input: { freshness: "retired" }, health: "unknown" },
    {
      name: "stale host, critical state",
      input: { freshness: "stale", isStateCritical: true },
      health: "unknown",
    },
    { name: "stale host, VM off", input: { freshness: "stale", isInactive: true }, health: "unknown" },
    {
      name: "stale host, critical finding",
      input: { freshness: "stale", findings: [critical] },
      health: "unknown",
    },
    {
      name: "late host, critical finding",
      input: { freshness: "late", findings: [critical] },
      health: "critical",
    },
    { name: "unread", input: { isUnread: true }, health: "unknown" },
    { name: "unread, was critical", input: { isUnread: true, isStateCritical: true }, health: "unknown" },
    { name: "unread, was off", input: { isUnread: true, isInactive: true }, health: "unknown" },
    { name: "unread, finding open", input: { isUnread: true, findings: [critical] }, health: "unknown" },
    { name: "critical state", input: { isStateCritical: true }, health: "critical" },
    {
      name: "OffCritical is never inactive",
      input: { isStateCritical: true, isInactive: true },
      health: "critical",
    },
    {
      name: "critical state, heartbeat unknown",
      input: { isStateCritical: true, isHeartbeatOpen: true },
      health: "critical",
    },
    { name: "off", input: { isInactive: true }, health: "inactive" },
    {
      name: "off, with a critical finding",
      input: { isInactive: true, findings: [critical] },
      health: "inactive",
    },
    {
      name: "off, its host's fault",
      input: { isInactive: true, hostFindings: [ofHost] },
      health: "inactive",
    },
    { name: "starting for too long", input: { isInactive: true, findings: [stuck] }, health: "warning" },
    { name: "starting for too long is not inactive", input: { findings: [stuck] }, health: "warning" },
    {
      name: "was stuck, frozen",
      input: { isInactive: true, findings: [{ ...stuck, frozenAt: FROZEN }] },
      health: "inactive",
    },
    {
      name: "stuck by exception",
      input: { isInactive: true, findings: [{ ...stuck, isExcepted: true }] },
      health: "inactive",
    },
    { name: "warning", input: { findings: [warning] }, health: "warning" },
    { name: "critical", input: { findings: [critical] }, health: "critical" },
    { name: "info leaves it healthy", input: { findings: [info] }, health: "healthy" },
    { name: "the worst decides", input: { findings: [info, critical, warning] }, health: "critical" },
    { name: "whatever the order", input: { findings: [warning, info] }, health: "warning" },
    { name: "frozen warning", input: { findings: [{ ...warning, frozenAt: FROZEN }] }, health: "healthy" },
    {
      name: "frozen critical beside a warning",
      input: { findings: [{ ...critical, frozenAt: FROZEN }, warning] },
      health: "warning",
    },
    { name: "excepted", input: { findings: [{ ...critical, isExcepted: true }] }, health: "healthy" },
    {
      name: "excepted beside a warning",
      input: { findings: [{ ...critical, isExcepted: true }, warning] },
      health: "warning",
    },
    { name: "the host's fault", input: { hostFindings: [ofHost] }, health: "warning" },
    {
      name: "the host's fault, info",
      input: { hostFindings: [{ ...ofHost, severity: "info" }] },
      health: "healthy",
    },
    {
      name: "the host's fault, frozen",
      input: { hostFindings: [{ ...ofHost, frozenAt: FROZEN }] },
      health: "healthy",
    },
    {
      name: "the host's fault, excepted",
      input: { hostFindings: [{ ...ofHost, isExcepted: true }] },
      health: "healthy",
    },
    {
      name: "the host's is worse",
      input: { findings: [warning], hostFindings: [{ ...ofHost, severity: "critical" }] },
      health: "critical",
    },
    {
      name: "a host's own trouble is not the VM's",
      input: { hostFindings: [weighed({ rule: "host.clock-skew", severity: "critical" })] },
      health: "healthy",
    },
    {
      name: "differing SET members are not either",
      input: { hostFindings: [weighed({ rule: "host.set-mismatch" })] },
      health: "healthy",
    },
    { name: "heartbeat unknown or excused", input: { isHeartbeatOpen: true }, health: "unknown" },
    { name: "excused, info", input: { isHeartbeatOpen: true, findings: [info] }, health: "unknown" },
    {
      name: "excused, but a warning is open",
      input: { isHeartbeatOpen: true, findings: [warning] },
      health: "warning",
    },
    {
      name: "excused, its warning frozen",
      input: { isHeartbeatOpen: true, findings: [{ ...warning, frozenAt: FROZEN }] },
      health: "unknown",
    },
    {
      name: "excused, the host's fault",
      input: { isHeartbeatOpen: true, hostFindings: [ofHost] },
      health: "warning",
    },
  ])("$name → $health", ({ input, health }) => {
    expect(healthOf(vm(input))).toBe(health);
  });

  test("the five rules of hosts that count for VMs", () => {
    expect(RULE_IDS.filter((rule) => HOST_RULES_THAT_NAME_VMS.has(rule))).toEqual([
      "host.sr-iov",
      "host.rdma",
      "host.vmq",
      "host.vmmq",
      "host.lbfo-under-switch",
    ]);
  });
});

test("complianceOf leaves unknown and inactive out of both sides", () => {
  expect(VM_HEALTHS.map((health) => `${health}: ${complianceOf(health)}`)).toEqual([
    "critical: not-compliant",
    "warning: not-compliant",
    "unknown: unknown",
    "healthy: compliant",
    "inactive: inactive",
  ]);
});
