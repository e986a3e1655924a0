import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { closeDatabase, openDatabase } from "@/lib/data/database.ts";
import { migrationStatus } from "@/lib/data/migrations/migrate.ts";
import { approveAgent, listPendingAgents } from "@/lib/data/access/agents.ts";
import { countFleet } from "@/lib/data/access/database-state.ts";
import { parseEnvironment } from "@/lib/env.ts";
import { defaultDataDirectory } from "@/lib/postgres/data-directory.ts";
import { findRunningPostgres } from "@/lib/postgres/find-running-postgres.ts";
import { openStorage } from "@/lib/server/open-storage.ts";
import { createUser } from "@/lib/services/auth/set-up.ts";
import { createSignInLink } from "@/lib/services/auth/sign-in-link.ts";
import { createApiToken } from "@/lib/services/tokens/create-api-token.ts";
import { createEnrolmentKey } from "@/lib/services/tokens/create-enrolment-key.ts";
import { rejudge } from "./rejudge.ts";
import { importReports } from "./import-reports.ts";
import { replay } from "./replay.ts";

const EXIT = { failed: 1, usage: 2 } as const;
const MIGRATIONS = join(process.cwd(), "prisma/migrations");

const program = new Command("innkeeper")
  .description("Works beside a running server or alone, with the packaged Postgres or yours.")
  .option("--json", "answer in JSON, and nothing else on standard output")
  .configureHelp({ showGlobalOptions: true })
  .addHelpText("after", "\nExit codes: 0 done, 1 failed, 2 wrong usage.")
  .exitOverride();

/** Opens the database of the running server, or starts the packaged one for as long as the command takes. */
async function withDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  const env = parseEnvironment(process.env);
  const dataDir = env.dataDir ?? defaultDataDirectory();
  const running = env.databaseUrl === null ? await findRunningPostgres(dataDir) : null;
  if (running !== null) {
    openDatabase({ url: running.connectionString, poolSize: 2, connectTimeoutMs: 10_000 });
    try {
      return await work();
    } finally {
      await closeDatabase();
    }
  }
  const silent = { info: () => undefined, warn: () => undefined };
  const storage = await openStorage({
    env,
    dataDir,
    migrations: MIGRATIONS,
    logger: silent,
    onError: () => undefined,
  });
  try {
    return await work();
  } finally {
    await storage.close();
  }
}

function say(answer: Record<string, unknown>, words: string): void {
  process.stdout.write(`${program.opts<{ json?: boolean }>().json ? JSON.stringify(answer) : words}\n`);
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError("must be a whole number above 0");
  return Number(text);
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

function duration(text: string): number {
  const match = /^([1-9]\d{0,4})([mhd])$/.exec(text);
  const unit = UNIT_MS[match?.[2] ?? ""];
  if (!match || unit === undefined) throw new InvalidArgumentError("must be like 30m, 12h or 7d");
  return Number(match[1]) * unit;
}

function oneOf(...words: string[]): (text: string) => string {
  return (text) => {
    if (!words.includes(text)) throw new InvalidArgumentError(`must be ${words.join(" or ")}`);
    return text;
  };
}

const collect = (text: string, all: string[]) => [...all, text];

const enrolmentKey = program.command("enrolment-key").description("keys that hosts enrol with");
enrolmentKey
  .command("create")
  .description("make a key; it is shown once")
  .requiredOption("--name <name>", "what the key is for")
  .option("--uses <number>", "how many hosts may enrol with it", wholeNumber)
  .option("--expires <duration>", "when it ends: 30m, 12h, 7d", duration)
  .option("--tag <tag>", "a tag for the hosts that enrol with it; may be repeated", collect, [])
  .action(async (options: { name: string; uses?: number; expires?: number; tag: string[] }) => {
    const expiresAt = options.expires === undefined ? null : new Date(Date.now() + options.expires);
    const { key } = await withDatabase(() =>
      createEnrolmentKey({ name: options.name, tags: options.tag, uses: options.uses ?? null, expiresAt }),
    );
    say({ key }, key);
  });

const apiToken = program.command("api-token").description("tokens for scripts that read");
apiToken
  .command("create")
  .description("make a token; it is shown once")
  .requiredOption("--name <name>", "what the token is for")
  .option("--role <role>", "what it may do", oneOf("viewer", "operator", "admin"), "viewer")
  .action(async (options: { name: string; role: string }) => {
    const { token } = await withDatabase(() => createApiToken(options));
    say({ token }, token);
  });

const user = program.command("user").description("people");
user
  .command("create")
  .description("make an account")
  .requiredOption("--email <address>")
  .requiredOption("--name <name>")
  .option("--role <role>", "what the person may do", oneOf("viewer", "operator", "admin"), "viewer")
  .requiredOption("--password-stdin", "read the password from standard input")
  .action(async ({ email, name, role }: { email: string; name: string; role: string }) => {
    const password = readFileSync(0, "utf8").replace(/\r?\n$/, "");
    if (password.length < 12) throw new Error("The password must have at least 12 characters.");
    const { id } = await withDatabase(() => createUser({ email, name, password }, role));
    say({ id }, `${email} may sign in.`);
  });
user
  .command("sign-in-link")
  .description("make a link that signs a person in once, within 15 minutes")
  .requiredOption("--email <address>")
  .action(async ({ email }: { email: string }) => {
    const { path } = await withDatabase(() => createSignInLink(email, new Date()));
    say({ path }, path);
  });

const agent = program.command("agent").description("instances of the agent that wait for approval");
agent
  .command("pending")
  .description("list them")
  .action(async () => {
    const waiting = await withDatabase(listPendingAgents);
    say(
      { pending: waiting },
      waiting.map(({ id, hostName, instanceId }) => `${id}  ${hostName}  ${instanceId}`).join("\n") ||
        "None waits.",
    );
  });
agent
  .command("approve")
  .description("let one enrol at its next attempt; the instance before it is revoked then")
  .argument("<id>")
  .action(async (id: string) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error("This is not the id of a waiting agent.");
    if (!(await withDatabase(() => approveAgent(id)))) throw new Error("None of this id waits.");
    say({ approved: id }, "It may enrol now.");
  });

program
  .command("migrate")
  .description("apply the migrations that are pending")
  .action(async () => {
    await withDatabase(async () => undefined);
    say({ migrated: true }, "The database is up to date.");
  });

program
  .command("status")
  .description("what the database holds")
  .action(async () => {
    const status = await withDatabase(async () => ({
      ...(await countFleet()),
      ...(await import("@/lib/data/database.ts").then(({ getDatabase }) =>
        migrationStatus(getDatabase().pool, MIGRATIONS),
      )),
    }));
    const { hosts, vms, users, pendingAgents, pending } = status;
    say(
      status,
      `${hosts} hosts, ${vms} VMs, ${users} people, ${pendingAgents} agents wait, ${pending.length} migrations pending`,
    );
  });

program
  .command("rejudge")
  .description(
    "judge again, from what is stored, what older rules have judged; goes on where it was interrupted",
  )
  .option("--all", "also what is judged by the present rules already", false)
  .action(async ({ all }: { all: boolean }) => {
    const isSilent = program.opts<{ json?: boolean }>().json ?? false;
    const { hosts, vms, rewritten, failed, left } = await withDatabase(() =>
      rejudge({ isAll: all, isSilent }),
    );
    say(
      { hosts, vms, rewritten, failed, left },
      [
        hosts === 0 && left === 0
          ? "Everything is judged by the present rules."
          : `${hosts} hosts with ${vms} VMs were judged again, ${rewritten} VMs otherwise than before.`,
        ...failed.map(({ hostId, message }) => `Host ${hostId} could not be judged: ${message}`),
        ...(left > failed.length ? [`${left} hosts are left: the same command goes on with them.`] : []),
      ].join("\n"),
    );
    if (left > 0) process.exitCode = EXIT.failed;
  });

program
  .command("replay")
  .description("post snapshots of contract v1 from files, as an agent of kind replay")
  .argument("<paths...>", "files or folders")
  .requiredOption("--server <address>")
  .option("--key <key>", "an enrolment key: each machine of the files is enrolled with it")
  .option("--token <token>", "an agent's token: all files are of its machine")
  .action(async (paths: string[], options: { server: string; key?: string; token?: string }) => {
    if ((options.key === undefined) === (options.token === undefined))
      program.error("error: give either --key or --token");
    const results = await replay(paths, options);
    const refused = results.filter(({ status }) => status !== 200 && status !== 201);
    say({ results }, results.map(({ file, status, answer }) => `${status}  ${file}  ${answer}`).join("\n"));
    if (refused.length > 0) process.exitCode = EXIT.failed;
  });

program
  .command("import-reports")
  .description("store reports of the past from standard input, then sum their days")
  .addHelpText(
    "after",
    "\nA line is the time of receipt in UTC, a space and the body of the report; each host's oldest comes first. Hosts must be\nenrolled, and take nothing that is older than what they have told. An empty line is answered with the counts so far.",
  )
  .action(async () => {
    // Made when it is read from at once: lines that come before anybody listens are lost.
    const counts = await withDatabase(() =>
      importReports(createInterface({ input: process.stdin, crlfDelay: Infinity }), {
        now: new Date(),
        onPause: (soFar) => say({ ...soFar }, sayCounts(soFar)),
      }),
    );
    say({ ...counts }, `${sayCounts(counts)}, ${counts.days} days summed`);
  });

function sayCounts({ stored, passed }: { stored: number; passed: number }): string {
  return `${stored} stored, ${passed} passed over`;
}

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : EXIT.usage;
  } else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = EXIT.failed;
  }
}
