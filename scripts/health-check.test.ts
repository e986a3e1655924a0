import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer as createHttpServer, type RequestListener, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { portOf } from "@/lib/server/testing/port-of.ts";
import { root } from "./bundle.mjs";

const pem = (name: string) => join(root, "lib/server/testing", `first-${name}.pem`);
const TLS = { cert: readFileSync(pem("cert")), key: readFileSync(pem("key")) };

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

async function listen(answer: RequestListener, isSecured = false): Promise<number> {
  const started = isSecured ? createHttpsServer(TLS, answer) : createHttpServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  return portOf(started.address());
}

/** Exit code of the health check. */
function check(env: Record<string, string>): Promise<number | null> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [join(root, "scripts/health-check.mjs")], {
      env: { NODE_ENV: "production", ...env },
    });
    child.once("exit", resolve);
  });
}

/** A server that is ready, or still waits for its database. */
const readiness =
  (status: number): RequestListener =>
  ({ url }, reply) =>
    void reply.writeHead(url === "/readyz" ? status : 404).end();

describe("the container's health check", () => {
  test.each([
    { name: "without TLS", isSecured: false, cert: "" },
    { name: "with a certificate for another name", isSecured: true, cert: pem("cert") },
  ])("succeeds if the server is ready, $name", async ({ isSecured, cert }) => {
    const port = await listen(readiness(200), isSecured);
    expect(await check({ PORT: String(port), INNKEEPER_TLS_CERT: cert })).toBe(0);
  });

  test("fails if the server is not ready, or no longer listens", async () => {
    const port = await listen(readiness(503));
    expect(await check({ PORT: String(port) })).toBe(1);
    await new Promise((resolve) => server?.close(resolve));
    expect(await check({ PORT: String(port) })).toBe(1);
  });
});
