import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { Enrolled } from "./agent/enroll.ts";

const stateV1 = z.object({
  server: z.string(),
  agents: z.record(z.string(), z.object({ hostId: z.string(), token: z.string() })),
});

/** The agents' enrolments, kept between two runs as a real agent keeps them: readable only by the owner. */
export class StateFile {
  readonly #path: string | null;
  readonly #server: string;
  readonly #agents: Map<string, Enrolled>;
  #isChanged = false;

  private constructor(path: string | null, server: string, agents: Map<string, Enrolled>) {
    this.#path = path;
    this.#server = server;
    this.#agents = agents;
  }

  /** Reads the file; starts empty if there is none or if it belongs to another server. */
  static async open(path: string | null, server: URL): Promise<StateFile> {
    const agents = path === null ? {} : await readAgents(path, server.href);
    return new StateFile(path, server.href, new Map(Object.entries(agents)));
  }

  enrolled(instanceId: string): Enrolled | null {
    return this.#agents.get(instanceId) ?? null;
  }

  keep(instanceId: string, enrolled: Enrolled): void {
    this.#isChanged ||= this.#agents.get(instanceId)?.token !== enrolled.token;
    this.#agents.set(instanceId, enrolled);
  }

  /** Writes all changes, completely or not at all. */
  async save(): Promise<void> {
    if (this.#path === null || !this.#isChanged) return;
    this.#isChanged = false;
    await mkdir(dirname(this.#path), { recursive: true });
    const draft = `${this.#path}.new`;
    const state = { server: this.#server, agents: Object.fromEntries(this.#agents) };
    await writeFile(draft, `${JSON.stringify(state, null, 1)}\n`, { mode: 0o600 });
    await rename(draft, this.#path);
  }
}

async function readAgents(path: string, server: string): Promise<Record<string, Enrolled>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
  const state = stateV1.parse(JSON.parse(text));
  return state.server === server ? state.agents : {};
}
