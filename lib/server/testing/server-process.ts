import { spawn } from "node:child_process";
import { once } from "node:events";
import { root } from "@/scripts/bundle.mjs";

export interface ServerProcess {
  pid: number;
  url: string;
  /** Waits until the output contains these words and returns all output: a log line may appear after its response. */
  printedWith(words: string): Promise<string>;
  /** Sends Ctrl-C and returns the exit code. */
  stop(): Promise<number | null>;
  /** Sends `kill -9`. */
  kill(): Promise<void>;
}

/** Starts a bundled server as a separate process and waits until it listens. */
export async function startServerProcess(
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ["--enable-source-maps", program], {
    cwd: root,
    env: { PATH: process.env["PATH"], NODE_ENV: "production", PORT: "0", HOST: "127.0.0.1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  let text = "";
  const url = await new Promise<string>((resolve, reject) => {
    const read = (part: string) => {
      text += part;
      const address = /listens at (\S+)/.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}: ${text}`)));
  });
  const end = async (signal: "SIGINT" | "SIGKILL") => {
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return {
    pid: child.pid ?? 0,
    url,
    printedWith: async (words) => {
      const gone = ended.then(() => {
        throw new Error(`The server ended without "${words}": ${text}`);
      });
      while (!text.includes(words))
        await Promise.race([once(child.stdout, "data"), once(child.stderr, "data"), gone]);
      gone.catch(() => undefined);
      return text;
    },
    stop: () => end("SIGINT"),
    kill: async () => void (await end("SIGKILL")),
  };
}
