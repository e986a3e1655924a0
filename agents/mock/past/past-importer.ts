import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { PastReport } from "./tell-past.ts";

/**
 * Passes past reports to `import-reports` of the server's command line, one host after the other. The API dates no
 * report further back than a week; that command accepts each with its time of receipt, and computes the daily totals
 * when no host is waiting.
 */
export class PastImporter {
  readonly #file: string;
  readonly #signal: AbortSignal;
  #before: Promise<void> = Promise.resolve();
  #waiting = 0;
  #command: ImportCommand | null = null;

  constructor(file: string, signal: AbortSignal) {
    this.#file = file;
    this.#signal = signal;
  }

  /**
   * Resolves when all reports are stored. If another host's import is in progress, this one waits its turn.
   * @throws Error when the command line ended
   */
  take(reports: Iterable<PastReport>, host: string): Promise<void> {
    this.#waiting += 1;
    const turn = this.#before.then(async () => {
      this.#command ??= new ImportCommand(this.#file);
      await this.#command.hand(reports, host, this.#signal);
    });
    this.#before = turn
      .catch(() => undefined)
      .then(async () => {
        this.#waiting -= 1;
        if (this.#waiting > 0) return;
        const command = this.#command;
        this.#command = null;
        await command?.end();
      });
    return turn;
  }

  /** Resolves when the daily totals of the imported reports are computed. */
  async end(): Promise<void> {
    await this.#before;
  }
}

/** The command line while it runs. */
class ImportCommand {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers: Interface;
  readonly #ended: Promise<unknown>;
  #isOver = false;

  constructor(file: string) {
    this.#child = spawn(process.execPath, [file, "import-reports"], { stdio: ["pipe", "pipe", "inherit"] });
    this.#answers = createInterface({ input: this.#child.stdout });
    const over = () => {
      this.#isOver = true;
    };
    this.#ended = once(this.#child, "exit").then(over, over);
    // If the process ends early, its exit is reported to the caller; a failed write adds nothing.
    this.#child.stdin.on("error", over);
  }

  async hand(reports: Iterable<PastReport>, host: string, signal: AbortSignal): Promise<void> {
    for (const { receivedAt, snapshot } of reports) {
      if (signal.aborted) return;
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

  async end(): Promise<void> {
    if (this.#isOver) return;
    this.#child.stdin.end();
    await this.#ended;
  }

  #check(host: string): void {
    if (this.#isOver) throw new Error(`The history of ${host} could not be imported: the importer ended.`);
  }
}
