// Longer than 300 lines: one table, of which each row is a situation and the question that it ends at.
import { describe, expect, test } from "vitest";
import type { IntegrationServiceFacts, VmFacts } from "../facts.ts";
import { checkServiceCase, type ServiceCase } from "../testing/service-case.ts";
import {
  allRows,
  hostFacts,
  judge,
  lastKnown,
  serviceRows,
  vmFacts,
  verdict,
  windows,
} from "../testing/vm-cases.ts";
import type { ServiceKey } from "../words.ts";

const OFF = { enabled: false };
const NO_CONTACT = { primaryStatus: 12 };
const UNREPORTED = { primaryStatus: null };
const OLD_GUEST = windows(7601, "Windows Server 2008 R2");
const rowsWith = (key: string, change: Partial<IntegrationServiceFacts> | null) =>
  serviceRows({ [key]: change });

describe("the order of the questions", () => {
  const off: Partial<VmFacts> = { state: "Off", uptimeSeconds: 0 };
  const starting: Partial<VmFacts> = { uptimeSeconds: 30 };

  test.each<ServiceCase>([
    {
      name: "the list was not read",
      vm: { integrationServices: null },
      key: "vss",
      status: "unknown",
      decider: "integrationServices=null",
    },
    {
      name: "the list is empty",
      vm: { integrationServices: [] },
      key: "vss",
      status: "unknown",
      decider: "integrationServices=none listed",
    },
    {
      name: "the list was not read, inside the grace",
      vm: { ...starting, integrationServices: null },
      key: "vss",
      status: "unknown",
      decider: "integrationServices=null",
    },
    {
      name: "the list was not read, VM off",
      vm: { ...off, integrationServices: null },
      key: "vss",
      status: "not-applicable",
      decider: "state=Off",
    },
    {
      name: "a row is missing",
      vm: { integrationServices: rowsWith("vss", null) },
      key: "vss",
      status: "unknown",
      decider: "integrationServices=not listed",
    },
    {
      name: "a row is missing, inside the grace",
      vm: { ...starting, integrationServices: rowsWith("vss", null) },
      key: "vss",
      status: "unknown",
      decider: "integrationServices=not listed",
    },
    {
      name: "a test replica that runs",
      vm: { replicationMode: "TestReplica" },
      key: "vss",
      status: "not-applicable",
      decider: "replicationMode=TestReplica",
    },
    {
      name: "a test replica in an unknown state",
      vm: { replicationMode: "TestReplica", state: "Other" },
      key: "vss",
      status: "not-applicable",
      decider: "replicationMode=TestReplica",
    },
    {
      name: "a replica that does not run",
      vm: { ...off, replicationMode: "Replica" },
      key: "vss",
      status: "not-applicable",
      decider: "state=Off",
    },
    {
      name: "an extended replica that does not run",
      vm: { ...off, replicationMode: "ExtendedReplica" },
      key: "vss",
      status: "not-applicable",
      decider: "state=Off",
    },
    {
      name: "a replica that runs after a failover",
      vm: { replicationMode: "Replica" },
      key: "vss",
      status: "healthy",
      decider: "primaryStatus=2",
    },
    {
      name: "off, whatever the rows say",
      vm: { ...off, integrationServices: allRows(NO_CONTACT) },
      key: "heartbeat",
      status: "not-applicable",
      decider: "state=Off",
    },
    {
      name: "an unknown state",
      vm: { state: "Levitating" },
      key: "vss",
      status: "unknown",
      decider: "state=Levitating",
    },
    {
      name: "the state Other",
      vm: { state: "Other" },
      key: "vss",
      status: "unknown",
      decider: "state=Other",
    },
    { name: "no state", vm: { state: null }, key: "vss", status: "unknown", decider: "state=null" },
    {
      name: "the switch before the status",
      vm: { integrationServices: rowsWith("vss", { enabled: false, primaryStatus: 13 }) },
      key: "vss",
      status: "disabled",
      decider: "enabled=false",
    },
    {
      name: "the switch before the grace",
      vm: { ...starting, integrationServices: rowsWith("vss", { enabled: false, primaryStatus: 12 }) },
      key: "vss",
      status: "disabled",
      decider: "enabled=false",
    },
    {
      name: "the switch before the guest",
      vm: { guest: OLD_GUEST },
      key: "guest-services",
      status: "disabled",
      decider: "enabled=false",
    },
    {
      name: "a disabled service that reports OK",
      key: "guest-services",
      status: "disabled",
      decider: "enabled=false",
    },
    {
      name: "the guest before the grace",
      vm: {
        ...starting,
        guest: OLD_GUEST,
        integrationServices: rowsWith("guest-services", { enabled: true, primaryStatus: 12 }),
      },
      key: "guest-services",
      status: "not-applicable",
      decider: "guest=Windows Server 2008 R2",
    },
    {
      name: "the guest before the status",
      vm: {
        guest: OLD_GUEST,
        integrationServices: rowsWith("guest-services", { enabled: true, primaryStatus: 13 }),
      },
      key: "guest-services",
      status: "not-applicable",
      decider: "guest=Windows Server 2008 R2",
    },
    {
      name: "the last known guest cannot have it",
      vm: {
        guest: null,
        integrationServices: rowsWith("guest-services", { enabled: true, primaryStatus: 12 }),
      },
      input: { memory: lastKnown(OLD_GUEST) },
      key: "guest-services",
      status: "not-applicable",
      decider: "lastKnownGuest=Windows Server 2008 R2",
    },
    {
      name: "the switch was not read, the status decides",
      vm: { integrationServices: rowsWith("vss", { enabled: null, primaryStatus: 12 }) },
      key: "vss",
      status: "failed",
      decider: "primaryStatus=12",
    },
    {
      name: "the switch was not read, and it works",
      vm: { integrationServices: rowsWith("guest-services", { enabled: null }) },
      key: "guest-services",
      status: "healthy",
      decider: "primaryStatus=2",
    },
    {
      name: "32896 with a switch that is on",
      vm: { integrationServices: rowsWith("vss", { primaryStatus: 32896 }) },
      key: "vss",
      status: "disabled",
      decider: "primaryStatus=32896",
    },
    {
      name: "32896 with a switch that was not read",
      vm: { integrationServices: rowsWith("vss", { enabled: null, primaryStatus: 32896 }) },
      key: "vss",
      status: "disabled",
      decider: "primaryStatus=32896",
    },
    {
      name: "null while others report",
      vm: { integrationServices: rowsWith("vss", UNREPORTED) },
      key: "vss",
      status: "unknown",
      decider: "primaryStatus=null",
    },
    {
      name: "an unknown number",
      vm: { integrationServices: rowsWith("vss", { primaryStatus: 4711 }) },
      key: "vss",
      status: "unknown",
      decider: "primaryStatus=4711",
    },
    {
      name: "an application of the cluster",
      vm: { integrationServices: rowsWith("heartbeat", { secondaryStatus: 32782 }) },
      key: "heartbeat",
      status: "degraded",
      decider: "secondaryStatus=32782",
    },
  ])("$name: $key is $status", (row) => checkServiceCase(row));

  test.each(["Saved", "FastSaved", "Hibernated", "Paused", "Starting", "Stopping", "Saving", "Reset"])(
    "%s: nothing is asked",
    (state) =>
      checkServiceCase({
        name: "",
        vm: { state },
        key: "heartbeat",
        status: "not-applicable",
        decider: `state=${state}`,
      }),
  );

  test.each(["OffCritical", "PausedCritical", "SavedCritical", "StartingCritical"])(
    "%s: nothing is asked",
    (state) =>
      checkServiceCase({
        name: "",
        vm: { state },
        key: "heartbeat",
        status: "not-applicable",
        decider: `state=${state}`,
      }),
  );
});

describe("guest services on a host that has none", () => {
  const missing = { integrationServices: rowsWith("guest-services", null) };
  test.each<ServiceCase>([
    {
      name: "2012",
      vm: missing,
      input: { host: hostFacts({ build: 9599 }) },
      key: "guest-services",
      status: "not-applicable",
      decider: "host.os.build=9599",
    },
    {
      name: "2012 R2",
      vm: missing,
      input: { host: hostFacts({ build: 9600 }) },
      key: "guest-services",
      status: "unknown",
      decider: "integrationServices=not listed",
    },
    {
      name: "build unread",
      vm: missing,
      input: { host: hostFacts({ build: null }) },
      key: "guest-services",
      status: "unknown",
      decider: "integrationServices=not listed",
    },
    {
      name: "no system at all",
      vm: missing,
      input: { host: hostFacts({ os: null }) },
      key: "guest-services",
      status: "unknown",
      decider: "integrationServices=not listed",
    },
    {
      name: "only guest services",
      vm: { integrationServices: rowsWith("vss", null) },
      input: { host: hostFacts({ build: 9200 }) },
      key: "vss",
      status: "unknown",
      decider: "integrationServices=not listed",
    },
    {
      name: "an empty list is not evidence",
      vm: { integrationServices: [] },
      input: { host: hostFacts({ build: 9200 }) },
      key: "guest-services",
      status: "unknown",
      decider: "integrationServices=none listed",
    },
  ])("$name: $status", (row) => checkServiceCase(row));
});

describe("a shielded VM keeps its data and files to itself", () => {
  const { security } = vmFacts();
  const shielded = security && { ...security, shielded: true };
  const vm = (key: string, change: Partial<IntegrationServiceFacts>): Partial<VmFacts> => ({
    security: shielded,
    integrationServices: rowsWith(key, change),
  });
  test.each<
    [key: ServiceKey, change: Partial<IntegrationServiceFacts>, status: string, severity: string | null]
  >([
    ["data-exchange", NO_CONTACT, "not-applicable", null],
    ["data-exchange", OFF, "disabled", null],
    ["data-exchange", { primaryStatus: 13 }, "failed", "warning"],
    ["data-exchange", {}, "healthy", null],
    ["guest-services", { enabled: true, primaryStatus: 12 }, "not-applicable", null],
    ["shutdown", NO_CONTACT, "failed", "warning"],
  ])("%s %j: %s, %s", (key, change, status, severity) => {
    expect(verdict(judge(vm(key, change)), key)).toMatchObject({ status, severity });
  });
});
