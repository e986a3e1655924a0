import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { PastReport } from "./tell-past.ts";

/**
 * Hands reports of the past to `import-reports` of the server's command line, one host after the other. The wire dates
 * no report further back than a week; that command takes each with the time at which it was received.
 */
export class PastImporter {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers: Interface;
  readonly #signal: AbortSignal;
  readonly #ended: Promise<unknown>;
  #before: Promise<void> = Promise.resolve();
  #isOver = false;

  constructor(file: string, signal: AbortSignal) {
    this.#signal = signal;
    this.#child = spawn(process.execPath, [file, "import-reports"], { stdio: ["pipe", "pipe", "inherit"] });
    this.#answers = createInterface({ input: this.#child.stdout });
    const over = () => {
      this.#isOver = true;
    };
    this.#ended = once(this.#child, "exit").then(over, over);
    // Where it ends early, whoever waits is told by the exit; a write that fails says nothing more.
    this.#child.stdin.on("error", over);
  }

  /**
   * Resolves when all of them are stored. A host that comes while another's are taken waits its turn.
   * @throws Error when the command line ended
   */
  take(reports: Iterable<PastReport>, host: string): Promise<void> {
    const turn = this.#before.then(() => this.#hand(reports, host));
    this.#before = turn.catch(() => undefined);
    return turn;
  }

  /** Lets it sum the days and end. */
  async end(): Promise<void> {
    if (this.#isOver) return;
    this.#child.stdin.end();
    await this.#ended;
  }

  async #hand(reports: Iterable<PastReport>, host: string): Promise<void> {
    for (const { receivedAt, snapshot } of reports) {
      if (this.#signal.aborted) return;
      this.#check(host);
      if (!this.#child.stdin.write(`${receivedAt} ${JSON.stringify(snapshot)}\n`)) {
        await Promise.race([once(this.#child.stdin, "drain"), this.#ended]);
      }
    }
    this.#check(host);
    const answered = once(this.#answers, "line");
    this.#child.stdin.write("\n");
    await Promise.race([answered, this.#ended]);
    this.#check(host);
  }

  #check(host: string): void {
    if (this.#isOver) throw new Error(`The past of ${host} could not be laid down: the importer ended.`);
  }
}
