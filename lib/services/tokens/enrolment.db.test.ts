import { describe, expect, test } from "vitest";
import { approveAgent, listPendingAgents } from "@/lib/data/access/agents.ts";
import { getDatabase } from "@/lib/data/database.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { enrollHost } from "@/lib/services/enroll-host.ts";
import { newId } from "@/lib/services/new-id.ts";
import { authenticateAgent } from "./authenticate-agent.ts";
import { authenticateEnrolmentKey } from "./authenticate-enrolment-key.ts";
import { createEnrolmentKey } from "./create-enrolment-key.ts";
import { createToken, hashToken } from "./secret-token.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T09:00:00.000Z");
const TOMORROW = new Date("2026-11-25T09:00:00.000Z");
const bearer = (secret: string) => `Bearer ${secret}`;

async function enrol(key: string, machineId: string, instanceId = newId()) {
  const { token, hash } = createToken("agent");
  const { hostId } = await enrollHost({
    keyHash: hashToken(key),
    enrolment: { instanceId, machineId, name: "HV-01", fqdn: null, agentVersion: "1.0.0" },
    tokenHash: hash,
    now: NOW,
  });
  return { token, hostId, instanceId };
}

describe("an enrolment key", () => {
  test("opens until it expires", async () => {
    const { key } = await createEnrolmentKey({ name: "k", tags: [], uses: null, expiresAt: TOMORROW });
    await expect(authenticateEnrolmentKey(bearer(key), NOW)).resolves.toEqual({ keyHash: hashToken(key) });
    await expect(authenticateEnrolmentKey(bearer(key), TOMORROW)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("enrols as often as it may, also when all come at once", async () => {
    const { key } = await createEnrolmentKey({ name: "k", tags: [], uses: 2, expiresAt: null });
    const tries = await Promise.allSettled(["m1", "m2", "m3", "m4"].map((machine) => enrol(key, machine)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    await expect(authenticateEnrolmentKey(bearer(key), NOW)).rejects.toMatchObject({ code: "forbidden" });
  });

  test.each([
    { name: "none", header: null },
    { name: "an agent's token", header: bearer(createToken("agent").token) },
    { name: "one that nobody made", header: bearer(createToken("enrolment").token) },
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

  test.each(["two words", "", "#", "a,b", "x".repeat(65)])("%j is none", async (tag) => {
    await expect(create([tag])).rejects.toMatchObject({ code: "bad-request" });
  });
});

describe("an agent", () => {
  test("is known by its token, until another instance was approved in its place", async () => {
    const { key } = await createEnrolmentKey({ name: "k", tags: ["Prod"], uses: null, expiresAt: null });
    const first = await enrol(key, "machine");
    expect(await authenticateAgent(bearer(first.token))).toMatchObject({
      hostId: first.hostId,
      instanceId: first.instanceId,
      machineId: "machine",
    });

    const second = newId();
    await expect(enrol(key, "machine", second)).rejects.toMatchObject({ code: "conflict" });
    const [waiting] = await listPendingAgents();
    expect(waiting).toMatchObject({ instanceId: second, hostName: "HV-01" });
    await expect(authenticateAgent(bearer(first.token))).resolves.toBeTruthy();

    expect(await approveAgent(newId())).toBe(false);
    expect(await approveAgent(waiting?.id ?? "")).toBe(true);
    expect(await listPendingAgents()).toEqual([]);
    const replaced = await enrol(key, "machine", second);
    expect(replaced.hostId).toBe(first.hostId);
    await expect(authenticateAgent(bearer(replaced.token))).resolves.toMatchObject({ instanceId: second });
    await expect(authenticateAgent(bearer(first.token))).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("without a token, or with a made-up one, is nobody", async () => {
    for (const header of [null, bearer("ika_"), bearer(createToken("agent").token)]) {
      await expect(authenticateAgent(header)).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });
});
