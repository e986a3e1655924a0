import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { invalidExamples, validExamples } from "@/agents/contract/examples.ts";
import { hostileBodies } from "@/agents/contract/hostile-bodies.ts";
import { noise } from "@/agents/contract/hostile/strange-but-valid.ts";
import { parseSnapshotJson } from "@/lib/contract/agent/read-snapshot.ts";
import { MAX_SNAPSHOT_BYTES } from "@/lib/contract/agent/snapshot-v1.ts";
import { snapshotBytes, someVms } from "@/lib/contract/agent/testing/smallest-snapshot.ts";
import { digestOfAllRows, tornRows } from "@/lib/data/testing/stored-rows.ts";
import { createApiToken } from "@/lib/services/tokens/create-api-token.ts";
import { createEnrolmentKey } from "@/lib/services/tokens/create-enrolment-key.ts";
import { enrolOnTheWire, pathsOf, postBytes, type WireAnswer } from "./testing/agent-on-the-wire.ts";
import { withTestServer } from "./testing/test-server.ts";

const server = withTestServer();
const TARGET = {
  instanceId: "5b0c1d2e-3f40-4a5b-8c6d-0000000000ff",
  machineId: "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9",
  name: "HV-TARGET-01",
};

let key = "";
let reader = "";
/** Of the target. */
let token = "";

beforeAll(async () => {
  ({ key } = await createEnrolmentKey({ name: "examples", tags: [], uses: null, expiresAt: null }));
  ({ token: reader } = await createApiToken({ name: "examples", role: "viewer" }));
  ({ token } = await enrolOnTheWire(server.url, key, TARGET));
});

function post(
  bearer: string,
  bytes: Uint8Array,
  headers: Record<string, string> = { "content-type": "application/json" },
): Promise<WireAnswer> {
  return postBytes(`${server.url}/api/v1/snapshots`, bytes, {
    authorization: `Bearer ${bearer}`,
    ...headers,
  });
}

/** Names of the VMs that the API lists for the host. */
async function listVms(hostId: string, filters = ""): Promise<string[]> {
  const response = await fetch(`${server.url}/api/v1/vms?limit=500&host=${hostId}${filters}`, {
    headers: { authorization: `Bearer ${reader}` },
  });
  expect(response.status).toBe(200);
  const page = z.object({ items: z.array(z.object({ name: z.string() })) });
  return page.parse(await response.json()).items.map(({ name }) => name);
}

function read(bytes: Uint8Array) {
  const parsed = parseSnapshotJson(bytes);
  if (!parsed.ok) throw new Error("The body is not valid.");
  return parsed.snapshot;
}

describe("a valid example through the real API", () => {
  test.each(validExamples())("$name is stored once, completely, and read back", async ({ bytes }) => {
    const { agent, host, snapshotId, vms } = read(bytes);
    const enrolled = await enrolOnTheWire(server.url, key, {
      instanceId: agent.instanceId,
      machineId: host.machineId,
      name: host.name,
    });
    const packed = gzipSync(bytes);
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    const stored = await post(enrolled.token, packed, headers);
    expect(stored).toMatchObject({
      status: 201,
      body: { snapshotId, hostId: enrolled.hostId, vms: vms?.length ?? 0 },
    });
    expect(await tornRows()).toEqual([]);
    const realised = (vms ?? []).filter(({ vmType }) => vmType !== "Planned");
    expect((await listVms(enrolled.hostId)).toSorted()).toEqual(realised.map(({ name }) => name).toSorted());

    const before = await digestOfAllRows();
    expect(await post(enrolled.token, packed, headers)).toMatchObject({
      status: 200,
      body: { duplicate: true },
    });
    expect(await digestOfAllRows()).toBe(before);
  });
});

test("a machine with names of the maximum length is enrolled, stored, and found by them", async () => {
  const machine = {
    instanceId: "5b0c1d2e-3f40-4a5b-8c6d-0000000000fe",
    machineId: noise(11),
    name: noise(12),
  };
  const first = await enrolOnTheWire(server.url, key, machine);
  const again = await enrolOnTheWire(server.url, key, machine);
  expect(again.hostId).toBe(first.hostId);
  const vmName = noise(13);
  const bytes = snapshotBytes({
    snapshotId: "0193f1a2-7b3c-7d4e-8f5c-0000000000fe",
    agent: { instanceId: machine.instanceId, version: "1.0.0", kind: "mock", intervalSeconds: 60 },
    host: { name: machine.name, machineId: machine.machineId, cluster: { name: noise(14) } },
    sections: [{ name: "vms", status: "ok" }],
    vms: [{ id: "d3000000-0000-4000-8000-0000000000fe", name: vmName, guest: { osName: noise(15) } }],
  });
  expect((await post(again.token, bytes)).status).toBe(201);
  expect(await listVms(first.hostId)).toEqual([vmName]);
  expect(await listVms(first.hostId, "&sort=name")).toEqual([vmName]);
});

describe("an invalid example through the real API", () => {
  let before = "";
  beforeAll(async () => {
    before = await digestOfAllRows();
  });

  test.each(invalidExamples())(
    "$name: $expect.status at “$expect.path”",
    async ({ bytes, expect: wanted }) => {
      const answer = await post(token, bytes);
      expect(answer.status).toBe(wanted.status);
      expect(pathsOf(answer)).toEqual([wanted.path]);
    },
  );

  test("none of them was stored", async () => {
    expect(await digestOfAllRows()).toBe(before);
  });
});

describe("hostile bodies through the real API", () => {
  const bodies = hostileBodies(TARGET);
  const refused = bodies.filter(({ expectStatus }) => expectStatus !== 201);

  test("invalid bodies are refused with a message and leave no trace", async () => {
    const before = await digestOfAllRows();
    const wrong: string[] = [];
    for (const { name, bytes, headers, expectStatus } of refused) {
      const answer = await post(token, bytes, headers);
      if (answer.status !== expectStatus) wrong.push(`${name}: ${answer.status}, not ${expectStatus}`);
      else if (pathsOf(answer).length > 50) wrong.push(`${name}: more than 50 errors`);
    }
    expect(wrong).toEqual([]);
    expect(await digestOfAllRows()).toBe(before);
  });

  test("unusual but valid bodies are stored completely", async () => {
    const wrong: string[] = [];
    for (const { name, bytes, headers } of bodies.filter((body) => !refused.includes(body))) {
      const answer = await post(token, bytes, headers);
      if (answer.status !== 201) wrong.push(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
      wrong.push(...(await tornRows()).map((row) => `${name}: ${row}`));
    }
    expect(wrong).toEqual([]);
    expect(server.logged.filter(({ message }) => message === "A request failed")).toEqual([]);
  });

  test("and a good snapshot is stored after them", async () => {
    const bytes = snapshotBytes({
      snapshotId: "0193f1a2-7b3c-7d4e-8f5c-000000000001",
      sequence: Number.MAX_SAFE_INTEGER,
      agent: { instanceId: TARGET.instanceId, version: "1.0.0", kind: "mock", intervalSeconds: 60 },
      host: { name: TARGET.name, machineId: TARGET.machineId },
      sections: [{ name: "vms", status: "ok" }],
      vms: [{ id: "d3000000-0000-4000-8000-000000000001", name: "GOOD-01", state: "Running" }],
    });
    const stored = await post(token, bytes);
    expect(stored).toMatchObject({ status: 201, body: { vms: 1 } });
    const { hostId } = z.object({ hostId: z.string() }).parse(stored.body);
    expect(await listVms(hostId)).toContain("GOOD-01");
    expect(await tornRows()).toEqual([]);
  });
});

/** Enrols a machine of its own and returns its token and a way to write its snapshots, each with a new id. */
async function newMachine() {
  const machine = { instanceId: randomUUID(), machineId: randomUUID(), name: "HV-ANSWERED-01" };
  const { instanceId, machineId, name } = machine;
  const snapshot = (sequence: number, keys: Record<string, unknown> = {}) =>
    snapshotBytes({
      snapshotId: randomUUID(),
      sequence,
      agent: { instanceId, version: "1.0.0", kind: "mock", intervalSeconds: 60 },
      host: { name, machineId },
      sections: [{ name: "vms", status: "ok" }],
      ...keys,
    });
  return { ...(await enrolOnTheWire(server.url, key, machine)), machine, snapshot };
}

describe("the answer to a valid snapshot", () => {
  test("is 200 if a newer one is stored", async () => {
    const host = await newMachine();
    expect((await post(host.token, host.snapshot(2))).status).toBe(201);
    const late = await post(host.token, host.snapshot(1));
    expect(late).toMatchObject({ status: 200, body: { stale: true } });
  });

  test("is 403 if it is another agent instance's", async () => {
    const [host, other] = [await newMachine(), await newMachine()];
    const refused = await post(host.token, other.snapshot(1));
    expect(refused.status).toBe(403);
    expect(pathsOf(refused)).toEqual(["agent.instanceId"]);
  });

  test("is 401 if its token was replaced by enrolling again", async () => {
    const host = await newMachine();
    const { token: replacement } = await enrolOnTheWire(server.url, key, host.machine);
    const refused = await post(host.token, host.snapshot(1));
    expect(refused).toMatchObject({ status: 401, headers: { "www-authenticate": "Bearer" } });
    expect(pathsOf(refused)).toEqual([]);
    expect((await post(replacement, host.snapshot(1))).status).toBe(201);
  });

  test("is 409 if it is another machine's, which administrators see and which changes nothing", async () => {
    const host = await newMachine();
    expect((await post(host.token, host.snapshot(1, { vms: someVms(1) }))).status).toBe(201);
    const copy = host.snapshot(2, { vms: [], host: { name: "HV-COPY-01", machineId: randomUUID() } });
    const refused = await post(host.token, copy);
    expect(refused.status).toBe(409);
    expect(pathsOf(refused)).toEqual(["host.machineId"]);
    const seen = await fetch(`${server.url}/api/v1/hosts/${host.hostId}`, {
      headers: { authorization: `Bearer ${reader}` },
    });
    expect(await seen.json()).toMatchObject({
      vms: 1,
      identityConflict: { detail: expect.stringContaining("HV-COPY-01") },
    });
  });
});

describe("the limits of a snapshot", () => {
  test("1,024 VMs are stored, and one more is refused", async () => {
    const host = await newMachine();
    const most = await post(host.token, host.snapshot(1, { vms: someVms(1024) }));
    expect(most).toMatchObject({ status: 201, body: { vms: 1024 } });
    const tooMany = await post(host.token, host.snapshot(2, { vms: someVms(1025) }));
    expect(tooMany.status).toBe(422);
    expect(pathsOf(tooMany)).toEqual(["vms"]);
  });

  test.each([
    { name: "sent compressed", pack: (bytes: Uint8Array) => gzipSync(bytes), encoding: "gzip" },
    { name: "sent as they are", pack: (bytes: Uint8Array) => bytes, encoding: "identity" },
  ])("8 MiB are stored, and one byte more is refused, $name", async ({ pack, encoding }) => {
    const host = await newMachine();
    const headers = { "content-type": "application/json", "content-encoding": encoding };
    const padded = (sequence: number, size: number) =>
      pack(Buffer.concat([host.snapshot(sequence), Buffer.alloc(size, " ")]).subarray(0, size));
    expect((await post(host.token, padded(1, MAX_SNAPSHOT_BYTES), headers)).status).toBe(201);
    const tooLarge = await post(host.token, padded(2, MAX_SNAPSHOT_BYTES + 1), headers);
    expect(tooLarge.status).toBe(413);
    expect(pathsOf(tooLarge)).toEqual([""]);
  });
});
