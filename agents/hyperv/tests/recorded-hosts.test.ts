// Longer than 300 lines: one collection serves all of these tests.
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { z } from "zod";
import { translateRawHost } from "@/agents/contract/recorded/translate-raw-host.ts";
import { parseSnapshotJson } from "@/lib/contract/agent/read-snapshot.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { enrolOnTheWire, postJson } from "@/lib/server/testing/agent-on-the-wire.ts";
import { withTestServer } from "@/lib/server/testing/test-server.ts";
import { createApiToken } from "@/lib/services/tokens/create-api-token.ts";
import { createEnrolmentKey } from "@/lib/services/tokens/create-enrolment-key.ts";
import { collectHosts } from "./hosts/collect-hosts.ts";
import { leavesOfContract, leavesOfReport } from "./hosts/contract-leaves.ts";
import { EXPECTED, JUDGED_VM } from "./hosts/expected-reports.ts";
import { recordedHosts } from "./hosts/recorded-hosts.ts";
import { readRawHost } from "./hosts/recording.ts";

const server = withTestServer();
const hosts = recordedHosts();
let folder: string;
let collected: Map<string, string>;
let key: string;
let reader: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-hosts-"));
  ({ key } = await createEnrolmentKey({ name: "recorded", tags: [], uses: null, expiresAt: null }));
  ({ token: reader } = await createApiToken({ name: "recorded", role: "viewer" }));
  collected = await collectHosts(inject("engine"), folder, hosts);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const body = z.record(z.string(), z.unknown());

/** The agent's report of a host, with the one key that is set at the attempt to send. */
function bodyOf(name: string): Record<string, unknown> {
  return { ...body.parse(JSON.parse(collected.get(name) ?? "null")), sentAt: new Date().toISOString() };
}

function snapshotOf(name: string): SnapshotV1 {
  const parsed = parseSnapshotJson(JSON.stringify(bodyOf(name)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.snapshot;
}

const findings = z.object({
  items: z.array(
    z.object({ rule: z.string(), severity: z.string(), vm: z.object({ name: z.string() }).nullable() }),
  ),
});
const vms = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      health: z.string(),
      services: z.record(z.string(), z.unknown()),
      acceleration: z.record(z.string(), z.unknown()),
    }),
  ),
});

const technologies = z.object({
  acceleration: z.array(z.object({ technology: z.string(), status: z.string() })),
});

/** Enrols as that host would, posts its snapshot, and returns what the server then shows for it. */
async function report(name: string) {
  const { host, agent } = snapshotOf(name);
  const instanceId = randomUUID();
  const machine = { instanceId, machineId: host.machineId, name: host.name };
  const { hostId, token } = await enrolOnTheWire(server.url, key, machine);
  const { status } = await postJson(
    `${server.url}/api/v1/snapshots`,
    { ...bodyOf(name), agent: { ...agent, instanceId } },
    { authorization: `Bearer ${token}` },
  );
  const open = (await read(`findings?host=${hostId}&limit=500`, findings)).items;
  const shown = (await read(`vms?host=${hostId}&limit=500`, vms)).items;
  const { acceleration } = await read(`hosts/${hostId}`, technologies);
  const judged = shown.find((vm) => vm.name === JUDGED_VM);
  return {
    status,
    smbDirect: acceleration.find(({ technology }) => technology === "smb-direct")?.status ?? "absent",
    findings: open.map(({ rule, severity, vm }) => `${vm?.name ?? "host"}: ${severity} ${rule}`).sort(),
    health: shown.map((vm) => `${vm.name}: ${vm.health}`).sort(),
    verdicts: { ...judged?.services, ...judged?.acceleration },
  };
}

async function read<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.output<Shape>> {
  const response = await fetch(`${server.url}/api/v1/${path}`, {
    headers: { authorization: `Bearer ${reader}` },
  });
  return shape.parse(await response.json());
}

/** Facts without a value here: Get-InnkeeperSnapshot includes no pending reports (limits.test.ts). */
const UNCOVERED = ["agent.spool.oldestAt"];

test("slow VM data is read after every section that is evaluated", () => {
  const names = snapshotOf("server-2022-raw").sections.map(({ name }) => name);
  const judged = ["host", "physicalAdapters", "switches", "hostAdapters", "teams", "smb", "vms"];
  const last = Math.max(...judged.map((name) => names.indexOf(name)));
  const slow = ["vms.config", "vms.firmware", "vms.security", "vms.drives", "vms.vhds"];
  for (const name of slow) expect([name, names.indexOf(name) > last]).toEqual([name, true]);
});

test("every recorded host has expectations", () => {
  expect(EXPECTED.map(({ name }) => name)).toEqual(hosts.map(({ name }) => name));
});

test.each(EXPECTED)(
  "$name conforms to the contract, is stored, and is evaluated",
  async ({ name, ...expected }) => {
    expect(parseSnapshotJson(JSON.stringify(bodyOf(name)))).toMatchObject({ ok: true });
    const sections = snapshotOf(name)
      .sections.filter(({ status }) => status !== "ok")
      .map((section) => `${section.name}: ${section.status}`);
    expect({ ...(await report(name)), sections }).toEqual({
      status: 201,
      smbDirect: expect.any(String),
      verdicts: expect.any(Object),
      ...expected,
    });
  },
);

test("every fact of the contract has a value on some recorded host", () => {
  const covered = hosts.flatMap(({ name }) => leavesOfReport(bodyOf(name)));
  const found = new Set(covered);
  expect(leavesOfContract().filter((leaf) => !found.has(leaf))).toEqual(UNCOVERED);
});

describe("the raw host", () => {
  test("returns every field that was recorded, and nothing else", () => {
    const { runtime, host, collectedAt: _when, ...translated } = translateRawHost(readRawHost());
    const posted = bodyOf("server-2022-raw");
    const { machineId, rights, ...ownHost } = body.parse(posted["host"]);
    expect(z.object({ runtime: body }).parse(posted["agent"]).runtime).toEqual(runtime);
    expect(ownHost).toEqual(told(host));
    // A hash that no cmdlet returns, and rights that were not recorded.
    expect({ machineId, rights }).toEqual({ machineId: expect.stringMatching(/^[0-9a-f]{64}$/), rights: {} });
    for (const [name, value] of Object.entries(translated)) {
      // Missing cmdlets mean that the feature is not installed.
      const more = name === "smb" ? { dcb: { installed: false } } : {};
      expect({ [name]: posted[name] }).toEqual({
        [name]: Array.isArray(value) ? told(value) : { ...body.parse(told(value)), ...more },
      });
    }
  });
});

/** In the agent's format: null values are left out, and times have milliseconds. */
function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (typeof value === "string") return value.replace(/(T\d\d:\d\d:\d\d)Z$/, "$1.000Z");
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== null && one !== undefined)
      .map(([name, one]) => [name, told(one)]),
  );
}

describe("facts that differ between hosts", () => {
  test("2012 R2 has no keys for unsupported data, and its own state of integration services", () => {
    const { host, vms, switches } = snapshotOf("server-2012-r2");
    const [first] = vms ?? [];
    expect(host.os?.build).toBe(9600);
    expect(host.hyperv?.supportedVmVersions ?? null).toBeNull();
    expect(first).toMatchObject({
      integrationServicesVersionState: 2,
      integrationServicesVersion: "6.3.9600.16384",
    });
    for (const key of ["vmType", "checkpointType", "security", "exposeVirtualizationExtensions"])
      expect(rowsOf("server-2012-r2", "vms")[0]).not.toHaveProperty(key);
    expect(first?.adapters?.[0]?.vrssEnabled ?? null).toBeNull();
    expect(switches?.[0]?.embeddedTeamingEnabled ?? null).toBeNull();
  });

  test("the queue pair properties of 2016 map to those of later versions", () => {
    const pairs = (name: string) =>
      snapshotOf(name).vms?.map((vm) => vm.adapters?.map((adapter) => adapter.vrssMaxQueuePairs));
    expect(pairs("server-2016")).toEqual(pairs("server-2022-raw"));
  });

  test("a VM has no RemoteFX if the cmdlet was called for it and did not list it", () => {
    const remoteFx = (name: string) => snapshotOf(name).vms?.map((vm) => vm.hasRemoteFx ?? null);
    expect(remoteFx("server-2016")).toEqual([false, true, false]);
    // It fails there, or does not exist.
    expect(remoteFx("server-2025")).toEqual([null, null, null]);
    expect(remoteFx("server-2022-raw")).toEqual([null, null, null]);
  });

  test("a German host's names are shown with their umlauts", () => {
    const [vm] = snapshotOf("german").vms ?? [];
    expect(vm?.notes).toBe("Größe geändert – ß #prüfung");
    expect(vm?.integrationServices?.map((service) => service.name)).toContain(
      "Austausch von Schlüsselwertepaaren",
    );
    expect(snapshotOf("german").agent.runtime?.uiCulture).toBe("de-DE");
  });

  test("without rights nothing is reported as none", () => {
    const { host, vms, switches, hostAdapters, physicalAdapters } = snapshotOf("no-rights");
    expect(host.rights).toEqual({ hyperv: false, administrator: false });
    expect({ vms, switches, hostAdapters }).toEqual({ vms: [], switches: null, hostAdapters: null });
    // Not "listed: false", which would mean that the adapter does not support it.
    expect(physicalAdapters?.map(({ sriov, vmq }) => ({ sriov, vmq }))).toEqual(
      Array.from({ length: 3 }, () => ({ sriov: null, vmq: null })),
    );
  });

  test("a node reports its cluster, its DCB, and which VM is only arriving", () => {
    const { host, vms, smb } = snapshotOf("cluster-node");
    expect(host.cluster).toEqual({ name: "CL-SYN", nodes: [host.name, "HV-SYN-77"] });
    expect(vms?.map((vm) => vm.vmType)).toEqual(["Realized", "Planned", "Realized"]);
    expect(smb?.dcb).toEqual({
      installed: true,
      smbDirectPriority: 3,
      pfcPriorities: [3],
      willing: false,
    });
  });

  test("a nested host's adapters support none of it", () => {
    const { physicalAdapters } = snapshotOf("nested");
    expect(
      physicalAdapters?.map(({ sriov, rdma, vmq }) => [sriov?.listed, rdma?.listed, vmq?.listed]),
    ).toEqual(Array.from({ length: 3 }, () => [false, false, false]));
  });

  test("failed data is unread, and other data is present", () => {
    const { vms, switches, smb, sections } = snapshotOf("failing-cmdlets");
    expect(switches).toBeNull();
    expect(vms?.map((vm) => vm.checkpoints ?? null)).toEqual([null, null, null]);
    // The first VM's disk was read before the failure. The others are unknown.
    expect(vms?.map((vm) => vm.disks?.length ?? null)).toEqual([1, null, null]);
    expect(smb?.server ?? null).toBeNull();
    expect(smb?.client).toMatchObject({ enableMultiChannel: true });
    // Not "not installed": the module exists but could not be loaded.
    expect(smb?.dcb ?? null).toBeNull();
    const errors = Object.fromEntries(sections.map((section) => [section.name, section.error]));
    expect(errors["smb"]).toContain("the module DcbQos is installed on this host but cannot be loaded");
    expect(errors["vms.vhds"]).toContain("the file does not exist");
    expect(vms?.map((vm) => vm.guest?.osName ?? null)).toEqual([
      "Windows Server 2022 Datacenter",
      null,
      null,
    ]);
    expect(collected.get("failing-cmdlets")).not.toContain("root:");
  });

  test("a section that hangs does not affect others", () => {
    const { vms, switches, physicalAdapters, smb, sections } = snapshotOf("hanging-cmdlets");
    expect(vms?.map((vm) => vm.integrationServices ?? null)).toEqual([null, null, null]);
    expect(vms?.map((vm) => vm.adapters?.length)).toEqual([1, 2, 1]);
    expect([switches?.length, physicalAdapters?.length]).toEqual([1, 3]);
    // One instance of the SMB client hangs: those before and after it are read.
    expect(smb?.connections?.map(({ smbInstance }) => smbInstance)).toEqual(["Default", "SBL"]);
    expect([smb?.client?.enableMultiChannel, smb?.dcb?.installed]).toEqual([true, false]);
    expect(sections.find(({ name }) => name === "smb")?.error).toBe(
      "SmbInstance CSV: did not respond within 10 s",
    );
  });

  test("a list of one is a list, and so is a single value in place of a list", () => {
    const { vms, switches, physicalAdapters } = snapshotOf("one-where-many");
    expect(vms?.length).toBe(1);
    expect(vms?.[0]).toMatchObject({ operationalStatus: ["Ok"], guest: { osName: /Server 2022/ } });
    expect(vms?.[0]?.adapters?.[0]).toMatchObject({ status: ["Ok"], ipAddresses: ["192.0.2.31"] });
    expect(switches?.[0]).toMatchObject({ adapterGuids: ["a1000000-0000-4000-8000-000000000001"] });
    expect(switches?.[0]?.extensions?.length).toBe(1);
    expect(physicalAdapters?.[0]?.rdma?.technology).toBe(
      snapshotOf("server-2022-raw").physicalAdapters?.[0]?.rdma?.technology,
    );
  });

  test("a number that an enum does not define is sent unchanged", () => {
    const { vms, switches, physicalAdapters } = snapshotOf("unknown-numbers");
    expect(vms?.[0]).toMatchObject({ state: "40000", stateCode: 40_000, heartbeat: "77" });
    expect(vms?.[0]).toMatchObject({ operationalStatus: ["Ok", "50000"], replicationMode: "9" });
    expect(switches?.[0]?.switchType).toBe("9");
    expect(physicalAdapters?.[0]?.sriov?.support).toBe("42");
  });

  test("each VM has its own data where two have the same name, and no devices of checkpoints", () => {
    const parts = (name: string) =>
      snapshotOf(name).vms?.map((vm) => ({
        services: vm.integrationServices?.length,
        adapters: vm.adapters?.map(({ macAddress }) => macAddress),
        files: vm.disks?.map(({ path }) => path).filter((path) => path !== "Disk 3"),
      }));
    expect(snapshotOf("server-2019").vms?.map((vm) => vm.name)).toEqual([
      "win-app01",
      "lnx-db01",
      "win-app01",
    ]);
    expect(parts("server-2019")).toEqual(parts("server-2022-raw"));
  });

  test("drives have the files in them, and a physical disk has its number", () => {
    const [first, second] = snapshotOf("server-2019").vms ?? [];
    expect(first?.dvdDrives).toEqual([{ mediaType: "ISO", path: String.raw`D:\ISO\tools.iso` }]);
    expect(second).toMatchObject({ floppyPath: String.raw`D:\VFD\drivers.vfd` });
    expect(second?.comPortPaths).toEqual([String.raw`\\.\pipe\console`]);
    expect(second?.disks?.at(-1)).toMatchObject({ path: "Disk 3", diskNumber: 3 });
  });

  test("connections of every instance of the SMB client are reported", () => {
    const instances = (name: string) =>
      snapshotOf(name).smb?.connections?.map(({ smbInstance }) => smbInstance);
    expect(instances("azure-local")).toEqual(["CSV", "SBL"]);
    expect(instances("server-2022-raw")).toEqual(["Default"]);
    // 2012 R2 has no parameter for it.
    expect(instances("server-2012-r2")).toEqual([null]);
    // One fails, and one returns the connection of another.
    expect(instances("incomplete-lists")).toEqual(["Default"]);
  });

  test("what an incomplete list does not contain is not counted as none", () => {
    const { host, physicalAdapters, smb, sections } = snapshotOf("incomplete-lists");
    expect(physicalAdapters?.map(({ vmq }) => vmq?.allocatedQueues ?? null)).toEqual([1, null, null]);
    expect(host.hardware).toMatchObject({ processorName: "Synthetic CPU", cores: null });
    expect(smb?.dcb).toMatchObject({ installed: true, pfcPriorities: null });
    expect(host.cluster).toEqual({ name: "CL-SYN", nodes: null });
    expect(host.fqdn).toBeNull();
    // An empty list from Get-VMHost.
    expect(host.hyperv?.supportedVmVersions).toEqual(["8.0", "9.0", "10.0"]);
    // The build is unread: that is no reason to query what only 2012 R2 needs.
    expect(host.os?.build).toBeNull();
    expect(sections.map(({ name }) => name)).not.toContain("vms.versionStates");
  });

  test("a row that nothing identifies is left out, and is not counted as none", () => {
    const { vms, switches, hostAdapters, physicalAdapters, teams, sections } =
      snapshotOf("unidentified-rows");
    expect(vms?.map(({ name, generation }) => [name, generation])).toEqual([
      ["win-app01", 2],
      ["lnx-db01", 1],
      ["win-tmpl01", null],
    ]);
    expect(vms?.map((vm) => vm.adapters?.length)).toEqual([1, 2, 1]);
    expect(vms?.map((vm) => vm.integrationServices?.length)).toEqual([6, 6, 6]);
    expect([switches?.length, hostAdapters?.length, teams]).toEqual([1, 1, null]);
    // The second adapter has no name, and a nameless row of RSS can be the third's.
    expect(physicalAdapters?.map(({ rss, rdma }) => [rss?.listed, rdma?.listed])).toEqual([
      [true, true],
      [undefined, undefined],
      [true, false],
    ]);
    expect(physicalAdapters?.map(({ vmq }) => vmq?.allocatedQueues ?? null)).toEqual([1, null, null]);
    // The oldest checkpoint can be the one whose time is unread.
    expect(vms?.[1]?.checkpoints).toEqual({ count: 2, oldestAt: null });
    expect(vms?.[0]?.guest).toMatchObject({ osName: null, osVersion: "10.0.20348" });
    const errors = Object.fromEntries(sections.map((section) => [section.name, section.error]));
    expect(errors["switches"]).toBe("Get-VMSwitch: a row without id is left out");
    expect(errors["vms"]).toBe("This host has 4 VMs; 3 of them are reported.");
  });

  test("a cmdlet that this Windows lacks is skipped, in a part of the VMs as in a section", () => {
    const skipped = snapshotOf("server-2012-r2").sections.filter(({ status }) => status === "skipped");
    expect(skipped.map(({ name, error }) => [name, error])).toEqual([
      ["vms.security", "Get-VMSecurity is not available on this host."],
    ]);
  });

  test("a member of Hyper-V Administrators sees every VM, and nothing of the adapters counts as none", () => {
    const { agent, host, vms, physicalAdapters, teams, smb } = snapshotOf("hyper-v-administrator");
    expect(host.rights).toEqual({ hyperv: true, administrator: false });
    expect(agent.runtime?.isElevated).toBe(false);
    expect(vms?.length).toBe(3);
    expect(physicalAdapters?.map(({ sriov, rdma, rss, vmq }) => [sriov, rdma, rss, vmq])).toEqual(
      Array.from({ length: 3 }, () => [null, null, null, null]),
    );
    expect([teams, smb?.connections ?? null]).toEqual([null, null]);
  });
});

/** Rows as in the body: the contract would add null for absent keys. */
function rowsOf(name: string, key: string): Record<string, unknown>[] {
  return z.array(body).parse(bodyOf(name)[key]);
}
