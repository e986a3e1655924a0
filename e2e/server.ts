import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { snapshotV1 } from "../lib/contract/agent/snapshot-v1.ts";

/** A real server with a data directory of its own, started as people start it. */
export interface Inn {
  url: string;
  /** The one-time code that it printed. */
  code: string;
  /** Runs the command line beside the server and answers its JSON. */
  innkeeper(args: string[], input?: string): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

export async function startInn(): Promise<Inn> {
  const dataDir = mkdtempSync(join(tmpdir(), "innkeeper-story-"));
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    PORT: "0",
    HOST: "127.0.0.1",
    INNKEEPER_DATA_DIR: dataDir,
  };
  const child = spawn(process.execPath, ["dist/server.mjs"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const printed = await untilPrinted(child, /listens at (\S+)[\s\S]*?([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})/);
  return {
    url: printed[1] ?? "",
    code: printed[2] ?? "",
    innkeeper: (args, input) => runCli(args, env, input),
    stop: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function untilPrinted(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = "";
    const read = (chunk: Buffer) => {
      text += chunk.toString("utf8");
      const match = pattern.exec(text);
      if (match) resolve(match);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => {
      reject(new Error(`The server ended with ${code}: ${text}`));
    });
  });
}

function runCli(args: string[], env: NodeJS.ProcessEnv, input = ""): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["dist/cli.mjs", ...args, "--json"], {
      env,
      stdio: ["pipe", "pipe", "pipe"],
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString("utf8")));
    child.once("close", (code) => {
      if (code !== 0) reject(new Error(`innkeeper ${args.join(" ")} ended with ${code}: ${err}`));
      else {
        const answer: unknown = JSON.parse(out);
        resolve(typeof answer === "object" && answer !== null ? { ...answer } : {});
      }
    });
    child.stdin.end(input);
  });
}

const EXAMPLE = "agents/contract/examples/valid/every-key.json";
const SECTIONS = ["host", "physicalAdapters", "switches", "hostAdapters", "teams", "smb", "vms"];
/** How heartbeat's component GUID begins. */
const HEARTBEAT = "84eaae65";

const enrolled = z.object({ token: z.string() });

/** A host whose agent posts the example of the contract, changed as the story wants it. */
export class StoryHost {
  readonly #url: string;
  readonly #token: string;
  readonly #instanceId: string;
  readonly #machineId: string;
  readonly #name: string;
  #sequence = 0;

  private constructor(
    url: string,
    token: string,
    name: string,
    ids: { instanceId: string; machineId: string },
  ) {
    this.#url = url;
    this.#token = token;
    this.#name = name;
    this.#instanceId = ids.instanceId;
    this.#machineId = ids.machineId;
  }

  static async enrol(url: string, key: string, name: string): Promise<StoryHost> {
    const ids = { instanceId: randomUUID(), machineId: randomUUID().replaceAll("-", "").repeat(2) };
    const response = await fetch(`${url}/api/v1/enroll`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ ...ids, name, fqdn: null, agentVersion: "1.0.0" }),
    });
    const { token } = enrolled.parse(await response.json());
    return new StoryHost(url, token, name, ids);
  }

  /** Posts the example with VMs of these names; `status` is heartbeat's number, `ageSeconds` how old the report is. */
  async post(vms: { name: string; heartbeat?: number }[], ageSeconds = 0): Promise<number> {
    const example = snapshotV1.parse(JSON.parse(readFileSync(EXAMPLE, "utf8")));
    const template = example.vms?.[0];
    if (template === undefined) throw new Error("The example has a VM.");
    const sentAt = new Date();
    this.#sequence += 1;
    const snapshot = {
      ...example,
      snapshotId: randomUUID(),
      epoch: 1,
      sequence: this.#sequence,
      collectedAt: new Date(sentAt.getTime() - ageSeconds * 1000).toISOString(),
      sentAt: sentAt.toISOString(),
      agent: { ...example.agent, instanceId: this.#instanceId, kind: "mock" },
      host: { ...example.host, name: this.#name, machineId: this.#machineId, cluster: null },
      sections: SECTIONS.map((name) => ({ name, status: "ok" })),
      vms: vms.map(({ name, heartbeat = 2 }, index) => {
        const id = vmIdOf(this.#machineId, index);
        const integrationServices = (template.integrationServices ?? []).map((row) => {
          const component = row.id.split("\\").at(-1) ?? "";
          const primaryStatus = component.startsWith(HEARTBEAT) ? heartbeat : 2;
          return { ...row, id: `Microsoft:${id}\\${component}`, primaryStatus, secondaryStatus: null };
        });
        return { ...template, id, name, uptimeSeconds: 864_000, integrationServices };
      }),
    };
    const response = await fetch(`${this.#url}/api/v1/snapshots`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.#token}`, "content-type": "application/json" },
      body: JSON.stringify(snapshot),
    });
    return response.status;
  }
}

function vmIdOf(machineId: string, index: number): string {
  return `${machineId.slice(0, 8)}-0000-4000-8000-${String(index).padStart(12, "0")}`;
}
