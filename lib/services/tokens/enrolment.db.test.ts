import { describe, expect, test } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { tornRows } from "@/lib/data/testing/stored-rows.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { decideOnAgent } from "@/lib/services/agents/decide-on-agent.ts";
import { forgetAwaitedHost } from "@/lib/services/agents/forget-awaited-host.ts";
import { listAwaitedHosts } from "@/lib/services/agents/list-awaited-hosts.ts";
import { listWaitingAgents } from "@/lib/services/agents/list-waiting-agents.ts";
import { enrollHost } from "@/lib/services/enroll-host.ts";
import { newId } from "@/lib/services/new-id.ts";
import { authenticateAgent } from "./authenticate-agent.ts";
import { authenticateEnrolmentKey } from "./authenticate-enrolment-key.ts";
import { getFleet } from "../get-fleet.ts";
import { readSession } from "../read-session.ts";
import { enrolTestHost } from "../testing/test-host.ts";
import { createApiToken } from "./create-api-token.ts";
import { createEnrolmentKey } from "./create-enrolment-key.ts";
import { listApiTokens } from "./list-api-tokens.ts";
import { listEnrolmentKeys } from "./list-enrolment-keys.ts";
import { revokeApiToken, revokeEnrolmentKey } from "./revoke.ts";
import { createToken, hashToken } from "./secret-token.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T09:00:00.000Z");
const TOMORROW = new Date("2026-11-25T09:00:00.000Z");
const bearer = (secret: string) => `Bearer ${secret}`;

async function enrol(key: string, machineId: string, instanceId = newId(), now = NOW) {
  const { token, hash } = createToken("agent");
  const { hostId } = await enrollHost({
    keyHash: hashToken(key),
    enrolment: { instanceId, machineId, name: "HV-01", fqdn: null, agentVersion: "1.0.0" },
    tokenHash: hash,
    address: "192.0.2.7",
    now,
  });
  return { token, hostId, instanceId };
}

describe("an enrolment key", () => {
  test("is valid until it expires", async () => {
    const { key } = await createEnrolmentKey({ name: "k", tags: [], uses: null, expiresAt: TOMORROW });
    await expect(authenticateEnrolmentKey(bearer(key), NOW)).resolves.toEqual({ keyHash: hashToken(key) });
    await expect(authenticateEnrolmentKey(bearer(key), TOMORROW)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("enrols only as often as allowed, even with concurrent requests", async () => {
    const { key } = await createEnrolmentKey({ name: "k", tags: [], uses: 2, expiresAt: null });
    const tries = await Promise.allSettled(["m1", "m2", "m3", "m4"].map((machine) => enrol(key, machine)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    await expect(enrol(key, "m5")).rejects.toMatchObject({ code: "forbidden" });
  });

  describe("for one host, whose answer was lost", () => {
    const once = () => createEnrolmentKey({ name: "k", tags: [], uses: 1, expiresAt: TOMORROW });
    const machine = () => `lost ${newId()}`;

    test("gives the same instance a new token, and still counts one use", async () => {
      const { id, key } = await once();
      const host = machine();
      const lost = await enrol(key, host);
      const again = await enrol(key, host, lost.instanceId);
      expect(again.hostId).toBe(lost.hostId);
      await expect(authenticateAgent(bearer(again.token))).resolves.toMatchObject({ hostId: lost.hostId });
      await expect(authenticateAgent(bearer(lost.token))).rejects.toMatchObject({ code: "unauthenticated" });
      const listed = (await listEnrolmentKeys(NOW)).items.find((each) => each.id === id);
      expect(listed).toMatchObject({ state: "used-up", uses: 1, usesLeft: 0 });
    });

    test("is used up for all others, and for the same instance on another machine", async () => {
      const { key } = await once();
      const other = await createEnrolmentKey({ name: "k", tags: [], uses: 1, expiresAt: null });
      const host = machine();
      const { hostId, instanceId, token } = await enrol(key, host);
      await enrol(other.key, machine());
      const refused = { code: "forbidden" };
      await expect(enrol(key, host)).rejects.toMatchObject(refused);
      await expect(enrol(key, machine(), instanceId)).rejects.toMatchObject(refused);
      await expect(enrol(other.key, host, instanceId)).rejects.toMatchObject(refused);
      await expect(authenticateAgent(bearer(token))).resolves.toBeTruthy();
      expect((await listWaitingAgents(NOW)).items.filter((each) => each.host.id === hostId)).toEqual([]);
    });

    test.each(["revoked", "expired"])("is invalid once it is %s", async (state) => {
      const { id, key } = await once();
      const host = machine();
      const { instanceId } = await enrol(key, host);
      const isRevoked = state === "revoked";
      if (isRevoked) await revokeEnrolmentKey(id, NOW);
      const again = enrol(key, host, instanceId, isRevoked ? NOW : TOMORROW);
      await expect(again).rejects.toMatchObject({ code: "unauthenticated" });
    });
  });

  test.each([
    { name: "none", header: null },
    { name: "an agent's token", header: bearer(createToken("agent").token) },
    { name: "a key that was never created", header: bearer(createToken("enrolment").token) },
  ])("$name is refused", async ({ header }) => {
    await expect(authenticateEnrolmentKey(header, NOW)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("tags of a key", () => {
  const create = (tags: string[]) => createEnrolmentKey({ name: "k", tags, uses: null, expiresAt: null });

  test("are written as those in a VM's notes, with or without their sign", async () => {
    const { id } = await create(["#Prod", "prod", "Süd-1"]);
    const row = await getDatabase().prisma.enrolmentKey.findUniqueOrThrow({ where: { id } });
    expect(row.tags).toEqual(["prod", "süd-1"]);
  });

  test.each(["two words", "", "#", "a,b", "x".repeat(65)])("%j is invalid", async (tag) => {
    await expect(create([tag])).rejects.toMatchObject({ code: "bad-request" });
  });
});

describe("an agent", () => {
  test("is authenticated by its token until another instance is approved in its place", async () => {
    const { key } = await createEnrolmentKey({ name: "k", tags: ["Prod"], uses: null, expiresAt: null });
    const first = await enrol(key, "machine");
    expect(await authenticateAgent(bearer(first.token))).toMatchObject({
      hostId: first.hostId,
      instanceId: first.instanceId,
      machineId: "machine",
    });

    const second = newId();
    const { waitingAgents } = await getFleet(NOW);
    await expect(enrol(key, "machine", second)).rejects.toMatchObject({ code: "conflict" });
    expect(await getFleet(NOW)).toMatchObject({ waitingAgents: waitingAgents + 1 });
    const [waiting] = (await listWaitingAgents(NOW)).items;
    expect(waiting).toMatchObject({
      instanceId: second,
      status: "pending",
      host: { id: first.hostId, name: "HV-01" },
      askedName: "HV-01",
      address: "192.0.2.7",
      keyName: "k",
      lastAskedAt: NOW.toISOString(),
      present: { instanceId: first.instanceId, version: "1.0.0", address: "192.0.2.7" },
      lastReportedAt: null,
      freshness: null,
    });
    await expect(authenticateAgent(bearer(first.token))).resolves.toBeTruthy();

    const by = { name: "Ada", at: NOW };
    for (const id of [newId(), "no id"])
      await expect(decideOnAgent(id, "approved", by)).rejects.toMatchObject({ code: "not-found" });
    await decideOnAgent(waiting?.id ?? "", "approved", by);
    expect(await getFleet(NOW)).toMatchObject({ waitingAgents });
    expect((await listWaitingAgents(NOW)).items).toEqual([]);
    const replaced = await enrol(key, "machine", second);
    expect(replaced.hostId).toBe(first.hostId);
    await expect(authenticateAgent(bearer(replaced.token))).resolves.toMatchObject({ instanceId: second });
    await expect(authenticateAgent(bearer(first.token))).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("that was refused stays refused however often it asks, until it is approved", async () => {
    const { key } = await createEnrolmentKey({ name: "k", tags: [], uses: null, expiresAt: null });
    const machine = `refused ${newId()}`;
    const first = await enrol(key, machine);
    const second = newId();
    const waits = async () =>
      (await listWaitingAgents(NOW)).items.filter(({ instanceId }) => instanceId === second);
    await expect(enrol(key, machine, second)).rejects.toMatchObject({ code: "conflict" });
    const id = (await waits())[0]?.id ?? "";
    await decideOnAgent(id, "refused", { name: "Ada", at: NOW });
    await expect(enrol(key, machine, second)).rejects.toMatchObject({ code: "conflict" });
    expect(await waits()).toMatchObject([
      { id, status: "refused", decidedBy: "Ada", decidedAt: NOW.toISOString() },
    ]);
    await expect(authenticateAgent(bearer(first.token))).resolves.toBeTruthy();

    await decideOnAgent(id, "approved", { name: "Ada", at: NOW });
    await expect(enrol(key, machine, second)).resolves.toMatchObject({ hostId: first.hostId });
    expect(await waits()).toEqual([]);
  });

  test("on a copied disk enrols as a separate machine once it has its own machine id", async () => {
    const { key } = await createEnrolmentKey({ name: "k", tags: [], uses: null, expiresAt: null });
    const machine = `copied ${newId()}`;
    const first = await enrol(key, machine);
    const copy = newId();
    await expect(enrol(key, machine, copy)).rejects.toMatchObject({ code: "conflict" });
    const second = await enrol(key, `${machine} of its own`, copy);
    expect(second.hostId).not.toBe(first.hostId);
    await expect(authenticateAgent(bearer(first.token))).resolves.toMatchObject({ hostId: first.hostId });
  });

  test("without a token, or with an invented one, is not authenticated", async () => {
    for (const header of [null, bearer("ika_"), bearer(createToken("agent").token)]) {
      await expect(authenticateAgent(header)).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });
});

describe("a host that enrolled but never reported", () => {
  test("is awaited, with its address and enrolment key", async () => {
    const { key } = await createEnrolmentKey({ name: "Rack 14", tags: ["muc"], uses: 3, expiresAt: null });
    const { hostId } = await enrol(key, `awaited ${newId()}`);
    const { items } = await listAwaitedHosts();
    expect(items.filter(({ id }) => id === hostId)).toEqual([
      {
        id: hostId,
        name: "HV-01",
        fqdn: null,
        tags: ["muc"],
        enrolledAt: NOW.toISOString(),
        agentVersion: "1.0.0",
        address: "192.0.2.7",
        keyName: "Rack 14",
      },
    ]);
  });

  test("is no longer awaited after its first report", async () => {
    const host = await enrolTestHost({ now: NOW });
    const awaited = async () => (await listAwaitedHosts()).items.some(({ id }) => id === host.hostId);
    expect(await awaited()).toBe(true);
    await host.post(undefined, NOW);
    expect(await awaited()).toBe(false);
  });
});

describe("a host that is removed", () => {
  test("is no longer awaited, its token is invalid, and it may enrol again", async () => {
    const { key } = await createEnrolmentKey({ name: "k", tags: [], uses: null, expiresAt: null });
    const machine = `forgotten ${newId()}`;
    const { hostId, token, instanceId } = await enrol(key, machine);
    await expect(enrol(key, machine, newId())).rejects.toMatchObject({ code: "conflict" });
    await forgetAwaitedHost(hostId);
    expect((await listAwaitedHosts()).items.filter(({ id }) => id === hostId)).toEqual([]);
    expect((await listWaitingAgents(NOW)).items.filter(({ host }) => host.id === hostId)).toEqual([]);
    await expect(authenticateAgent(bearer(token))).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await enrol(key, machine, instanceId)).hostId).not.toBe(hostId);
    await expect(forgetAwaitedHost(hostId)).rejects.toMatchObject({ code: "not-found" });
  });

  test("cannot be one that has reported, even while its first report is in progress", async () => {
    const [reported, reporting] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW })];
    await reported.post(undefined, NOW);
    await expect(forgetAwaitedHost(reported.hostId)).rejects.toMatchObject({ code: "not-found" });
    const [first, forgotten] = await Promise.allSettled([
      reporting.post(undefined, NOW),
      forgetAwaitedHost(reporting.hostId),
    ]);
    expect([first.status, forgotten.status].toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await tornRows()).toEqual([]);
  });
});

describe("revoking", () => {
  test("a key prevents new enrolments, and its hosts continue", async () => {
    const { id, key } = await createEnrolmentKey({
      name: "k",
      tags: [],
      uses: 2,
      expiresAt: TOMORROW,
      madeBy: "Ada",
    });
    const { token } = await enrol(key, `revoking ${newId()}`);
    const listed = async () => (await listEnrolmentKeys(NOW)).items.find((each) => each.id === id);
    expect(await listed()).toMatchObject({ state: "usable", uses: 1, usesLeft: 1, madeBy: "Ada" });
    await revokeEnrolmentKey(id, NOW);
    await revokeEnrolmentKey(id, TOMORROW);
    expect(await listed()).toMatchObject({ state: "revoked", revokedAt: NOW.toISOString() });
    await expect(authenticateEnrolmentKey(bearer(key), NOW)).rejects.toMatchObject({ code: "forbidden" });
    await expect(enrol(key, `revoked ${newId()}`)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(authenticateAgent(bearer(token))).resolves.toBeTruthy();
    await expect(revokeEnrolmentKey(newId(), NOW)).rejects.toMatchObject({ code: "not-found" });
  });

  test.each([
    { state: "used-up", key: { uses: 1, expiresAt: null }, at: NOW },
    { state: "expired", key: { uses: null, expiresAt: TOMORROW }, at: TOMORROW },
    { state: "usable", key: { uses: null, expiresAt: null }, at: TOMORROW },
  ])("a key also becomes $state by itself", async ({ state, key, at }) => {
    const made = await createEnrolmentKey({ name: "k", tags: [], ...key });
    await enrol(made.key, `state ${newId()}`);
    const { items } = await listEnrolmentKeys(at);
    expect(items.find(({ id }) => id === made.id)).toMatchObject({ state, uses: 1 });
  });

  test("a token prevents reading", async () => {
    const { id, token } = await createApiToken({ name: "Grafana", role: "viewer", madeBy: "Ada" });
    const headers = new Headers({ authorization: bearer(token) });
    expect(await readSession(headers, NOW)).toMatchObject({ kind: "api-token", id });
    const listed = async () => (await listApiTokens()).items.find((each) => each.id === id);
    expect(await listed()).toMatchObject({ madeBy: "Ada", lastUsedAt: NOW.toISOString(), revokedAt: null });
    await revokeApiToken(id, NOW);
    expect(await readSession(headers, NOW)).toBeNull();
    expect(await listed()).toMatchObject({ revokedAt: NOW.toISOString() });
    await expect(revokeApiToken("no id", NOW)).rejects.toMatchObject({ code: "not-found" });
  });
});
