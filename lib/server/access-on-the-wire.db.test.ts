import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openAuth } from "@/lib/services/auth/auth.ts";
import { createUser } from "@/lib/services/auth/set-up.ts";
import { createApiToken } from "@/lib/services/tokens/create-api-token.ts";
import { enrolOnTheWire, postJson, type WireAnswer } from "./testing/agent-on-the-wire.ts";
import { withTestServer } from "./testing/test-server.ts";

const server = withTestServer();
const PASSWORD = "correct horse battery";

let admin = "";
let viewer = "";
let adminToken = "";

beforeAll(async () => {
  openAuth({ secret: "s".repeat(40), isSecure: false, publicUrl: null, onError: () => undefined });
  admin = await cookieOf("admin");
  viewer = await cookieOf("viewer");
  ({ token: adminToken } = await createApiToken({ name: "script of an administrator", role: "admin" }));
});

async function cookieOf(role: string): Promise<string> {
  const email = `${role}@inn.example`;
  await createUser({ name: `Some ${role}`, email, password: PASSWORD }, role);
  const { headers } = await postJson(
    `${server.url}/api/auth/sign-in/email`,
    { email, password: PASSWORD },
    { origin: server.url },
  );
  return (headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");
}

async function read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  const response = await fetch(server.url + path, { headers: { cookie: admin } });
  expect(response.status).toBe(200);
  return schema.parse(await response.json());
}

const act = (path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<WireAnswer> =>
  postJson(server.url + path, body, { cookie: admin, origin: server.url, ...headers });

const ID = randomUUID();
const READS = ["/api/v1/waiting-agents", "/api/v1/enrolment-keys", "/api/v1/api-tokens"];
const ACTS = [
  `/api/v1/awaited-hosts/${ID}/forget`,
  `/api/v1/hosts/${ID}/retire`,
  `/api/v1/hosts/${ID}/restore`,
  "/api/v1/enrolment-keys",
  `/api/v1/enrolment-keys/${ID}/revoke`,
  "/api/v1/api-tokens",
  `/api/v1/api-tokens/${ID}/revoke`,
  `/api/v1/waiting-agents/${ID}/approve`,
  `/api/v1/waiting-agents/${ID}/refuse`,
];

describe("only signed-in administrators manage access", () => {
  const callers = [
    { name: "a stranger", status: 401, headers: () => ({}) },
    { name: "a viewer", status: 403, headers: () => ({ cookie: viewer }) },
    { name: "a script", status: 403, headers: () => ({ authorization: `Bearer ${adminToken}` }) },
  ];
  test.each(callers.flatMap((caller) => READS.map((path) => ({ ...caller, path }))))(
    "$name does not read $path",
    async ({ path, status, headers }) => {
      const response = await fetch(server.url + path, { headers: new Headers(headers()) });
      expect(response.status).toBe(status);
    },
  );

  test.each(callers.flatMap((caller) => ACTS.map((path) => ({ ...caller, path }))))(
    "$name does not act on $path",
    async ({ path, status, headers }) => {
      const answer = await postJson(
        server.url + path,
        { name: "mine" },
        { origin: server.url, ...headers() },
      );
      expect(answer.status).toBe(status);
    },
  );

  test.each(ACTS)("another site cannot submit the form of %s", async (path) => {
    expect((await act(path, { name: "theirs" }, { origin: "https://evil.example" })).status).toBe(403);
    expect((await act(path, { name: "theirs" }, { "content-type": "text/plain" })).status).toBe(415);
  });

  test.each(ACTS.filter((path) => path.includes(ID)))("%s finds nothing for a made-up id", async (path) => {
    expect((await act(path)).status).toBe(404);
  });
});

const keyMade = z.object({ key: z.string() });
const tokenMade = z.object({ id: z.string(), token: z.string() });
const listed = z.object({ items: z.array(z.looseObject({ id: z.string(), name: z.string().optional() })) });

test("a key has the requested limits and tags, and an invalid tag is refused", async () => {
  const asked = { name: "Rack 14", uses: 10, validHours: 24, tags: ["#Vienna", "rack-14"] };
  expect((await act("/api/v1/enrolment-keys", asked)).status).toBe(201);
  const keys = await read("/api/v1/enrolment-keys", listed);
  const row = keys.items.find(({ name }) => name === "Rack 14");
  expect(row).toMatchObject({ usesLeft: 10, tags: ["vienna", "rack-14"] });
  const hours = (Date.parse(String(row?.["expiresAt"])) - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(23);
  expect(hours).toBeLessThanOrEqual(24);
  expect((await act("/api/v1/enrolment-keys", { ...asked, tags: ["no tag!"] })).status).toBe(400);
  expect((await act("/api/v1/enrolment-keys", { ...asked, uses: 0 })).status).toBe(422);
});

test("a key and a token are created, listed without their secret, and revoked", async () => {
  const { key } = keyMade.parse((await act("/api/v1/enrolment-keys", { name: "Rack 15" })).body);
  const made = tokenMade.parse((await act("/api/v1/api-tokens", { name: "Grafana" })).body);
  const keys = await read("/api/v1/enrolment-keys", listed);
  const tokens = await read("/api/v1/api-tokens", listed);
  const keyRow = keys.items.find(({ name }) => name === "Rack 15");
  expect(keyRow).toMatchObject({ state: "usable", uses: 0, usesLeft: null, madeBy: "Some admin" });
  expect(tokens.items.find(({ id }) => id === made.id)).toMatchObject({
    role: "viewer",
    madeBy: "Some admin",
  });
  expect(JSON.stringify([keys, tokens])).not.toMatch(/ik[ep]_/);

  expect((await act(`/api/v1/enrolment-keys/${keyRow?.id}/revoke`)).body).toEqual({ id: keyRow?.id });
  expect((await act(`/api/v1/api-tokens/${made.id}/revoke`)).status).toBe(200);
  await expect(enrolOnTheWire(server.url, key, machine("a"))).rejects.toThrow("Not enrolled");
  const reading = await fetch(`${server.url}/api/v1/vms`, {
    headers: { authorization: `Bearer ${made.token}` },
  });
  expect(reading.status).toBe(401);
});

function machine(digit: string) {
  return { instanceId: randomUUID(), machineId: digit.repeat(64), name: `HV-ACCESS-${digit}` };
}

test("a reinstalled agent waits, is listed with its address, and enrols once it is approved", async () => {
  const { key } = keyMade.parse((await act("/api/v1/enrolment-keys", { name: "Rack 16" })).body);
  const known = machine("b");
  const { hostId } = await enrolOnTheWire(server.url, key, known);
  const anew = { ...known, instanceId: randomUUID() };
  const held = await postJson(`${server.url}/api/v1/enroll`, anew, { authorization: `Bearer ${key}` });
  expect(held.status).toBe(409);

  const { items } = await read("/api/v1/waiting-agents", listed);
  const waiting = items.find((each) => each["instanceId"] === anew.instanceId);
  expect(waiting).toMatchObject({
    host: { id: hostId, name: known.name },
    status: "pending",
    address: "127.0.0.1",
    keyName: "Rack 16",
    present: { instanceId: known.instanceId, address: "127.0.0.1" },
  });
  expect((await act(`/api/v1/waiting-agents/${waiting?.id}/approve`)).status).toBe(200);
  expect((await enrolOnTheWire(server.url, key, anew)).hostId).toBe(hostId);
  expect((await act(`/api/v1/waiting-agents/${waiting?.id}/approve`)).status).toBe(404);
});

test("a host that enrolled but never reported is listed for every reader", async () => {
  const { key } = keyMade.parse((await act("/api/v1/enrolment-keys", { name: "Rack 17" })).body);
  const { hostId } = await enrolOnTheWire(server.url, key, machine("c"));
  const response = await fetch(`${server.url}/api/v1/awaited-hosts`, { headers: { cookie: viewer } });
  expect(response.headers.get("etag")).not.toBeNull();
  const { items } = listed.parse(await response.json());
  expect(items.find(({ id }) => id === hostId)).toMatchObject({ keyName: "Rack 17", address: "127.0.0.1" });
});
