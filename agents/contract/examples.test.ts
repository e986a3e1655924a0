import { readFileSync } from "node:fs";
import { z } from "zod";
import { describe, expect, test } from "vitest";
import { parseSnapshotJson } from "@/lib/contract/agent/read-snapshot.ts";
import { MAX_SNAPSHOT_BYTES, type SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { invalidExamples, validExamples } from "./examples.ts";
import { translateCapture } from "./recorded/translate-capture.ts";
import { translateRawHost } from "./recorded/translate-raw-host.ts";

const valid = validExamples();
const invalid = invalidExamples();

describe("valid examples", () => {
  test.each(valid)("$name is read", ({ bytes }) => {
    expect(parseSnapshotJson(bytes)).toMatchObject({ ok: true });
  });

  test("have unique ids, so that all of them can be posted to one server", () => {
    const snapshots = valid.map(({ name }) => read(name));
    for (const ids of [
      snapshots.map((snapshot) => snapshot.snapshotId),
      snapshots.map((snapshot) => snapshot.agent.instanceId),
      snapshots.map((snapshot) => snapshot.host.machineId),
      snapshots.flatMap((snapshot) => (snapshot.vms ?? []).map((vm) => vm.id)),
    ]) {
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });
});

describe("invalid examples", () => {
  test.each(invalid.filter(({ expect: expected }) => expected.status === 413))(
    "$name is a byte too large",
    ({ bytes }) => {
      expect(bytes.length).toBe(MAX_SNAPSHOT_BYTES + 1);
    },
  );

  const parsable = invalid.filter(({ expect: expected }) => expected.status !== 413);
  test.each(parsable)("$name is refused with its path", ({ bytes, expect: expected }) => {
    const parsed = parseSnapshotJson(bytes);
    expect(
      parsed.ok ? parsed : { status: parsed.status, paths: parsed.errors.map(({ path }) => path) },
    ).toEqual({
      status: expected.status,
      paths: [expected.path],
    });
  });

  test("a body of exactly 8 MiB is read", () => {
    const tooLarge = invalid.find(({ expect: expected }) => expected.status === 413);
    const text = new TextDecoder().decode(tooLarge?.bytes);
    expect(parseSnapshotJson(text.replace("xx", "x")).ok).toBe(true);
  });
});

describe("the raw host", () => {
  const snapshot = read("raw-host-hv-syn-01");

  test("matches its recording, field by field", () => {
    const { runtime, host, ...translated } = translateRawHost(recorded("raw-host-hv-syn-01"));
    const body = posted("raw-host-hv-syn-01");
    expect(snapshot.agent.runtime).toEqual(runtime);
    // The machine id is a hash that no cmdlet returns: the only fact that had to be made up.
    expect(body["host"]).toEqual({ ...host, machineId: snapshot.host.machineId });
    expect(pick(body, translated)).toEqual(translated);
  });

  test("has null for data that was not recorded", () => {
    expect(snapshot.host).toMatchObject({ smbiosUuid: null, cluster: null, rights: null });
    expect(snapshot.host.hardware).toMatchObject({ processorName: null, cores: null });
    expect(snapshot.physicalAdapters?.map((adapter) => adapter.bindings?.ms_tcpip)).toEqual([
      null,
      null,
      null,
    ]);
    expect(snapshot.smb).toMatchObject({ serverInterfaces: null, constraints: null, dcb: null });
    expect(snapshot.vms?.map((vm) => vm.hasRemoteFx)).toEqual([null, null, null]);
    expect(snapshot.vms?.map((vm) => vm.integrationServicesVersionState)).toEqual([null, null, null]);
    expect(snapshot.vms?.map((vm) => vm.adapters?.[0]?.rdmaWeight)).toEqual([0, null, null]);
  });

  test("distinguishes empty from unread", () => {
    expect(snapshot.teams).toEqual([]);
    expect(snapshot.physicalAdapters?.map((adapter) => adapter.sriov?.listed)).toEqual([true, true, false]);
    expect(snapshot.physicalAdapters?.map((adapter) => adapter.rdma?.listed)).toEqual([true, true, false]);
    expect(snapshot.physicalAdapters?.map((adapter) => adapter.rss?.listed)).toEqual([true, false, true]);
    expect(snapshot.vms?.map((vm) => vm.comPortPaths)).toEqual([[], [], []]);
    expect(snapshot.vms?.map((vm) => vm.dvdDrives?.length)).toEqual([0, 1, 0]);
  });

  test("has converted numbers to names, and On of OnOffState is 0", () => {
    expect(snapshot.vms?.map((vm) => vm.state)).toEqual(["Running", "Running", "Off"]);
    expect(snapshot.vms?.map((vm) => vm.heartbeat)).toEqual([
      "OkApplicationsHealthy",
      "OkApplicationsUnknown",
      null,
    ]);
    expect(snapshot.vms?.map((vm) => vm.automaticStopAction)).toEqual(["ShutDown", "Save", "ShutDown"]);
    expect(snapshot.vms?.map((vm) => vm.firmware?.secureBoot)).toEqual(["On", undefined, "On"]);
    expect(snapshot.vms?.[1]?.adapters?.map((adapter) => adapter.macAddressSpoofing)).toEqual(["Off", "Off"]);
    expect(snapshot.switches?.[0]).toMatchObject({
      switchType: "External",
      bandwidthReservationMode: "None",
    });
    expect(snapshot.host.offload).toEqual({
      receiveSideScaling: "Enabled",
      networkDirect: "Enabled",
      networkDirectAcrossIPSubnets: "Blocked",
    });
  });

  test("has converted 5.1 objects to text and seconds", () => {
    expect(snapshot.host.os?.bootedAt).toBe("2026-01-05T00:00:00Z");
    expect(snapshot.vms?.map((vm) => vm.createdAt)).toEqual(
      Array.from({ length: 3 }, () => "2023-11-14T22:13:20Z"),
    );
    expect(snapshot.vms?.map((vm) => vm.uptimeSeconds)).toEqual([864_000, 4_320_000, 0]);
    expect(snapshot.vms?.map((vm) => vm.integrationServicesVersion)).toEqual(["0.0", "0.0", "0.0"]);
    expect(snapshot.vms?.[1]?.checkpoints).toEqual({ count: 1, oldestAt: "2025-12-01T00:00:00Z" });
    expect(snapshot.physicalAdapters?.[0]).toMatchObject({
      interfaceGuid: "a1000000-0000-4000-8000-000000000001",
      macAddress: "020000000101",
    });
  });

  test("has guest data only if the guest responded", () => {
    expect(snapshot.vms?.map((vm) => vm.guest?.osName ?? null)).toEqual([
      "Windows Server 2022 Datacenter",
      null,
      null,
    ]);
    expect(snapshot.vms?.[1]?.guest).toBeNull();
    expect(snapshot.host.fqdn).toBe("HV-SYN-01.corp.example");
  });
});

describe("the real capture", () => {
  const snapshot = read("real-server-2022-nine-vms-two-of-one-name");

  test("matches its recording, field by field", () => {
    const translated = translateCapture(recorded("server-2022-integration-services"));
    expect(pick(posted("real-server-2022-nine-vms-two-of-one-name"), translated)).toEqual(translated);
  });

  test("contains nine VMs, two of them with the same name and each with its own id", () => {
    const names = snapshot.vms?.map((vm) => vm.name) ?? [];
    expect(names).toHaveLength(9);
    expect(names.filter((name) => name === "VSERVER07")).toHaveLength(2);
    expect(new Set(snapshot.vms?.map((vm) => vm.id)).size).toBe(9);
  });

  test("keeps the heartbeat with primary status Error and secondary status OK", () => {
    const odd = snapshot.vms?.[6]?.integrationServices?.find((service) => service.name === "Heartbeat");
    expect(odd).toMatchObject({ primaryStatus: 6, secondaryStatus: 2, enabled: true });
  });

  test("contains nothing that is not in the capture", () => {
    expect(snapshot).toMatchObject({ physicalAdapters: null, switches: null, smb: null });
    for (const vm of snapshot.vms ?? []) {
      expect(vm).toMatchObject({
        guest: null,
        uptimeSeconds: null,
        generation: null,
        adapters: null,
        disks: null,
      });
    }
  });
});

function read(name: string): SnapshotV1 {
  const example = valid.find((one) => one.name === name);
  const parsed = parseSnapshotJson(example?.bytes ?? "");
  if (!parsed.ok) throw new Error(`${name}: ${parsed.errors[0]?.path} ${parsed.errors[0]?.message}`);
  return parsed.snapshot;
}

/** The body as in the file, with only `listed: false` for a device that is not listed. */
function posted(name: string): Record<string, unknown> {
  const example = valid.find((one) => one.name === name);
  return z.record(z.string(), z.unknown()).parse(JSON.parse(new TextDecoder().decode(example?.bytes)));
}

function recorded(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./recorded/${name}.json`, import.meta.url), "utf8"));
}

/** The translated fields: ids that only a report has (sender and time) are not part of a recording. */
function pick(body: Record<string, unknown>, like: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key in like));
}
