import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "pg";
import { z } from "zod";
import { HttpTransport } from "../agents/mock/agent/http-transport.ts";
import { createFleet, type Fleet } from "../agents/mock/fleet.ts";
import { startEmbeddedPostgres } from "../lib/postgres/start-embedded-postgres.ts";
import { createTemporaryDirectory } from "../lib/postgres/start-temporary-postgres.ts";

/** The product as installed: the built server in its own process, with the packaged Postgres on a disk. */
export interface BenchInn {
  url: string;
  databaseUrl: string;
  pool: Pool;
  innkeeper(args: string[], input?: string): Promise<unknown>;
  /** Processor time so far, in milliseconds, of the server process and of Postgres with all its backends. Linux only. */
  processorMs(): Promise<{ server: number; postgres: number }>;
  /** Resident memory of the server process, in bytes; its peak if `isPeak`. Linux only. */
  memoryBytes(isPeak?: boolean): Promise<number>;
  stop(): Promise<void>;
}

export async function startBenchInn(): Promise<BenchInn> {
  const dataDir = await createTemporaryDirectory();
  const serverDir = await mkdtemp(join(tmpdir(), "innkeeper-bench-"));
  const silent = { info: () => undefined, warn: () => undefined };
  const postgres = await startEmbeddedPostgres({
    dataDir,
    durability: "disk",
    logger: silent,
  });
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: postgres.connectionString,
    INNKEEPER_DATA_DIR: serverDir,
    INNKEEPER_LOG_LEVEL: "warn",
  };
  const server = spawn(process.execPath, ["dist/server.mjs"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const url = await untilListening(server);
  const pool = new Pool({ connectionString: postgres.connectionString, max: 4 });
  return {
    url,
    databaseUrl: postgres.connectionString,
    pool,
    innkeeper: (args, input) => runCli(args, env, input),
    memoryBytes: async (isPeak = false) => {
      const status = await readFile(`/proc/${server.pid}/status`, "utf8");
      return (
        Number(new RegExp(`${isPeak ? "VmHWM" : "VmRSS"}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) * 1024
      );
    },
    processorMs: async () => ({
      server: await processorMs(server.pid ?? 0),
      postgres: await postgresMs(postgres.pid),
    }),
    stop: async () => {
      await pool.end();
      if (server.exitCode === null && server.signalCode === null) {
        const ended = once(server, "exit");
        server.kill("SIGTERM");
        await ended;
      }
      await postgres.stop();
      for (const folder of [dataDir, serverDir]) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilListening(server: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of server.stdout ?? []) {
    text += String(chunk);
    const url = /listens at (\S+)/.exec(text)?.[1];
    if (url !== undefined) {
      server.stdout?.resume();
      return url;
    }
  }
  throw new Error(`The server did not start: ${text}`);
}

/** Linux counts processor time in hundredths of a second. */
const MS_PER_TICK = 10;

async function statOf(pid: number): Promise<{ parent: number; ms: number } | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // After the name in parentheses: state, parent, and from the twelfth field user and system time.
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
  if (fields === undefined) return null;
  return { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK };
}

async function processorMs(pid: number): Promise<number> {
  return (await statOf(pid))?.ms ?? Number.NaN;
}

async function postgresMs(postmaster: number): Promise<number> {
  let sum = await processorMs(postmaster);
  for (const entry of await readdir("/proc")) {
    const stat = /^\d+$/.test(entry) ? await statOf(Number(entry)) : null;
    if (stat?.parent === postmaster) sum += stat.ms;
  }
  return sum;
}

async function runCli(args: string[], env: NodeJS.ProcessEnv, input = ""): Promise<unknown> {
  const child = spawn(process.execPath, ["dist/cli.mjs", ...args, "--json"], {
    env,
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(input);
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString("utf8")));
  await once(child, "close");
  if (child.exitCode !== 0) throw new Error(`innkeeper ${args.join(" ")} exited with ${child.exitCode}`);
  return JSON.parse(out);
}

/** The same start for all fleets of a run, so that reports of one fleet follow those of another. */
const START = new Date(Date.now() - 60_000);

/**
 * The large scenario: everything found in a real fleet, in realistic proportions. Hosts fall silent after a few intervals
 * without a report.
 */
export function largeFleet(hosts: number, changedShare: number, intervalSeconds = 1): Fleet {
  return createFleet({
    scenario: "large",
    seed: "bench",
    // The third report is made now.
    now: new Date(START.getTime() - 2 * intervalSeconds * 1000),
    hosts,
    vms: 100,
    intervalSeconds,
    changedShare,
  });
}

const keyAnswer = z.object({ key: z.string() });
const enrolAnswer = z.object({ token: z.string() });

/** Enrols every host of the fleet and returns their tokens in the same order. */
export async function enrolFleet(inn: BenchInn, fleet: Fleet): Promise<string[]> {
  const { key } = keyAnswer.parse(
    await inn.innkeeper(["enrolment-key", "create", "--name", "bench", "--uses", String(fleet.hosts.length)]),
  );
  const transport = new HttpTransport(new URL(inn.url), { maxSockets: 4 });
  const tokens: string[] = [];
  for (const host of fleet.hosts) {
    const body = Buffer.from(JSON.stringify(host.enrollment));
    const answer = await transport.post({ path: "/api/v1/enroll", token: key, body, isGzip: false });
    if (answer.status !== 201) throw new Error(`Enrolment answered ${answer.status}: ${answer.body}`);
    tokens.push(enrolAnswer.parse(JSON.parse(answer.body)).token);
  }
  transport.close();
  return tokens;
}
