import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import {
  LoopbackServer,
  wellServer,
  type Received,
  type Reply,
} from "@/agents/mock/testing/loopback-server.ts";
import { runScript, type Engine } from "./engine/engine.ts";

const STEPS = fileURLToPath(new URL("./steps.ps1", import.meta.url));
export const INSTANCE = "5b0c1d2e-3f40-4a5b-8c6d-0000000000aa";
const MACHINE = "HV-SYN-01";
const INTERVAL_SECONDS = 60;

/** A second at the beginning of an interval of this instance: nothing is collected again in the 58 seconds after it. */
export const START = startOfInterval(Date.parse("2026-11-24T12:00:00Z"));

export interface Step {
  /** Time of the agent's clock, in Unix milliseconds. */
  at: number;
  call: "Invoke-InnkeeperAgent" | "Send-InnkeeperSnapshot" | "Register-InnkeeperHost" | "Get-InnkeeperStatus";
  arguments?: Record<string, unknown>;
}

/** A separate agent: its data, the server's responses to it, and its steps. */
export interface Script {
  name: string;
  steps: Step[];
  reply?: (request: Received, count: number) => Reply;
  settings?: Record<string, unknown>;
  state?: Record<string, unknown>;
  isEnrolled?: boolean;
}

const told = z.object({
  script: z.string(),
  answer: z.record(z.string(), z.unknown()).default({}),
  error: z.string().nullish(),
  state: z.string().nullish(),
});
const state = z.record(z.string(), z.unknown());

export interface StepResult {
  answer: Record<string, unknown>;
  error: string | null;
  state: Record<string, unknown>;
}

/** A run this many milliseconds after the start. */
export function runAt(afterMs: number, args: Record<string, unknown> = {}): Step {
  return { at: START + afterMs, call: "Invoke-InnkeeperAgent", arguments: args };
}

/** A server with a separate agent under each first part of the path. */
export class ServerOfScripts {
  readonly received = new Map<string, Received[]>();
  readonly #replies = new Map<string, (request: Received, count: number) => Reply>();
  readonly #server: LoopbackServer;

  private constructor(server: LoopbackServer) {
    this.#server = server;
    server.answerWith((request) => this.#reply(request));
  }

  static async start(): Promise<ServerOfScripts> {
    return new ServerOfScripts(await LoopbackServer.start(() => ({ status: 500 })));
  }

  urlOf(name: string): string {
    return new URL(name, this.#server.url).href;
  }

  answer(name: string, reply: (request: Received, count: number) => Reply): void {
    this.received.set(name, []);
    this.#replies.set(name, reply);
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  #reply(request: Received): Reply {
    const [, name = "", path = ""] = /^\/([^/]+)(\/.*)$/.exec(request.path) ?? [];
    const all = this.received.get(name);
    const reply = this.#replies.get(name);
    if (!all || !reply) return { status: 404 };
    all.push({ ...request, path });
    return reply({ ...request, path }, all.length);
  }
}

/** Responds to this many requests as specified, and to the others as a healthy server. */
export function failing(times: number, reply: Reply): NonNullable<Script["reply"]> {
  const well = wellServer();
  return (request, count) => (count <= times ? reply : well(request));
}

/** Responds to the first request as specified, and to the others as a healthy server. */
export function firstly(reply: Reply): NonNullable<Script["reply"]> {
  return failing(1, reply);
}

/** Writes the initial files of each script's agent, and lets the server respond to it: well, unless the script says how. */
export async function prepareScripts(
  scripts: readonly Script[],
  { folder, server }: { folder: string; server: ServerOfScripts },
): Promise<{ name: string; data: string; steps: Step[] }[]> {
  for (const script of scripts) {
    const well = wellServer();
    server.answer(script.name, script.reply ?? ((request) => well(request)));
    await writeData(join(folder, script.name), server.urlOf(script.name), script);
  }
  return scripts.map(({ name, steps }) => ({ name, steps, data: join(folder, name) }));
}

/** Writes the initial files of a script's agent. */
export async function writeData(data: string, server: string, script: Omit<Script, "steps" | "name">) {
  await mkdir(data, { recursive: true });
  const machineId = createHash("sha256").update(MACHINE).digest("hex");
  const files: Record<string, unknown> = { "settings.json": { server, ...script.settings } };
  if (script.isEnrolled !== false) files["instance.json"] = { instanceId: INSTANCE, machineId };
  if (script.state) files["state.json"] = script.state;
  for (const [name, value] of Object.entries(files)) await writeFile(join(data, name), JSON.stringify(value));
  // Encrypted as the stand-in for DPAPI does.
  const token = Buffer.from("ika_secret").map((byte) => byte ^ 0xff);
  if (script.isEnrolled !== false) await writeFile(join(data, "token.sealed"), token);
}

/** Runs the steps of each agent, in one process, and returns the result of each step. */
export async function runSteps(
  engine: Engine,
  options: {
    folder: string;
    module: string;
    scripts: { name: string; data: string; steps: Step[] }[];
    watch?: string;
    signal?: AbortSignal;
  },
): Promise<Map<string, StepResult[]>> {
  const { folder, module: path, scripts, watch, signal } = options;
  const plan = join(folder, `plan-${scripts[0]?.name ?? "none"}.json`);
  const steps = (script: { steps: Step[] }) => script.steps.map((step) => ({ arguments: {}, ...step }));
  await writeFile(
    plan,
    JSON.stringify({
      module: path,
      scripts: scripts.map((script) => ({ ...script, steps: steps(script) })),
      ...(watch ? { watch } : {}),
    }),
  );
  const recording = join(folder, "recording.json");
  await writeFile(
    recording,
    JSON.stringify({
      _collector: { machineName: MACHINE, ubr: 2849, principal: "S-1-5-18", isElevated: true },
    }),
  );
  const run = await runScript(engine, STEPS, ["-Plan", plan], {
    env: { AGENT_REPLAY: recording },
    ...(signal ? { signal } : {}),
  });
  if (!signal && (run.code !== 0 || run.stderr !== "")) throw new Error(`${run.stdout}\n${run.stderr}`);
  const results = new Map<string, StepResult[]>(scripts.map(({ name }) => [name, []]));
  for (const line of run.stdout.split(/\r?\n/).filter((one) => one.startsWith("{"))) {
    const step = told.parse(JSON.parse(line));
    results.get(step.script)?.push({
      answer: step.answer,
      error: step.error ?? null,
      state: step.state ? state.parse(JSON.parse(step.state)) : {},
    });
  }
  return results;
}

function startOfInterval(at: number): number {
  const hash = createHash("sha256").update(INSTANCE).digest("hex");
  const phase = (Number.parseInt(hash.slice(0, 8), 16) % 86_400) % INTERVAL_SECONDS;
  const seconds = Math.ceil(at / 1000);
  return (seconds + ((phase - 5 - seconds) % INTERVAL_SECONDS) + INTERVAL_SECONDS + 1) * 1000;
}
