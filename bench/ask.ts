import { type Agent, get } from "node:http";
import { percentile } from "./print-figures.ts";

/** Sends one API request, without an ETag. */
export function ask(
  origin: string,
  path: string,
  { token, agent }: { token: string; agent: Agent },
): Promise<string> {
  return new Promise((resolve, reject) => {
    get(new URL(path, origin), { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${path} answered ${response.statusCode}: ${text}`));
      });
    }).on("error", reject);
  });
}

/** p50 / p95 as text, after a few warm-up runs. */
export async function sayTimes(task: () => Promise<unknown>, times: number): Promise<string> {
  for (let warm = 0; warm < 5; warm += 1) await task();
  const samples: number[] = [];
  for (let time = 0; time < times; time += 1) samples.push(await timeOf(task));
  return `${percentile(samples, 0.5).toFixed(1)} / ${percentile(samples, 0.95).toFixed(1)} ms`;
}

/** Duration in milliseconds. */
export async function timeOf(task: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await task();
  return performance.now() - started;
}
