import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CommanderError, InvalidArgumentError } from "commander";
import { parseDuration, parseOptions } from "./parse-options.ts";
import { LoopbackServer, wellServer } from "./testing/loopback-server.ts";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const REQUIRED = ["--server", "http://127.0.0.1:3000", "--key", "ike_abc123"];

let server: LoopbackServer;
beforeEach(async () => {
  server = await LoopbackServer.start(wellServer());
});
afterEach(async () => {
  await server.stop();
});

/** Starts the command as npm would. `onLine` sees what it prints, while it runs. */
async function mock(args: string[], onLine?: (line: string, interrupt: () => void) => void) {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...args], { cwd: ROOT });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      onLine?.(text, () => child.kill("SIGINT"));
    });
  }
  await once(child, "close");
  return { code: child.exitCode, signal: child.signalCode, output };
}

describe("exit codes", { timeout: 60_000 }, () => {
  test("0: every host has reported", async () => {
    const { code, output } = await mock([
      "--server",
      server.url.href,
      "--key",
      "ike_abc",
      "--hosts",
      "2",
      "--vms",
      "3",
      "--once",
    ]);
    expect(output).toContain("2 hosts with 6 VMs");
    expect(output).toMatch(/ended after .* 2 posts, 6 VMs stored, 201: 2/);
    expect(code).toBe(0);
  });

  test("0: ended with Ctrl-C", async () => {
    const { code, signal, output } = await mock(
      [
        "--server",
        server.url.href,
        "--key",
        "ike_abc",
        "--hosts",
        "2",
        "--vms",
        "3",
        "--spread",
        "0",
        "--json",
      ],
      (line, interrupt) => {
        if (line.includes('"started"')) interrupt();
      },
    );
    expect([code, signal]).toEqual([0, null]);
    const lines = output
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(lines[0]).toMatchObject({ type: "started", hosts: 2 });
    expect(lines.at(-1)).toMatchObject({ type: "ended" });
  });

  test("1: no host could enrol", async () => {
    server.answerWith(() => ({ status: 401, body: { title: "Unknown key." } }));
    const { code, output } = await mock([
      "--server",
      server.url.href,
      "--key",
      "ike_secretkey",
      "--hosts",
      "2",
      "--once",
    ]);
    expect(code).toBe(1);
    expect(output).toContain("Unknown key.");
    expect(output).not.toContain("ike_secretkey");
  });

  test("2: invalid arguments", async () => {
    const { code, output } = await mock([...REQUIRED, "--scenario", "sunny"]);
    expect(code).toBe(2);
    expect(output).toContain("Allowed choices are healthy");
  });

  test("3: the server refused reports", async () => {
    const well = wellServer();
    server.answerWith((request) => (request.path === "/api/v1/snapshots" ? { status: 422 } : well(request)));
    const { code } = await mock([
      "--server",
      server.url.href,
      "--key",
      "ike_abc",
      "--hosts",
      "1",
      "--vms",
      "1",
      "--once",
    ]);
    expect(code).toBe(3);
  });
});

describe("the command line", { timeout: 60_000 }, () => {
  test("options have sensible defaults", () => {
    expect(parseOptions(REQUIRED)).toMatchObject({
      scenario: "healthy",
      seed: "1",
      interval: 60,
      speed: 1,
      from: 0,
      once: false,
      json: false,
    });
  });

  test("every option can be set", () => {
    const said =
      "--scenario demo --hosts 5 --vms 10 --seed x --interval 2m --speed 60x --from 4m --duration 1h --faults late,torn --senders 2 --state f.json --once --json";
    const options = parseOptions([...REQUIRED, ...said.split(" ")]);
    expect(options).toMatchObject({
      scenario: "demo",
      hosts: 5,
      vms: 10,
      interval: 120,
      speed: 60,
      from: 240_000,
      duration: 3_600_000,
    });
    expect([...options.faults]).toEqual(["late", "torn"]);
  });

  test.each([
    { name: "no server", args: ["--key", "ike_abc"] },
    { name: "no key", args: ["--server", "http://127.0.0.1"] },
    { name: "a server that is not an address", args: ["--server", "127.0.0.1:3000", "--key", "ike_abc"] },
    { name: "another kind of key", args: ["--server", "http://127.0.0.1", "--key", "ikp_abc"] },
    { name: "an unknown fault", args: [...REQUIRED, "--faults", "late,evil"] },
    { name: "no hosts", args: [...REQUIRED, "--hosts", "0"] },
    { name: "more VMs than a host can report", args: [...REQUIRED, "--vms", "1001"] },
    { name: "half a second", args: [...REQUIRED, "--interval", "500ms"] },
    { name: "time that stands still", args: [...REQUIRED, "--speed", "0x"] },
    { name: "an unknown option", args: [...REQUIRED, "--fast"] },
  ])("refuses $name", ({ args }) => {
    expect(() => parseOptions(args)).toThrow(CommanderError);
  });

  test("does not print a foreign secret", async () => {
    const { code, output } = await mock(["--server", "http://127.0.0.1:3000", "--key", "ikp_mistaken"]);
    expect(code).toBe(2);
    expect(output).toContain("begins with ike_");
    expect(output).not.toContain("mistaken");
  });

  test.each([
    { text: "90s", ms: 90_000 },
    { text: "90", ms: 90_000 },
    { text: "1.5m", ms: 90_000 },
    { text: "250ms", ms: 250 },
    { text: "2h", ms: 7_200_000 },
    { text: "1d", ms: 86_400_000 },
  ])("$text is $ms ms", ({ text, ms }) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each(["", "soon", "-5s", "5 minutes", "1e3"])("%j is not a duration", (text) => {
    expect(() => parseDuration(text)).toThrow(InvalidArgumentError);
  });
});
