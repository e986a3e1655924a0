import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { request as ask, type IncomingHttpHeaders, type IncomingMessage, type Server } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { DatabaseGate } from "@/lib/http/database-gate.ts";
import { requestContext } from "@/lib/http/testing/request-context.ts";
import { createListener, type ListenerOptions } from "./listener.ts";
import { portOf } from "./testing/port-of.ts";

const PEMS = fileURLToPath(new URL("./testing/", import.meta.url));
let servers: Server[] = [];
/** Headers of requests passed on to the pages. */
let handedOn: IncomingHttpHeaders[] = [];

afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  servers = [];
  handedOn = [];
});

async function listen(options: Partial<ListenerOptions> = {}): Promise<number> {
  const server = await createListener({
    services: requestContext(),
    next: async (message, reply) => {
      handedOn.push({ ...message.headers });
      reply.end("page");
    },
    isDevelopment: false,
    tls: null,
    publicUrl: null,
    isTrustedProxy: false,
    ...options,
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return portOf(server.address());
}

function get(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = ask({ port, host: "127.0.0.1", path, headers, method }, (response: IncomingMessage) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (text += part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

describe("the front listener", () => {
  test.each([
    { path: "/_next/static/chunks/0a~b-c.js", isPart: true },
    { path: "/_next/static/chunks/a.css?dpl=1", isPart: true },
    { path: "/_next/static/media/plex.woff2", isPart: true },
    { path: "/_next/static/media/logo.svg", isPart: false },
    { path: "/_next/static/a.js.html", isPart: false },
    { path: "/_next/static/a.html?x=.js", isPart: false },
    { path: "/vms/_next/static/a.js", isPart: false },
    { path: "/", isPart: false },
  ])("$path has document headers unless it is a part of a page ($isPart)", async ({ path, isPart }) => {
    const { headers } = await get(await listen(), path);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    const ofDocuments = ["content-security-policy", "x-frame-options", "referrer-policy", "x-request-id"];
    expect(ofDocuments.filter((name) => name in headers)).toEqual(isPart ? [] : ofDocuments);
    expect(handedOn[0]?.["x-nonce"] === undefined).toBe(isPart);
  });

  test.each([
    { path: "/healthz", status: 200, isPage: false },
    { path: "/api/v1/nothing", status: 404, isPage: false },
    { path: "/api", status: 404, isPage: false },
    { path: "//evil.test/api/v1/vms", status: 200, isPage: true },
    { path: "/apix", status: 200, isPage: true },
    { path: "http://inn.test/healthz", status: 200, isPage: false },
    { path: "http://inn.test/api/v1/nothing?a=1", status: 404, isPage: false },
    { path: "http://inn.test", status: 200, isPage: true },
    { path: "*", status: 400, isPage: false },
    { path: "ftp://inn.test/", status: 400, isPage: false },
    { path: "/", status: 200, isPage: true },
  ])("$path is a page: $isPage", async ({ path, status, isPage }) => {
    const answer = await get(await listen(), path);
    expect(answer.status).toBe(status);
    expect(handedOn).toHaveLength(isPage ? 1 : 0);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("a page gets its own nonce in its policy, and none sent by a client", async () => {
    const port = await listen();
    const sent = { "x-nonce": "mine", "content-security-policy": "script-src *" };
    const [first, second] = [await get(port, "/", sent), await get(port, "/", sent)];
    const nonces = handedOn.map((headers) => String(headers["x-nonce"]));
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(nonces).not.toContain("mine");
    expect(first.headers["content-security-policy"]).toContain(`'nonce-${nonces[0]}'`);
    expect(second.headers["content-security-policy"]).toBe(handedOn[1]?.["content-security-policy"]);
  });

  test("a client's headers about proxies and addresses are not passed on", async () => {
    const headers = {
      "x-forwarded-host": "evil.test",
      "x-forwarded-for": "9.9.9.9",
      "x-innkeeper-client": "9.9.9.9",
      "x-middleware-subrequest": "middleware",
    };
    await get(await listen(), "/", headers);
    for (const name of Object.keys(headers)) expect(handedOn[0]).not.toHaveProperty(name);
  });

  test.each([
    { name: "from this machine", headers: {}, status: 200 },
    { name: "through a proxy on this machine", headers: { "x-forwarded-for": "9.9.9.9" }, status: 403 },
    { name: "with another token", headers: { authorization: "Bearer nonsense" }, status: 200 },
    {
      name: "through a proxy with the token",
      headers: { via: "1.1 p", authorization: "Bearer a-metrics-token" },
      status: 200,
    },
    {
      name: "through a proxy with another",
      headers: { via: "1.1 p", authorization: "Bearer a-metrics-tokem" },
      status: 403,
    },
  ])("metrics $name → $status", async ({ headers, status }) => {
    const port = await listen({
      services: requestContext({
        metricsToken: status === 200 && !("via" in headers) ? null : "a-metrics-token",
      }),
    });
    expect((await get(port, "/metrics", Object.fromEntries(Object.entries(headers)))).status).toBe(status);
  });

  test("HEAD is GET without a body", async () => {
    const port = await listen();
    const [whole, head] = [await get(port, "/healthz"), await get(port, "/healthz", {}, "HEAD")];
    expect(head).toMatchObject({ status: 200, text: "" });
    expect(head.headers["content-length"]).toBe(String(whole.text.length));
  });

  test.each(["TRACE", "DELETE"])("%s is refused", async (method) => {
    expect((await get(await listen(), "/healthz", {}, method)).status).toBe(405);
  });

  test("invalid HTTP is refused, and the listener continues", async () => {
    const port = await listen();
    const client = connect(port, "127.0.0.1");
    client.write("\u0016\u0003\u0001 hello\r\n\r\n");
    const said = await new Promise<string>((resolve) =>
      client.once("data", (data) => resolve(data.toString())),
    );
    expect(said).toMatch(/^HTTP\/1\.1 400/);
    client.destroy();
    expect((await get(port, "/healthz")).status).toBe(200);
  });
});

describe("a client that takes too long", () => {
  /** So that a test knows which limit ended its connection. */
  const NEVER = 600_000;
  const limits = { headers: NEVER, request: NEVER, idle: NEVER, check: 10 };

  /** Sends the text, and resolves with all that was received once the server has closed the connection. */
  function untilClosed(port: number, text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const client = connect(port, "127.0.0.1", () => client.write(text));
      let said = "";
      client.setEncoding("utf8");
      client.on("data", (part: string) => (said += part));
      client.once("error", reject).once("close", () => resolve(said));
    });
  }

  test.each([
    { name: "over its headers", slow: { headers: 50 }, sent: "GET /healthz HTTP/1.1\r\nhost: inn" },
    { name: "before its first byte", slow: { headers: 50 }, sent: "" },
    {
      name: "over its body",
      slow: { headers: 50, request: 100 },
      sent: "POST / HTTP/1.1\r\nhost: inn\r\ncontent-length: 9\r\n\r\n{",
    },
  ])("$name is answered with 408 and disconnected", async ({ slow, sent }) => {
    const port = await listen({ limits: { ...limits, ...slow }, next: () => Promise.resolve() });
    expect(await untilClosed(port, sent)).toMatch(/^HTTP\/1\.1 408 /);
  });

  test("over its next request is disconnected", async () => {
    const port = await listen({ limits: { ...limits, idle: 50 } });
    expect(await untilClosed(port, "GET /healthz HTTP/1.1\r\nhost: inn\r\n\r\n")).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe("the listener under TLS", () => {
  /** Subject of the presented certificate. */
  function shownName(port: number): Promise<string> {
    return new Promise((resolve, reject) => {
      const client = connectTls({ port, host: "127.0.0.1", rejectUnauthorized: false }, () => {
        const { CN } = client.getPeerCertificate().subject;
        client.destroy();
        resolve(String(CN));
      });
      client.on("error", reject);
    });
  }

  test("loads a new certificate while running, and keeps the old one if the new one is invalid", async () => {
    const folder = await mkdtemp(join(tmpdir(), "innkeeper-tls-"));
    const tls = { certPath: join(folder, "cert.pem"), keyPath: join(folder, "key.pem") };
    const use = async (name: string) => {
      await copyFile(join(PEMS, `${name}-key.pem`), tls.keyPath);
      await copyFile(join(PEMS, `${name}-cert.pem`), tls.certPath);
    };
    await use("first");
    const context = requestContext();
    const port = await listen({ tls, services: context, certificateLookMilliseconds: 10 });
    expect(await shownName(port)).toBe("first.inn.test");

    const isTold = () => context.logged.some(({ message }) => message.includes("could not be loaded"));
    while (!isTold()) {
      await writeFile(tls.certPath, `broken ${(await readFile(tls.certPath)).length}`);
      await shownName(port);
    }
    expect(await shownName(port)).toBe("first.inn.test");
    await use("second");
    while ((await shownName(port)) !== "second.inn.test");
    await rm(folder, { recursive: true });
  });
});

describe("a page, while the database is unavailable", () => {
  const away = () =>
    new DatabaseGate({ probe: () => Promise.reject(new Error("It hangs.")), probeEveryMilliseconds: 1 });
  const whileAway = (next: ListenerOptions["next"]) =>
    listen({ services: requestContext({ databaseGate: away() }), next, pagePatienceMilliseconds: 1 });

  test("that reports it itself is sent unchanged", async () => {
    const port = await listen({
      services: requestContext({ databaseGate: away() }),
      next: async (_message, reply) => {
        await new Promise<void>((resolve) => reply.writeHead(500).end("The page says so", resolve));
      },
      pagePatienceMilliseconds: 60_000,
    });
    expect(await get(port, "/vms")).toMatchObject({ status: 500, text: "The page says so" });
  });

  test("that would wait forever is replaced", async () => {
    const { status, headers, text } = await get(await whileAway(() => new Promise(() => undefined)), "/vms");
    expect(status).toBe(503);
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": "5",
      "content-security-policy": expect.stringContaining("default-src 'self'"),
    });
    expect(text).toContain("The database does not respond");
  });

  test("that is partly sent is aborted, so that the browser shows its error", async () => {
    const port = await whileAway((_message, reply) => {
      reply.write("<!doctype html>");
      return new Promise(() => undefined);
    });
    await expect(get(port, "/vms")).rejects.toThrow(/aborted|socket hang up/);
  });

  test("other errors are not attributed to the database", async () => {
    const services = requestContext();
    const port = await listen({ services, next: () => Promise.reject(new Error("A page broke.")) });
    expect(await get(port, "/vms")).toMatchObject({ status: 500 });
    expect(services.logged).toMatchObject([{ message: "A request could not be answered" }]);
  });
});
