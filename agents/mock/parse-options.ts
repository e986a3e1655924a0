import { Command, InvalidArgumentError, Option } from "commander";
import { FAULTS, type Fault } from "./agent/faults.ts";
import { SCENARIO_NAMES, scenarioOf, type ScenarioName } from "./scenarios.ts";

/** The validated options of the command line. */
export interface MockOptions {
  readonly server: URL;
  readonly key: string;
  readonly scenario: ScenarioName;
  readonly hosts?: number;
  readonly vms?: number;
  readonly seed: string;
  readonly interval: number;
  readonly speed: number;
  readonly from: number;
  readonly duration?: number;
  readonly faults: ReadonlySet<Fault>;
  readonly senders: number;
  readonly spread?: number;
  readonly state?: string;
  readonly giveUp: number;
  readonly past: number | null;
  readonly importer: string | null;
  readonly once: boolean;
  readonly json: boolean;
}

const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ["ms", 1],
  ["s", 1000],
  ["m", 60_000],
  ["h", 3_600_000],
  ["d", 86_400_000],
]);

/** Milliseconds of `90s`, `1.5m`, `250ms`; a bare number is seconds. */
export function parseDuration(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(text.trim());
  const unitMs = UNIT_MS.get(match?.[2] ?? "s");
  if (!match || unitMs === undefined)
    throw new InvalidArgumentError("It must be a duration such as 90s, 5m or 1h.");
  return Number(match[1]) * unitMs;
}

function parseInterval(text: string): number {
  const ms = parseDuration(text);
  if (ms < 1000 || ms % 1000 !== 0)
    throw new InvalidArgumentError("It must be in whole seconds, at least 1s.");
  return ms / 1000;
}

function parseSpeed(text: string): number {
  const match = /^(\d+(?:\.\d+)?)x?$/.exec(text.trim());
  const speed = Number(match?.[1]);
  if (!match || speed < 0.01 || speed > 3600)
    throw new InvalidArgumentError("It must be a factor such as 10x, up to 3600x.");
  return speed;
}

function parseCount(min: number, max: number) {
  return (text: string): number => {
    const count = Number(text);
    if (!/^\d+$/.test(text) || count < min || count > max) {
      throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
    }
    return count;
  };
}

function parseServer(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    throw new InvalidArgumentError("It must be an address such as http://127.0.0.1:3000.");
  }
  return url;
}

function parseFaults(text: string): ReadonlySet<Fault> {
  const names = text.split(",").map((name) => name.trim());
  const faults = FAULTS.filter((fault) => names.includes(fault));
  const unknown = names.find((name) => !FAULTS.some((fault) => fault === name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`"${unknown}" is not one of ${FAULTS.join(", ")}.`);
  return new Set(faults);
}

function describeScenarios(): string {
  const lines = SCENARIO_NAMES.map((name) => {
    const { summary, hosts, vmsPerHost } = scenarioOf(name);
    return `  ${name.padEnd(13)} ${summary} (${hosts} × ${vmsPerHost})`;
  });
  return `\nScenarios, with their usual hosts × VMs per host:\n${lines.join("\n")}\n`;
}

const EXIT_CODES = `
Exit codes: 0 success, 1 a host could not enrol, 2 invalid arguments, 3 the server refused reports.
Ctrl-C stops cleanly. Use NODE_EXTRA_CA_CERTS=FILE to trust a private certification authority.
`;

/** The command line of the mock fleet. Throws commander's own error for invalid arguments. */
export function parseOptions(argv: readonly string[]): MockOptions {
  const command = new Command("mock")
    .description(
      "Runs a simulated fleet of Hyper-V hosts against a server, through the same API as real agents.",
    )
    .requiredOption("--server <url>", "address of the server", parseServer)
    .requiredOption("--key <key>", "enrolment key for the hosts")
    .addOption(
      new Option("--scenario <name>", "the fleet and the events in it")
        .choices(SCENARIO_NAMES)
        .default("healthy"),
    )
    .option("--hosts <n>", "number of hosts", parseCount(1, 10_000))
    .option("--vms <n>", "average number of VMs per host", parseCount(0, 1000))
    .option("--seed <seed>", "a different seed produces a different fleet", "1")
    .addOption(
      new Option("--interval <time>", "time between two reports of a host")
        .argParser(parseInterval)
        .default(60, "60s"),
    )
    .addOption(
      new Option("--speed <factor>", "speed of the fleet's clock, such as 60x")
        .argParser(parseSpeed)
        .default(1, "1x"),
    )
    .addOption(
      new Option("--from <time>", "start at this point of the story, in the fleet's time")
        .argParser(parseDuration)
        .default(0, "its beginning"),
    )
    .option("--duration <time>", "how long to run (default: until Ctrl-C)", parseDuration)
    .addOption(
      new Option("--faults <list>", `comma-separated: ${FAULTS.join(", ")}`)
        .argParser(parseFaults)
        .default(new Set<Fault>(), "none"),
    )
    .option("--senders <n>", "maximum number of concurrent reports", parseCount(1, 256), 8)
    .option("--spread <time>", "spread the first reports over this time", parseDuration)
    .option("--state <file>", "store the agents' tokens in this file, so that the fleet can be restarted")
    .addOption(
      new Option("--give-up <time>", "how long to retry enrolment while the server is unavailable")
        .argParser(parseDuration)
        .default(120_000, "2m"),
    )
    .addOption(
      new Option(
        "--past <days>",
        "generate this many days of history for every host that enrols; requires --importer",
      )
        .argParser(parseCount(1, 400))
        .default(null, "none"),
    )
    .addOption(
      new Option(
        "--importer <file>",
        "the server's command-line file, whose import-reports imports the history",
      ).default(null, "none"),
    )
    .option("--once", "let each host report once, then exit", false)
    .option("--json", "print JSON lines", false)
    .addHelpText("after", `${describeScenarios()}${EXIT_CODES}`)
    .exitOverride();
  command.parse([...argv], { from: "user" });
  const options = command.opts<MockOptions>();
  // Checked here and not by commander, which would print the value: it may be a different secret.
  if (!/^ike_[0-9A-Za-z]+$/.test(options.key)) {
    command.error("error: --key must be an enrolment key, which begins with ike_");
  }
  if (options.past !== null && options.importer === null) {
    command.error("error: --past requires --importer, because the API does not accept reports that old");
  }
  return options;
}
