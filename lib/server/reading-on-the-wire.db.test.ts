import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { getDatabase } from "@/lib/data/database.ts";
import { enrolTestHost, type TestHost } from "@/lib/services/testing/test-host.ts";
import { createApiToken } from "@/lib/services/tokens/create-api-token.ts";
import { withTestServer } from "./testing/test-server.ts";

const server = withTestServer();
/** Hosts and VMs used only by this file. */
const MARK = `Reading-${randomUUID().slice(0, 8)}`;
const page = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string().optional() })),
  nextCursor: z.string().nullable(),
  total: z.union([z.int(), z.object({ atLeast: z.int() })]),
});
const problem = z.object({ status: z.int(), errors: z.array(z.object({ path: z.string() })) });

let token = "";
let hosts: TestHost[] = [];

beforeAll(async () => {
  ({ token } = await createApiToken({ name: "reading", role: "viewer" }));
  hosts = [];
  for (const letter of ["b", "c", "d"]) hosts.push(await hostWithVms(letter));
});

async function hostWithVms(letter: string): Promise<TestHost> {
  const now = new Date();
  const host = await enrolTestHost({ name: `${MARK}-${letter}`, now });
  await host.post((snapshot) => {
    const [vm] = snapshot.vms ?? [];
    if (!vm) throw new Error("The example has a VM.");
    snapshot.vms = [1, 2, 3].map((number) => ({
      ...vm,
      id: randomUUID(),
      name: `${MARK} ${letter}${number}`,
    }));
  }, now);
  return host;
}

function read(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.url + path, { headers: { authorization: `Bearer ${token}`, ...headers } });
}

async function readPage(path: string): Promise<z.output<typeof page>> {
  const response = await read(path);
  expect(response.status).toBe(200);
  return page.parse(await response.json());
}

/** Reads all pages after the first; `between` runs after the first page was read. */
async function walk(path: string, between: () => Promise<unknown> = () => Promise.resolve()) {
  let next = await readPage(path);
  const items = [...next.items];
  await between();
  while (next.nextCursor !== null) {
    next = await readPage(`${path}&cursor=${encodeURIComponent(next.nextCursor)}`);
    items.push(...next.items);
  }
  return items;
}

function cursorOf(...keys: unknown[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

const SOME_ID = "7c6d2f0e-5a1b-4c3d-9e8f-0123456789ab";

describe("an invalid parameter is refused by name", () => {
  test.each([
    { path: "/api/v1/vms", name: "cursor", value: "nonsense" },
    { path: "/api/v1/vms", name: "cursor", value: cursorOf("name", "a", SOME_ID) },
    { path: "/api/v1/vms", name: "cursor", value: `${cursorOf("health", "1", "a", SOME_ID)}!` },
    { path: "/api/v1/vms", name: "cursor", value: cursorOf("health", "9999999999", "a", SOME_ID) },
    {
      path: "/api/v1/vms?sort=lastReportedAt",
      name: "cursor",
      value: cursorOf("lastReportedAt", "1", "a", SOME_ID),
    },
    {
      path: "/api/v1/vms?sort=lastReportedAt",
      name: "cursor",
      value: cursorOf("lastReportedAt", "2026-02-30T00:00:00Z", "a", SOME_ID),
    },
    { path: "/api/v1/vms?sort=host", name: "cursor", value: cursorOf("host", SOME_ID, "1", "a", SOME_ID) },
    { path: "/api/v1/hosts", name: "cursor", value: cursorOf("name", "a", "b") },
    { path: "/api/v1/hosts", name: "cursor", value: cursorOf("name", "a", SOME_ID) },
    { path: "/api/v1/vms?sort=name", name: "cursor", value: cursorOf("hosts name", "a", SOME_ID) },
    { path: "/api/v1/hosts?sort=vms", name: "cursor", value: cursorOf("hosts vms", "many", SOME_ID) },
    { path: "/api/v1/findings", name: "cursor", value: cursorOf("findings", "1", "2026", SOME_ID) },
    { path: "/api/v1/changes", name: "cursor", value: cursorOf("findings", "1", "2026", SOME_ID) },
    { path: "/api/v1/changes", name: "since", value: "2026-02-30T00:00:00Z" },
    { path: "/api/v1/changes", name: "since", value: "0000-01-01T00:00:00Z" },
    { path: "/api/v1/compliance", name: "to", value: "0001-01-05" },
    { path: "/api/v1/compliance", name: "to", value: "0000-01-05" },
  ])("$path $name=$value", async ({ path, name, value }) => {
    const url = `${path}${path.includes("?") ? "&" : "?"}${name}=${encodeURIComponent(value)}`;
    const response = await read(url);
    expect(response.status).toBe(400);
    expect(problem.parse(await response.json()).errors.map((error) => error.path)).toEqual([name]);
  });
});

test.each([
  "vms",
  "hosts",
  "findings",
  "changes",
  `changes?since=${encodeURIComponent("2026-01-01T00:00:00+02:00")}`,
  "changes?since=2026-01-01",
  "changes?since=2026-01-01T00:00:00",
  `changes?since=${encodeURIComponent("0001-01-01T00:00:00+14:00")}`,
  "changes?since=9999-12-31T23:59:59-14:00",
])("a list has items, a next page and a total: %s", async (path) => {
  await expect(readPage(`/api/v1/${path}`)).resolves.toBeDefined();
});

describe("pages while the fleet changes", () => {
  test("VMs by host, when a host arrives that sorts before the others", async () => {
    const path = `/api/v1/vms?sort=host&limit=4&search=${encodeURIComponent(`${MARK} `)}`;
    const before = await walk(path);
    const names = (await walk(path, () => hostWithVms("a"))).map(({ name }) => name);
    const known = names.filter((name) => !name?.startsWith(`${MARK} a`));
    expect(known).toHaveLength(before.length);
    expect(new Set(known)).toEqual(new Set(before.map(({ name }) => name)));
  });

  test("hosts by their last report, when the last one of a page reports again", async () => {
    const path = `/api/v1/hosts?sort=-lastReportedAt&limit=2&search=${MARK}`;
    const before = (await readPage(path.replace("limit=2", "limit=500"))).items;
    const reporting = hosts.find(({ hostId }) => hostId === before[1]?.id);
    const seen = await walk(path, async () => reporting?.post(undefined, new Date()));
    expect(seen.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  test("names of the maximum length, in a multi-byte script", async () => {
    const host = await hostWithVms("z");
    const name = `${MARK} 長`.padEnd(1024, "い");
    const now = new Date();
    await host.post((snapshot) => {
      const [vm] = snapshot.vms ?? [];
      if (!vm) throw new Error("The example has a VM.");
      const guest = vm.guest && { ...vm.guest, osName: "名".repeat(1024) };
      snapshot.vms = [1, 2, 3].map(() => ({ ...vm, id: randomUUID(), name, guest }));
    }, now);
    for (const sort of ["name", "health", "-guestOs", "host", "lastReportedAt"]) {
      const items = await walk(`/api/v1/vms?sort=${sort}&limit=1&search=${encodeURIComponent(`${MARK} 長`)}`);
      expect(new Set(items.map(({ id }) => id)).size).toBe(3);
      expect(items).toHaveLength(3);
    }
  });
});

describe("a caller that already has the answer", () => {
  test.each<{ form: string; of: (etag: string) => string; status: 200 | 304 }>([
    { form: "unchanged", of: (etag) => etag, status: 304 },
    { form: "without its W/", of: (etag) => etag.replace("W/", ""), status: 304 },
    { form: "among others", of: (etag) => `"other", ${etag}`, status: 304 },
    { form: "any", of: () => "*", status: 304 },
    { form: "another", of: () => 'W/"other"', status: 200 },
    { form: "without its quotes", of: (etag) => etag.replaceAll('"', ""), status: 200 },
  ])("$form → $status", async ({ of, status }) => {
    const etag = (await read("/api/v1/hosts")).headers.get("etag") ?? "";
    const again = await read("/api/v1/hosts", { "if-none-match": of(etag) });
    expect([again.status, again.headers.get("etag")]).toEqual([status, etag]);
    expect((await again.text()) === "").toBe(status === 304);
  });
});

describe("an entry recorded while an older transaction is still in progress", () => {
  async function atWork(during: (end: () => Promise<void>) => Promise<void>): Promise<void> {
    const client = await getDatabase().pool.connect();
    let isEnded = false;
    const end = async () => {
      if (!isEnded) await client.query("COMMIT");
      isEnded = true;
    };
    try {
      await client.query("BEGIN");
      await client.query("SELECT pg_current_xact_id()");
      await during(end);
    } finally {
      await end();
      client.release();
    }
  }

  test.each([
    { letter: "e", path: "/api/v1/changes?limit=500" },
    { letter: "f", path: "/api/v1/fleet" },
  ])(
    "is returned by $path once that ends, even to a caller with an earlier answer",
    async ({ letter, path }) => {
      await atWork(async (end) => {
        await hostWithVms(letter);
        const before = await read(path);
        const etag = before.headers.get("etag") ?? "";
        expect(await before.text()).not.toContain(`${MARK} ${letter}1`);
        await end();
        const after = await read(path, { "if-none-match": etag });
        expect(after.status).toBe(200);
        expect(await after.text()).toContain(`${MARK} ${letter}1`);
      });
    },
  );

  test("is waited for by requests for changes", async () => {
    await atWork(async (end) => {
      await hostWithVms("g");
      const asked = read("/api/v1/changes?limit=500");
      await end();
      expect(await (await asked).text()).toContain(`${MARK} g1`);
    });
  });
});

describe("an answer over HTTP", () => {
  test.each([
    { accepted: "gzip, br", encoding: "gzip" },
    { accepted: "gzip;q=0", encoding: null },
    { accepted: "identity", encoding: null },
  ])(
    "is compressed for a client that accepts $accepted as $encoding, with the same content",
    async ({ accepted, encoding }) => {
      const response = await read(`/api/v1/vms?search=${MARK}`, { "accept-encoding": accepted });
      expect(response.headers.get("content-encoding")).toBe(encoding);
      expect(response.headers.get("vary")).toBe("cookie, authorization, accept-encoding");
      expect(page.parse(await response.json())).toEqual(await readPage(`/api/v1/vms?search=${MARK}`));
    },
  );
});
