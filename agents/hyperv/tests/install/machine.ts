import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { runScript, type Engine } from "../engine/engine.ts";
import { stageHost, stageModule } from "../hosts/stage.ts";
import { rawHost, rows, type Recording } from "../hosts/recording.ts";

const CALL = fileURLToPath(new URL("./call.ps1", import.meta.url));
const STUBS = fileURLToPath(new URL("../stubs", import.meta.url));
const REPOSITORY = fileURLToPath(new URL("../../../..", import.meta.url));

const told = z.object({
  answers: z.array(z.record(z.string(), z.unknown())),
  error: z.string().optional(),
});

const counter = z.object({ epoch: z.number(), sequence: z.number(), raises: z.number() });

/** The result of a call to one of the module's functions. */
export interface Called {
  answers: Record<string, unknown>[];
  /** The text of the terminating error. */
  error: string | undefined;
  /** Host output, such as that of -WhatIf, and the warnings of all calls in that PowerShell. */
  said: string;
}

export interface Call {
  function: string;
  arguments: Record<string, unknown>;
  /** The time of the clock, in Unix milliseconds. */
  now?: number;
}

export interface CallOptions {
  /** The manifest of the module to call; by default that of the unpacked package. */
  manifest?: string;
  env?: Record<string, string>;
}

/**
 * A machine to install the agent on: recorded cmdlets, and instead of Windows features (folders for all users, task scheduler,
 * event sources, rights) a folder that a test can inspect.
 */
export class Machine {
  /** The manifest of the unpacked package. */
  readonly manifest: string;
  readonly root: string;
  readonly data: string;
  readonly programs: string;
  readonly #engine: Engine;
  readonly #folder: string;
  #calls = 0;

  private constructor(engine: Engine, folder: string, manifest: string) {
    this.#engine = engine;
    this.#folder = folder;
    this.manifest = manifest;
    this.root = join(folder, "root");
    this.data = join(this.root, "CommonApplicationData", "Innkeeper");
    this.programs = join(this.root, "ProgramFiles", "WindowsPowerShell", "Modules", "Innkeeper");
  }

  static async make(
    engine: Engine,
    folder: string,
    { host = elevatedHost(), readsHost = true }: { host?: Recording; readsHost?: boolean } = {},
  ): Promise<Machine> {
    const machine = new Machine(engine, folder, await stagePackage(join(folder, "package"), { readsHost }));
    await mkdir(join(machine.root, "ProgramFiles"), { recursive: true });
    await mkdir(join(machine.root, "CommonApplicationData"), { recursive: true });
    await machine.becomes(host);
    return machine;
  }

  /** Replays another host from now on. */
  async becomes(host: Recording): Promise<void> {
    await stageHost(this.#folder, { name: "host", recording: host });
    const tasks = join(this.#modules, "ScheduledTasks");
    await mkdir(tasks, { recursive: true });
    await cp(join(STUBS, "ScheduledTasks.psm1"), join(tasks, "ScheduledTasks.psm1"));
    await writeFile(
      join(tasks, "ScheduledTasks.psd1"),
      "@{ RootModule = 'ScheduledTasks.psm1'; ModuleVersion = '1.0.0.0'; FunctionsToExport = '*' }\n",
    );
  }

  get #modules(): string {
    return join(this.#folder, "hosts", "host", "Modules");
  }

  /** The manifest of the installed module of a version. */
  installed(version: string): string {
    return join(this.programs, version, "Innkeeper.psd1");
  }

  /** Runs a script there, as in an elevated PowerShell in Program Files. */
  async run(script: string, args: readonly string[], env: Record<string, string> = {}) {
    return runScript(this.#engine, script, args, {
      folder: join(this.root, "ProgramFiles"),
      env: {
        AGENT_ROOT: this.root,
        AGENT_REPLAY: join(this.#folder, "hosts", "host", "recording.json"),
        AGENT_EVENTS: join(this.#folder, "events.txt"),
        PSModulePath: [join(this.programs, ".."), this.#modules].join(delimiter),
        ...env,
      },
    });
  }

  /** Calls one function in a new PowerShell. */
  async call(name: string, args: Record<string, unknown> = {}, options: CallOptions = {}): Promise<Called> {
    const [called] = await this.calls([{ function: name, arguments: args }], options);
    if (!called) throw new Error(`${name} was not called`);
    return called;
  }

  /** Calls one function after the other in one PowerShell. */
  async calls(
    calls: readonly Call[],
    { manifest = this.manifest, env = {} }: CallOptions = {},
  ): Promise<Called[]> {
    const file = join(this.#folder, `calls-${this.#calls++}.json`);
    await writeFile(file, JSON.stringify({ calls }));
    const { code, stdout, stderr } = await this.run(CALL, ["-Manifest", manifest, "-Calls", file], env);
    if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
    const all: Called[] = [];
    let said: string[] = [];
    for (const line of stdout.trimEnd().split(/\r?\n/)) {
      if (!line.startsWith('{"answers":')) {
        said.push(line);
        continue;
      }
      const { answers, error } = told.parse(JSON.parse(line));
      all.push({ answers, error, said: [...said, stderr].join("\n") });
      said = [];
    }
    return all;
  }

  /** The files below a folder of this machine, by relative path, without the log and the files that only the tests write. */
  async tree(folder = this.root): Promise<string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll("\\", "/"),
      )
      .sort();
  }

  async read(...path: string[]): Promise<string | null> {
    return readFile(join(this.root, ...path), "utf8").catch(() => null);
  }

  /** The agent's current counter. */
  async counter(): Promise<z.infer<typeof counter>> {
    return counter.parse(JSON.parse(await readFile(join(this.data, "state.json"), "utf8")));
  }

  /** The scheduled task's XML, if one is registered. */
  task(): Promise<string | null> {
    return this.read("tasks", "Innkeeper", "Innkeeper agent.xml");
  }

  /** The lines of the event log, `id level text`. */
  async events(): Promise<string[]> {
    const text = await readFile(join(this.#folder, "events.txt"), "utf8").catch(() => "");
    return text.split("\n").filter((line) => line !== "");
  }
}

/** The recorded Windows Server 2022, on which an administrator starts the agent. */
export function elevatedHost(): Recording {
  return withRights({ hyperv: true, administrator: true });
}

export function withRights(rights: { hyperv: boolean; administrator: boolean }): Recording {
  const host = rawHost();
  return { ...host, _collector: { ...rows(host, "_collector")[0], rights } };
}

/**
 * The unpacked package, with test functions in place of those that only Windows can run. Returns the manifest.
 * `npm run agent:package -- --from` packs such a folder in the same way as one with signed scripts.
 */
export async function stagePackage(
  folder: string,
  { readsHost = true, version }: { readsHost?: boolean; version?: string } = {},
): Promise<string> {
  const manifest = await stageModule(folder, { readsHost });
  for (const [from, to] of [
    ["LICENSE", "Innkeeper/LICENSE"],
    ["docs/agent.md", "Innkeeper/agent.md"],
    ["docs/agent-rights.md", "Innkeeper/agent-rights.md"],
    ["agents/hyperv/install.ps1", "install.ps1"],
  ] as const)
    await cp(join(REPOSITORY, from), join(folder, to));
  if (version) {
    const text = await readFile(manifest, "utf8");
    await writeFile(manifest, text.replace(/(ModuleVersion\s+=\s)'[^']*'/, `$1'${version}'`));
  }
  return manifest;
}
