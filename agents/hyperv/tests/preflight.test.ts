import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import * as http from "node:http";
import * as https from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { LoopbackServer } from "@/agents/mock/testing/loopback-server.ts";
import { portOf } from "@/lib/server/testing/port-of.ts";
import { withTestServer } from "@/lib/server/testing/test-server.ts";
import { elevatedHost, Machine, withRights, type Called } from "./install/machine.ts";

const server = withTestServer();
const PEM = (name: string) =>
  fileURLToPath(new URL(`../../../lib/server/testing/${name}.pem`, import.meta.url));
const NOBODY = "http://127.0.0.1:9";
let folder: string;
let machine: Machine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-preflight-"));
  machine = await Machine.make(inject("engine"), folder, { readsHost: false });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** `check: result`, one per line of the preflight. */
function linesOf(called: Called | undefined): string[] {
  expect(called?.error).toBeUndefined();
  return (called?.answers ?? []).map(({ check, result }) => `${String(check)}: ${String(result)}`);
}

function lineOf(called: Called | undefined, check: string): Record<string, unknown> {
  const found = called?.answers.find((answer) => answer["check"] === check);
  if (!found) throw new Error(`no line ${check} in ${JSON.stringify(called)}`);
  return found;
}

async function preflight(args: Record<string, unknown>, env: Record<string, string> = {}) {
  return machine.call("Test-Innkeeper", args, { env });
}

describe("before the agent is installed", () => {
  test("a good host passes all checks, and nothing is changed", async () => {
    const [here, late] = await machine.calls([
      { function: "Test-Innkeeper", arguments: { Server: server.url } },
      { function: "Test-Innkeeper", arguments: { Server: server.url }, now: Date.now() + 3_600_000 },
    ]);
    expect(linesOf(here)).toEqual([
      "PowerShell: ok",
      "64 bits: ok",
      "language mode: ok",
      "right: Hyper-V: ok",
      "right: network and SMB: ok",
      "module Hyper-V: ok",
      "module CimCmdlets: ok",
      "module NetAdapter: ok",
      "module SmbShare: ok",
      "module NetLbfo: ok",
      "module DcbQos: ok",
      "module FailoverClusters: ok",
      "encryption: warning",
      "proxy: ok",
      "server: ok",
      "clock: ok",
      "installation: warning",
    ]);
    const short = here?.answers.filter(({ result }) => result !== "ok") ?? [];
    for (const { check, advice } of short)
      expect([check, advice]).toEqual([check, expect.stringMatching(/\.$/)]);
    const clock = lineOf(late, "clock");
    expect(clock).toMatchObject({ result: "warning", advice: expect.stringContaining("time source") });
    expect(clock["detail"]).toMatch(/^this clock is 3[56]\d\d s ahead of the server's$/);
    expect(await machine.tree()).toEqual([]);
  });

  test("without rights it reports which groups are missing", async () => {
    await machine.becomes(withRights({ hyperv: false, administrator: false }));
    const called = await preflight({ Server: server.url });
    await machine.becomes(elevatedHost());
    expect(lineOf(called, "right: Hyper-V")).toMatchObject({
      result: "failed",
      advice: expect.stringContaining("Hyper-V Administrators (S-1-5-32-578)"),
    });
    expect(lineOf(called, "right: network and SMB")).toMatchObject({
      result: "warning",
      advice: expect.stringContaining("docs/agent-rights.md"),
    });
  });

  test("on a cluster node it reports that the cluster module is missing", async () => {
    await machine.becomes({ ...elevatedHost(), Win32_Service: { Name: "ClusSvc", State: "Running" } });
    const called = await preflight({ Server: server.url });
    await machine.becomes(elevatedHost());
    expect(lineOf(called, "module FailoverClusters")).toMatchObject({
      result: "warning",
      advice: expect.stringContaining("RSAT-Clustering-PowerShell"),
    });
  });

  test("without the modules it reports which feature to install", async () => {
    const called = await preflight({}, { PSModulePath: join(folder, "none") });
    expect(lineOf(called, "module Hyper-V")).toMatchObject({
      result: "failed",
      advice: "Install the feature Hyper-V-PowerShell.",
    });
    expect(lineOf(called, "module SmbShare")).toMatchObject({ result: "warning" });
    expect(lineOf(called, "server")).toMatchObject({
      result: "warning",
      advice: "Specify -Server https://...",
    });
  });
});

describe("the connection to the server", () => {
  test("each failure is distinguished", async () => {
    const other = await LoopbackServer.start(() => ({ status: 200, body: "<html>router</html>" }));
    const moved = await LoopbackServer.start(() => ({ status: 302, headers: { location: server.url } }));
    const proxy = await LoopbackServer.start(() => ({ status: 407 }));
    const far = { Server: "http://inn.example", AllowPlainHttp: true };
    const cases: [args: Record<string, unknown>, check: string, advice: string][] = [
      [{ Server: NOBODY }, "server", "the firewall for TCP 9"],
      [{ Server: "http://inn.example" }, "server", "Specify a different address"],
      [{ Server: other.url.origin }, "server", "it is not an Innkeeper server"],
      [{ Server: moved.url.origin }, "server", "it is not an Innkeeper server"],
      [{ Server: other.url.origin.replace("http:", "https:") }, "TLS", "the port is not one for HTTPS"],
      [{ ...far, Proxy: proxy.url.href }, "proxy", "-ProxyUseDefaultCredentials"],
      [{ ...far, Proxy: NOBODY }, "proxy", `The proxy ${NOBODY} may refuse`],
      [{ Server: "https://inn.test", Proxy: NOBODY }, "proxy", `The proxy ${NOBODY} may refuse`],
      [{ ...far, Proxy: "inn.example" }, "proxy", "Specify a different proxy"],
    ];
    try {
      const calls = cases.map(([args]) => ({ function: "Test-Innkeeper", arguments: args }));
      for (const [index, called] of (await machine.calls(calls)).entries()) {
        const [, check = "", advice = ""] = cases[index] ?? [];
        expect(lineOf(called, check)).toMatchObject({
          result: "failed",
          advice: expect.stringContaining(advice),
        });
        // One step that fails is one line: those after it were not reached.
        expect(linesOf(called).slice(-2)).toEqual([`${check}: failed`, "installation: warning"]);
      }
      expect(proxy.received.map(({ path }) => path)).toEqual(["http://inn.example/healthz"]);
    } finally {
      await Promise.all([other, moved, proxy].map((one) => one.stop()));
    }
  });

  test("TLS 1.2 is added to a process's own list of protocols; the Windows default is not changed", async () => {
    const script = join(folder, "protocols.ps1");
    await writeFile(
      script,
      `param ($Manifest)
      Import-Module $Manifest
      foreach ($list in 0, 192, 768) {
        [System.Net.ServicePointManager]::SecurityProtocol = $list
        & (Get-Module -Name Innkeeper) { Set-InnkeeperTls }
        [int] [System.Net.ServicePointManager]::SecurityProtocol
      }`,
    );
    const { stdout } = await machine.run(script, ["-Manifest", machine.manifest]);
    const TLS_12 = 3072;
    expect(stdout.trim().split(/\r?\n/).map(Number)).toEqual([0, 192 + TLS_12, 768 + TLS_12]);
  });

  describe("with TLS, through a proxy", () => {
    const inn = https.createServer(
      { key: readFileSync(PEM("first-key")), cert: readFileSync(PEM("first-cert")) },
      (_request, reply) => reply.end('{"status":"ok"}'),
    );
    // It only forwards bytes, which are encrypted for the server, unless a test lets it refuse.
    let refusal: string | null = null;
    const proxy = http.createServer((_request, reply) => reply.writeHead(400).end());
    const asked: string[] = [];
    let args: Record<string, unknown>;

    beforeAll(async () => {
      proxy.on("connect", (request, socket) => {
        asked.push(request.url ?? "");
        socket.on("error", () => socket.destroy());
        if (refusal !== null) {
          socket.end(`HTTP/1.1 ${refusal}\r\nContent-Length: 0\r\n\r\n`);
          return;
        }
        const onward = connect(portOf(inn.address()), "127.0.0.1", () => {
          socket.write("HTTP/1.1 200 Connected\r\n\r\n");
          onward.pipe(socket).pipe(onward);
        });
        onward.on("error", () => socket.destroy());
        socket.on("close", () => onward.destroy());
      });
      inn.listen(0, "127.0.0.1");
      proxy.listen(0, "127.0.0.1");
      await Promise.all([once(inn, "listening"), once(proxy, "listening")]);
      args = { Server: "https://inn.test", Proxy: `http://127.0.0.1:${portOf(proxy.address())}` };
    });
    afterAll(async () => {
      inn.closeAllConnections();
      proxy.closeAllConnections();
      await Promise.all([inn, proxy].map((one) => new Promise((resolve) => one.close(resolve))));
    });

    test("a certificate that the machine does not trust is refused, with advice on where to import the authority", async () => {
      const called = await preflight(args);
      expect(lineOf(called, "TLS")).toMatchObject({
        result: "failed",
        advice: expect.stringContaining("LocalMachine\\Root"),
      });
    });

    test("one whose authority the machine trusts is accepted", async () => {
      const called = await preflight(args, { SSL_CERT_FILE: PEM("first-cert") });
      expect(lineOf(called, "server")).toMatchObject({ result: "ok", detail: "https://inn.test responds" });
      expect(lineOf(called, "TLS")).toMatchObject({
        result: "ok",
        detail: expect.stringMatching(/^Tls1[23], certificate for CN=.*, valid until \d{4}-\d\d-\d\d$/),
      });
      expect(lineOf(called, "proxy")).toMatchObject({
        result: "ok",
        detail: expect.stringContaining("forwards requests; the agent does not authenticate"),
      });
      expect(linesOf(called)).not.toContain("encryption: warning");
      expect(new Set(asked)).toEqual(new Set(["inn.test:443"]));
    });

    test("one from the same authority for a different name is refused", async () => {
      const called = await preflight(
        { ...args, Server: "https://other.test" },
        { SSL_CERT_FILE: PEM("first-cert") },
      );
      expect(lineOf(called, "TLS")).toMatchObject({
        result: "failed",
        detail: expect.stringMatching(/certificate/),
        advice: expect.stringContaining("valid for this name"),
      });
    });

    test.each([
      ["407 Proxy Authentication Required", "-ProxyUseDefaultCredentials"],
      ["403 Forbidden", "Allow the server's name and port"],
    ])(
      "a proxy that responds %s is distinguished from a server that does not respond",
      async (status, advice) => {
        refusal = status;
        const called = await preflight(args);
        refusal = null;
        expect(lineOf(called, "proxy")).toMatchObject({
          result: "failed",
          detail: expect.stringContaining(`HTTP ${status.slice(0, 3)}`),
          advice: expect.stringContaining(advice),
        });
      },
    );
  });
});
