// Longer than 300 lines: tables of the grace, of work and of silence, with both sides of every limit.
import { describe, expect, test } from "vitest";
import type { IntegrationServiceFacts, VmFacts } from "../facts.ts";
import { checkServiceCase, type ServiceCase } from "../testing/service-case.ts";
import {
  ago,
  allRows,
  hostFacts,
  judge,
  remembering,
  serviceRows,
  verdict,
  windows,
} from "../testing/vm-cases.ts";

const OFF = { enabled: false };
const NO_CONTACT = { primaryStatus: 12 };
const UNREPORTED = { primaryStatus: null };
const OLD_GUEST = windows(7601, "Windows Server 2008 R2");
const rowsWith = (key: string, change: Partial<IntegrationServiceFacts> | null) =>
  serviceRows({ [key]: change });

describe("inside the grace", () => {
  const lone = (primaryStatus: number | null, uptimeSeconds: number | null) => ({
    uptimeSeconds,
    integrationServices: rowsWith("vss", { primaryStatus }),
  });
  test.each<ServiceCase>([
    {
      name: "no contact at 599 s",
      vm: lone(12, 599),
      key: "vss",
      status: "not-applicable",
      decider: "uptimeBelowSeconds=600",
    },
    {
      name: "no contact at 600 s",
      vm: lone(12, 600),
      key: "vss",
      status: "failed",
      decider: "primaryStatus=12",
    },
    {
      name: "lost at 0 s",
      vm: lone(13, 0),
      key: "vss",
      status: "not-applicable",
      decider: "uptimeBelowSeconds=600",
    },
    {
      name: "null at 0 s",
      vm: lone(null, 0),
      key: "vss",
      status: "not-applicable",
      decider: "uptimeBelowSeconds=600",
    },
    {
      name: "null at 600 s",
      vm: lone(null, 600),
      key: "vss",
      status: "unknown",
      decider: "primaryStatus=null",
    },
    {
      name: "no uptime, no grace",
      vm: lone(12, null),
      key: "vss",
      status: "failed",
      decider: "primaryStatus=12",
    },
    { name: "what works", vm: lone(2, 30), key: "vss", status: "healthy", decider: "primaryStatus=2" },
    {
      name: "degraded is not excused",
      vm: lone(3, 30),
      key: "vss",
      status: "degraded",
      decider: "primaryStatus=3",
    },
    {
      name: "an error is not excused",
      vm: lone(6, 30),
      key: "vss",
      status: "failed",
      decider: "primaryStatus=6",
    },
    {
      name: "incompatible is not excused",
      vm: lone(7, 30),
      key: "vss",
      status: "failed",
      decider: "primaryStatus=7",
    },
    {
      name: "an unknown number",
      vm: lone(99, 30),
      key: "vss",
      status: "unknown",
      decider: "primaryStatus=99",
    },
    {
      name: "the whole guest silent",
      vm: { uptimeSeconds: 30, integrationServices: allRows(NO_CONTACT) },
      key: "heartbeat",
      status: "not-applicable",
      decider: "uptimeBelowSeconds=600",
    },
  ])("$name: $status", (row) => checkServiceCase(row));

  test("is said as starting", () => {
    expect(verdict(judge(lone(12, 30)), "vss").summary).toContain("starting");
  });
});

describe("operation in progress", () => {
  const since = (status: string, at: string) => remembering({ operationalStatusSince: { [status]: at } });
  const working = (status: string, primaryStatus: number | null = 13): Partial<VmFacts> => ({
    operationalStatus: ["Ok", status],
    integrationServices: rowsWith("vss", { primaryStatus }),
  });
  const MOVE = "MigratingVirtualMachine";
  const BACKUP = "BackingUpVirtualMachine";

  test.each<ServiceCase>([
    {
      name: "a move that just began",
      vm: working(MOVE),
      key: "vss",
      status: "not-applicable",
      decider: `operationalStatus=${MOVE}`,
    },
    {
      name: "a move of 4 hours",
      vm: working(MOVE),
      input: { memory: since(MOVE, ago({ hours: 4 })) },
      key: "vss",
      status: "not-applicable",
      decider: `operationalStatus=${MOVE}`,
    },
    {
      name: "a move of more",
      vm: working(MOVE),
      input: { memory: since(MOVE, ago({ hours: 4, seconds: 1 })) },
      key: "vss",
      status: "failed",
      decider: "primaryStatus=13",
    },
    {
      name: "a backup of 24 hours",
      vm: working(BACKUP, 12),
      input: { memory: since(BACKUP, ago({ hours: 24 })) },
      key: "vss",
      status: "not-applicable",
      decider: `operationalStatus=${BACKUP}`,
    },
    {
      name: "a backup of more",
      vm: working(BACKUP, 12),
      input: { memory: since(BACKUP, ago({ hours: 24, seconds: 1 })) },
      key: "vss",
      status: "failed",
      decider: "primaryStatus=12",
    },
    {
      name: "null is excused",
      vm: working(BACKUP, null),
      key: "vss",
      status: "not-applicable",
      decider: `operationalStatus=${BACKUP}`,
    },
    {
      name: "what answers is judged",
      vm: working(BACKUP, 6),
      key: "vss",
      status: "failed",
      decider: "primaryStatus=6",
    },
    { name: "what works", vm: working(BACKUP, 2), key: "vss", status: "healthy", decider: "primaryStatus=2" },
    {
      name: "the whole guest silent",
      vm: { operationalStatus: [MOVE], integrationServices: allRows(NO_CONTACT) },
      key: "heartbeat",
      status: "not-applicable",
      decider: `operationalStatus=${MOVE}`,
    },
    {
      name: "in service is no work",
      vm: working("InService"),
      key: "vss",
      status: "failed",
      decider: "primaryStatus=13",
    },
  ])("$name: $status", (row) => checkServiceCase(row));

  test("is said with the host's own word", () => {
    expect(verdict(judge(working(MOVE)), "vss").summary).toContain(MOVE);
  });
});

describe("a silent guest", () => {
  const silent = (
    primaryStatus: number,
    changed: Parameters<typeof serviceRows>[0] = {},
  ): Partial<VmFacts> => ({
    integrationServices: serviceRows({
      heartbeat: { primaryStatus },
      shutdown: NO_CONTACT,
      "time-sync": { primaryStatus: 13 },
      "data-exchange": UNREPORTED,
      vss: NO_CONTACT,
      ...changed,
    }),
  });

  test("is one failure, and the others follow with their raw status and the cause", () => {
    const judged = judge(silent(12));
    expect(
      judged.services.map(({ key, status, severity, follows }) => [key, status, severity, follows]),
    ).toEqual([
      ["heartbeat", "failed", "warning", null],
      ["shutdown", "unknown", null, "is.guest-silent"],
      ["time-sync", "unknown", null, "is.guest-silent"],
      ["data-exchange", "unknown", null, "is.guest-silent"],
      ["vss", "unknown", null, "is.guest-silent"],
      ["guest-services", "disabled", null, null],
      ["powershell-direct", "unknown", null, "is.guest-silent"],
    ]);
    expect(verdict(judged, "time-sync").evidence).toEqual([
      { name: "enabled", value: true },
      { name: "primaryStatus", value: 13, decides: true },
      { name: "primaryStatusText", value: "OK" },
      { name: "cause", value: "is.guest-silent" },
    ]);
  });

  test("is critical where heartbeat was lost", () => {
    expect(verdict(judge(silent(13)), "heartbeat").severity).toBe("critical");
  });

  test("a row that is missing does not follow: it was never asked", () => {
    const judged = verdict(judge(silent(12, { vss: null })), "vss");
    expect(judged).toMatchObject({ status: "unknown", follows: null });
  });

  test("what the guest cannot have stays not applicable", () => {
    const vm = {
      ...silent(12, { "guest-services": { enabled: true, primaryStatus: 12 } }),
      guest: OLD_GUEST,
    };
    expect(verdict(judge(vm), "guest-services").status).toBe("not-applicable");
  });

  test("a switch that is off stays its own finding", () => {
    const judged = verdict(judge(silent(12, { shutdown: OFF })), "shutdown");
    expect(judged).toMatchObject({ status: "disabled", severity: "warning", follows: null });
  });

  test("inside a critical state the cause is the state", () => {
    const judged = judge({ ...silent(13), state: "RunningCritical" });
    for (const key of ["heartbeat", "vss", "powershell-direct"] as const)
      expect(verdict(judged, key)).toMatchObject({
        status: "unknown",
        severity: null,
        follows: "vm.state-critical",
      });
  });

  test("a critical state whose guest answers is judged", () => {
    const vm = { state: "RunningCritical", integrationServices: rowsWith("vss", NO_CONTACT) };
    expect(verdict(judge(vm), "heartbeat").status).toBe("healthy");
    expect(verdict(judge(vm), "vss")).toMatchObject({ status: "failed", severity: "warning" });
  });
});

describe("all switched off", () => {
  test("is said once, by heartbeat, as a remark", () => {
    const judged = judge({ integrationServices: allRows(OFF) });
    expect(judged.services.slice(0, 6).map(({ status }) => status)).toEqual(Array(6).fill("disabled"));
    expect(judged.services.map(({ severity }) => severity)).toEqual([
      "info",
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test("counts five on a host that has no guest services", () => {
    const rows = allRows(OFF).filter(({ name }) => name !== "guest-services");
    const judged = judge({ integrationServices: rows }, { host: hostFacts({ build: 9200 }) });
    expect(verdict(judged, "heartbeat").severity).toBe("info");
    const newer = judge({ integrationServices: rows });
    expect(verdict(newer, "heartbeat").severity).toBe("warning");
  });

  test("is not said while one switch was not read", () => {
    const rows = allRows(OFF).map((row) => (row.name === "vss" ? { ...row, enabled: null } : row));
    expect(verdict(judge({ integrationServices: rows }), "heartbeat").severity).toBe("warning");
  });
});
