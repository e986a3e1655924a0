import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import { z } from "zod";

export interface EngineRun {
  code: number | null;
  stdout: string;
  stderr: string;
}

const reply = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

/** One process that runs one script after the other, each as in a process of its own (Listener.cs). It ends with this one. */
export class ListeningEngine {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #replies: Interface;
  #errors = "";
  /** Of the request that is waited for. */
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

  /** Not while another run is at work. Throws, with what the process wrote, when it ends instead of answering. */
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

  /** Whether this process stays for it. */
  #hold(isHeld: boolean): void {
    for (const handle of [this.#child, this.#child.stdin, this.#child.stdout, this.#child.stderr])
      if (isHeld && "ref" in handle) handle.ref();
      else if ("unref" in handle) handle.unref();
  }
}
