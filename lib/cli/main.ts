import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Command, CommanderError } from "commander";
import { addAccessCommands } from "./access-commands.ts";
import { addHostCommands } from "./host-commands.ts";
import { httpAddress, oneOf } from "./option-words.ts";
import { toPrintableJson, toPrintableLines } from "./printable.ts";
import { replay } from "./replay.ts";
import { withDatabase } from "./with-database.ts";

const EXIT = { failed: 1, usage: 2 } as const;

const program = new Command("innkeeper")
  .description(
    "Administers Innkeeper, with or without a running server, on the packaged Postgres or your own.",
  )
  .option("--json", "print only JSON on standard output")
  .configureHelp({ showGlobalOptions: true })
  .addHelpText("after", "\nExit codes: 0 success, 1 failure, 2 incorrect usage.")
  .exitOverride();

function say(answer: Record<string, unknown>, words: string): void {
  const isJson = program.opts<{ json?: boolean }>().json ?? false;
  process.stdout.write(`${isJson ? toPrintableJson(answer) : toPrintableLines(words)}\n`);
}

addAccessCommands(program, withDatabase, say);
addHostCommands(program, withDatabase, say);

const user = program.command("user").description("manage user accounts");
user
  .command("create")
  .description("create an account")
  .requiredOption("--email <address>")
  .requiredOption("--name <name>")
  .option(
    "--role <role>",
    "an admin can change settings, the others can only view",
    oneOf("viewer", "operator", "admin"),
    "viewer",
  )
  .requiredOption("--password-stdin", "read the password from standard input")
  .action(async ({ email, name, role }: { email: string; name: string; role: string }) => {
    const password = readFileSync(0, "utf8").replace(/\r?\n$/, "");
    const { id } = await withDatabase(({ createUser }) => createUser({ email, name, password }, role));
    say({ id }, `${email} can sign in.`);
  });
user
  .command("sign-in-link")
  .description("create a one-time sign-in link, valid for 15 minutes")
  .requiredOption("--email <address>")
  .action(async ({ email }: { email: string }) => {
    const { path } = await withDatabase(({ createSignInLink }) => createSignInLink(email, new Date()));
    say({ path }, path);
  });

program
  .command("migrate")
  .description("apply pending migrations")
  .action(async () => {
    await withDatabase(async () => undefined);
    say({ migrated: true }, "The database is up to date.");
  });

program
  .command("status")
  .description("show the contents of the database")
  .action(async () => {
    const status = await withDatabase(({ readStatus }) => readStatus());
    const { hosts, vms, users, pendingAgents, pending } = status;
    say(
      status,
      `${hosts} hosts, ${vms} VMs, ${users} users, ${pendingAgents} agents waiting, ${pending.length} migrations pending`,
    );
  });

program
  .command("rejudge")
  .description("re-evaluate stored reports that older rules evaluated; resumes where it was interrupted")
  .option("--all", "also re-evaluate what the current rules have evaluated", false)
  .action(async ({ all }: { all: boolean }) => {
    const isSilent = program.opts<{ json?: boolean }>().json ?? false;
    const { hosts, vms, rewritten, failed, left } = await withDatabase(({ rejudge }) =>
      rejudge({ isAll: all, isSilent }),
    );
    say(
      { hosts, vms, rewritten, failed, left },
      [
        hosts === 0 && left === 0
          ? "Everything is evaluated with the current rules."
          : `Re-evaluated ${hosts} hosts with ${vms} VMs; results changed for ${rewritten} VMs.`,
        ...failed.map(({ hostId, message }) => `Host ${hostId} could not be evaluated: ${message}`),
        ...(left > failed.length ? [`${left} hosts remain. Run the same command to continue.`] : []),
      ].join("\n"),
    );
    if (left > 0) process.exitCode = EXIT.failed;
  });

program
  .command("replay")
  .description("post snapshots (contract v1) from files, as an agent of kind replay")
  .argument("<paths...>", "files or folders")
  .requiredOption("--server <address>", "address of the server", httpAddress)
  .option("--key <key>", "an enrolment key: enrols each machine in the files")
  .option("--token <token>", "an agent token: all files must be from its machine")
  .action(async (paths: string[], options: { server: string; key?: string; token?: string }) => {
    if ((options.key === undefined) === (options.token === undefined))
      program.error("error: specify either --key or --token");
    const results = await replay(paths, options);
    const refused = results.filter(({ status }) => status !== 200 && status !== 201);
    say({ results }, results.map(({ file, status, answer }) => `${status}  ${file}  ${answer}`).join("\n"));
    if (refused.length > 0) process.exitCode = EXIT.failed;
  });

program
  .command("import-reports")
  .description("import past reports from standard input, then compute their daily totals")
  .addHelpText(
    "after",
    "\nEach line contains the time of receipt in UTC, a space and the body of the report, oldest first for each host. Hosts must be\nenrolled; reports older than a host's latest report are skipped. An empty line prints the counts so far.",
  )
  .action(async () => {
    // Created only when it is read immediately: lines that arrive before there is a listener are lost.
    const counts = await withDatabase(({ importReports }) =>
      importReports(createInterface({ input: process.stdin, crlfDelay: Infinity }), {
        clock: () => new Date(),
        onPause: (soFar) => say({ ...soFar }, sayCounts(soFar)),
      }),
    );
    say({ ...counts }, `${sayCounts(counts)}, ${counts.days} days computed`);
  });

function sayCounts({ stored, passed }: { stored: number; passed: number }): string {
  return `${stored} stored, ${passed} skipped`;
}

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : EXIT.usage;
  } else {
    process.stderr.write(`${toPrintableLines(error instanceof Error ? error.message : String(error))}\n`);
    process.exitCode = EXIT.failed;
  }
}
