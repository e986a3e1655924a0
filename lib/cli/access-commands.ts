import type { Command } from "commander";
import { duration, oneOf, wholeNumber } from "./option-words.ts";
import { toLines } from "./to-lines.ts";
import type { WithDatabase } from "./with-database.ts";

const collect = (text: string, all: string[]) => [...all, text];

type Say = (answer: Record<string, unknown>, words: string) => void;

/** Who may post and who may read: keys, tokens, and agents that wait. */
export function addAccessCommands(program: Command, withDatabase: WithDatabase, say: Say): void {
  addKeyCommands(program, withDatabase, say);
  addTokenCommands(program, withDatabase, say);
  addAgentCommands(program, withDatabase, say);
}

function addKeyCommands(program: Command, withDatabase: WithDatabase, say: Say): void {
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
      const { key } = await withDatabase(({ createEnrolmentKey }) =>
        createEnrolmentKey({ name: options.name, tags: options.tag, uses: options.uses ?? null, expiresAt }),
      );
      say({ key }, key);
    });
  enrolmentKey
    .command("list")
    .description("list them, the newest first: id, name, whether it opens, hosts that enrolled, end")
    .action(async () => {
      const { items } = await withDatabase(({ listEnrolmentKeys }) => listEnrolmentKeys(new Date()));
      say(
        { keys: items },
        toLines(
          items.map(({ id, name, state, uses, usesLeft, expiresAt }) => [
            id,
            name,
            state,
            usesLeft === null ? `${uses} enrolled` : `${uses} enrolled, ${Math.max(0, usesLeft)} left`,
            expiresAt === null ? "does not expire" : `until ${expiresAt}`,
          ]),
          "There is no key.",
        ),
      );
    });
  enrolmentKey
    .command("revoke")
    .description("end one at once; hosts that enrolled with it go on reporting")
    .argument("<id>", "as the list has it")
    .action(async (id: string) => {
      const revoked = await withDatabase(({ revokeEnrolmentKey }) => revokeEnrolmentKey(id, new Date()));
      say({ revoked: revoked.id }, "Nobody enrols with it any more.");
    });
}

function addTokenCommands(program: Command, withDatabase: WithDatabase, say: Say): void {
  const apiToken = program.command("api-token").description("tokens for scripts that read");
  apiToken
    .command("create")
    .description("make a token; it is shown once")
    .requiredOption("--name <name>", "what the token is for")
    .option(
      "--role <role>",
      "kept with it; a token reads, whatever its role",
      oneOf("viewer", "operator", "admin"),
      "viewer",
    )
    .action(async (options: { name: string; role: string }) => {
      const { token } = await withDatabase(({ createApiToken }) => createApiToken(options));
      say({ token }, token);
    });
  apiToken
    .command("list")
    .description("list them, the newest first: id, name, role, when it was used last")
    .action(async () => {
      const { items } = await withDatabase(({ listApiTokens }) => listApiTokens());
      say(
        { tokens: items },
        toLines(
          items.map(({ id, name, role, lastUsedAt, revokedAt }) => [
            id,
            name,
            role,
            revokedAt !== null
              ? `revoked ${revokedAt}`
              : lastUsedAt === null
                ? "never used"
                : `used ${lastUsedAt}`,
          ]),
          "There is no token.",
        ),
      );
    });
  apiToken
    .command("revoke")
    .description("end one at once: it reads nothing any more")
    .argument("<id>", "as the list has it")
    .action(async (id: string) => {
      const revoked = await withDatabase(({ revokeApiToken }) => revokeApiToken(id, new Date()));
      say({ revoked: revoked.id }, "It reads nothing any more.");
    });
}

function addAgentCommands(program: Command, withDatabase: WithDatabase, say: Say): void {
  const agent = program.command("agent").description("instances of the agent that wait for approval");
  agent
    .command("pending")
    .description("list them")
    .action(async () => {
      const all = await withDatabase(({ listWaitingAgents }) => listWaitingAgents());
      const waiting = all.filter(({ status }) => status === "pending");
      say(
        { pending: waiting, refused: all.filter(({ status }) => status === "refused") },
        toLines(
          waiting.map(({ id, hostName, instanceId, address, askedAt, createdAt }) => [
            id,
            hostName,
            instanceId,
            address === null ? "address not kept" : `from ${address}`,
            `asked ${askedAt ?? createdAt}`,
          ]),
          "None waits.",
        ),
      );
    });
  agent
    .command("approve")
    .description("let one enrol at its next attempt; the instance before it is revoked then")
    .argument("<id>")
    .action(async (id: string) => {
      const approved = await decide(id, "approved");
      say({ approved }, "It may enrol now.");
    });
  agent
    .command("refuse")
    .description("turn one away, however often it asks; it may be approved later")
    .argument("<id>")
    .action(async (id: string) => {
      const refused = await decide(id, "refused");
      say({ refused }, "It is turned away.");
    });

  async function decide(id: string, decision: "approved" | "refused"): Promise<string> {
    const by = { name: "the command line", at: new Date() };
    return (await withDatabase(({ decideOnAgent }) => decideOnAgent(id, decision, by))).id;
  }
}
