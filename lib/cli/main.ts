import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Command, CommanderError } from "commander";
import { addAccessCommands } from "./access-commands.ts";
import { addHostCommands } from "./host-commands.ts";
import { oneOf } from "./option-words.ts";
import { toPrintableJson, toPrintableLines } from "./printable.ts";
import { replay } from "./replay.ts";
import { withDatabase } from "./with-database.ts";

const EXIT = { failed: 1, usage: 2 } as const;

const program = new Command("innkeeper")
  .description("Works beside a running server or alone, with the packaged Postgres or yours.")
  .option("--json", "answer in JSON, and nothing else on standard output")
  .configureHelp({ showGlobalOptions: true })
  .addHelpText("after", "\nExit codes: 0 done, 1 failed, 2 wrong usage.")
  .exitOverride();

function say(answer: Record<string, unknown>, words: string): void {
  const isJson = program.opts<{ json?: boolean }>().json ?? false;
  process.stdout.write(`${isJson ? toPrintableJson(answer) : toPrintableLines(words)}\n`);
}

addAccessCommands(program, withDatabase, say);
addHostCommands(program, withDatabase, say);

const user = program.command("user").description("people");
user
  .command("create")
  .description("make an account")
  .requiredOption("--email <address>")
  .requiredOption("--name <name>")
  .option(
    "--role <role>",
    "an admin has the settings, the others look",
    oneOf("viewer", "operator", "admin"),
    "viewer",
  )
  .requiredOption("--password-stdin", "read the password from standard input")
  .action(async ({ email, name, role }: { email: string; name: string; role: string }) => {
    const password = readFileSync(0, "utf8").replace(/\r?\n$/, "");
    if (password.length < 12) throw new Error("The password must have at least 12 characters.");
    const { id } = await withDatabase(({ createUser }) => createUser({ email, name, password }, role));
    say({ id }, `${email} may sign in.`);
  });
user
  .command("sign-in-link")
  .description("make a link that signs a person in once, within 15 minutes")
  .requiredOption("--email <address>")
  .action(async ({ email }: { email: string }) => {
    const { path } = await withDatabase(({ createSignInLink }) => createSignInLink(email, new Date()));
    say({ path }, path);
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
    const status = await withDatabase(({ readStatus }) => readStatus());
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
    const { hosts, vms, rewritten, failed, left } = await withDatabase(({ rejudge }) =>
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
    const counts = await withDatabase(({ importReports }) =>
      importReports(createInterface({ input: process.stdin, crlfDelay: Infinity }), {
        clock: () => new Date(),
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
    process.stderr.write(`${toPrintableLines(error instanceof Error ? error.message : String(error))}\n`);
    process.exitCode = EXIT.failed;
  }
}
