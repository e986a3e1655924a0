import { CommanderError } from "commander";
import { toReason } from "./agent/enroll.ts";
import { HttpTransport } from "./agent/http-transport.ts";
import { systemClock } from "./clock.ts";
import { describeNews } from "./describe-news.ts";
import { createFleet } from "./fleet.ts";
import { parseOptions, type MockOptions } from "./parse-options.ts";
import { PastImporter } from "./past/past-importer.ts";
import { tellPast } from "./past/tell-past.ts";
import { runFleet, type RunSummary } from "./run-fleet.ts";
import { StateFile } from "./state-file.ts";

/** First reports arrive soon enough for a waiting user, and not all at once. */
const DEFAULT_SPREAD_MS = 10_000;
/** Requests in progress when Ctrl-C is pressed can finish within this time. */
const GRACE_MS = 5_000;

async function run(options: MockOptions, signal: AbortSignal): Promise<RunSummary> {
  const transport = new HttpTransport(options.server, { maxSockets: Math.max(16, options.senders) });
  signal.addEventListener("abort", () => setTimeout(() => transport.close(), GRACE_MS).unref(), {
    once: true,
  });
  const fleet = createFleet({
    scenario: options.scenario,
    seed: options.seed,
    now: new Date(systemClock.now() - options.from),
    intervalSeconds: options.interval,
    hosts: options.hosts,
    vms: options.vms,
  });
  const { past, importer: file } = options;
  const importer = past === null || file === null ? null : new PastImporter(file, signal);
  try {
    return await runFleet({
      fleet,
      transport,
      clock: systemClock,
      key: options.key,
      intervalSeconds: options.interval,
      speed: options.speed,
      fromMs: options.from,
      faults: options.faults,
      once: options.once,
      durationMs: options.duration ?? null,
      senders: options.senders,
      giveUpEnrollingAfterMs: options.giveUp,
      spreadMs: options.spread ?? Math.min(DEFAULT_SPREAD_MS, (options.interval * 1000) / options.speed),
      state: await StateFile.open(options.state ?? null, options.server),
      tellPast:
        importer === null || past === null
          ? null
          : (host) =>
              // A host without history is better than no host.
              importer
                .take(tellPast(fleet, host.plan, past), host.name)
                .catch((error: unknown) => console.error(toReason(error))),
      signal,
      onNews: (news) => {
        const line = options.json
          ? JSON.stringify({ at: new Date(systemClock.now()).toISOString(), ...news })
          : describeNews(news);
        if (line !== null) console.log(line);
      },
    });
  } finally {
    transport.close();
    await importer?.end();
  }
}

function exitCodeOf({ notEnrolled, refused }: RunSummary): number {
  if (notEnrolled > 0) return 1;
  return refused > 0 ? 3 : 0;
}

async function main(): Promise<number> {
  let options: MockOptions;
  try {
    options = parseOptions(process.argv.slice(2));
  } catch (error) {
    // Commander has printed the error; a request for help is not an error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());
  return exitCodeOf(await run(options, stop.signal));
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
