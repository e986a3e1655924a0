import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { withTestServer } from "@/lib/server/testing/test-server.ts";
import { getHost } from "@/lib/services/get-host.ts";
import { createEnrolmentKey } from "@/lib/services/tokens/create-enrolment-key.ts";
import { type Call, Machine } from "./install/machine.ts";

const server = withTestServer({ reportIntervalSeconds: 300 });
let folder: string;
let machine: Machine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-interval-"));
  machine = await Machine.make(inject("engine"), folder, { readsHost: false });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("the interval that the server is set to applies from the next run on, also to freshness", async () => {
  const { key } = await createEnrolmentKey({ name: "interval", tags: [], uses: 1, expiresAt: null });
  const minutesLater = (minutes: number) => Date.now() + minutes * 60_000;
  const run = (minutes: number): Call => ({
    function: "Invoke-InnkeeperAgent",
    arguments: {},
    now: minutesLater(minutes),
  });
  const [installed, second, status] = await machine.calls([
    { function: "Install-Innkeeper", arguments: { Server: server.url, Key: key } },
    run(1),
    { function: "Get-InnkeeperStatus", arguments: {} },
  ]);
  expect([installed?.error, second?.answers[0]?.["isCollected"]]).toEqual([undefined, true]);
  expect(status?.answers[0]).toMatchObject({ intervalSeconds: 300 });
  const { intervalSeconds } = await getHost(String(status?.answers[0]?.["hostId"]), new Date());
  expect(intervalSeconds).toBe(300);
});
