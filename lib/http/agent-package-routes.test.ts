import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer } from "./answer.ts";
import { isAnsweredHere, ROUTES } from "./routes.ts";
import { requestContext } from "./testing/request-context.ts";

let agentPackageFolder: string;
beforeAll(async () => {
  agentPackageFolder = await mkdtemp(join(tmpdir(), "innkeeper-agent-"));
  for (const name of ["install.ps1", "innkeeper-agent.zip", "innkeeper-agent.json"]) {
    await writeFile(join(agentPackageFolder, name), `{"file":"${name}"}`);
  }
});
afterAll(() => rm(agentPackageFolder, { recursive: true }));

async function get(path: string, folder: string): Promise<Response> {
  return answer(
    ROUTES,
    new Request(`http://inn.test${path}`),
    requestContext({ agentPackageFolder: folder }),
  );
}

describe("the agent's package", () => {
  test.each([
    ["/agent/install.ps1", "text/plain; charset=utf-8"],
    ["/agent/innkeeper-agent.zip", "application/zip"],
    ["/agent/innkeeper-agent.json", "application/json"],
  ])("%s is public, as %s", async (path, contentType) => {
    expect(isAnsweredHere(path)).toBe(true);
    const response = await get(path, agentPackageFolder);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(contentType);
    expect(await response.text()).toContain(path.slice("/agent/".length));
  });

  test("a server built without it reports that", async () => {
    const response = await get("/agent/innkeeper-agent.zip", join(agentPackageFolder, "none"));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("agent:package");
  });

  test("no other file is available there", async () => {
    expect((await get("/agent/other", agentPackageFolder)).status).toBe(404);
  });
});
