import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import { z } from "zod";

export interface EngineRun {
  code: number | null;
  stdout: string;
  stderr: string;
}

const reply = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

/** One process that runs scripts one after the other, each isolated from the others (Listener.cs). It ends with this one. */
export class ListeningEngine {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #replies: Interface;
  #errors = "";
  /** Callbacks of the pending request. */
  #reject: ((reason: Error) => void) | undefined;
  isBusy = false;
  hasEnded = false;

  constructor(command: string, args: readonly string[]) {
    this.#child = spawn(command, args);
    this.#replies = createInterface({ input: this.#child.stdout });
    this.#child.stderr.setEncoding("utf8").on("data", (text: string) => (this.#errors += text));
    this.#child.once("close", () => {
      this.hasEnded = true;
      this.#reject?.(new Error(`The engine ended: ${this.#errors}`));
    });
    this.#hold(false);
  }

  /** Must not be called during another run. Throws with the output of the process if it ends without a response. */
  async run(request: { args: string[]; env: NodeJS.ProcessEnv; folder: string }): Promise<EngineRun> {
    this.isBusy = true;
    this.#hold(true);
    try {
      const answer = new Promise<string>((resolve, reject) => {
        this.#replies.once("line", resolve);
        this.#reject = reject;
      });
      this.#child.stdin.write(`${JSON.stringify(request)}\n`);
      return reply.parse(JSON.parse(await answer));
    } finally {
      this.#reject = undefined;
      this.isBusy = false;
      this.#hold(false);
    }
  }

  /** Whether it keeps this process alive. */
  #hold(isHeld: boolean): void {
    for (const handle of [this.#child, this.#child.stdin, this.#child.stdout, this.#child.stderr])
      if (isHeld && "ref" in handle) handle.ref();
      else if ("unref" in handle) handle.unref();
  }
}
