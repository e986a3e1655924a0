import type { Command } from "commander";
import { duration, nameText, oneOf, wholeNumber } from "./option-words.ts";
import { toLines } from "./to-lines.ts";
import type { WithDatabase } from "./with-database.ts";

const collect = (text: string, all: string[]) => [...all, text];

type Say = (answer: Record<string, unknown>, words: string) => void;

/** Commands for access: enrolment keys, API tokens, and agents waiting for approval. */
export function addAccessCommands(program: Command, withDatabase: WithDatabase, say: Say): void {
  addKeyCommands(program, withDatabase, say);
  addTokenCommands(program, withDatabase, say);
  addAgentCommands(program, withDatabase, say);
}

function addKeyCommands(program: Command, withDatabase: WithDatabase, say: Say): void {
  const enrolmentKey = program.command("enrolment-key").description("manage the keys that hosts enrol with");
  enrolmentKey
    .command("create")
    .description("create a key; it is shown only once")
    .requiredOption("--name <name>", "what the key is for", nameText)
    .option("--uses <number>", "how many hosts can enrol with it", wholeNumber)
    .option("--expires <duration>", "time until it expires: 30m, 12h, 7d", duration)
    .option("--tag <tag>", "a tag for the hosts that enrol with it; can be repeated", collect, [])
    .action(async (options: { name: string; uses?: number; expires?: number; tag: string[] }) => {
      const expiresAt = options.expires === undefined ? null : new Date(Date.now() + options.expires);
      const { key } = await withDatabase(({ createEnrolmentKey }) =>
        createEnrolmentKey({ name: options.name, tags: options.tag, uses: options.uses ?? null, expiresAt }),
      );
      say({ key }, key);
    });
  enrolmentKey
    .command("list")
    .description("list all keys, newest first: id, name, state, enrolled hosts, expiry")
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
          "There are no keys.",
        ),
      );
    });
  enrolmentKey
    .command("revoke")
    .description("revoke a key immediately; hosts that enrolled with it continue to report")
    .argument("<id>", "id from the list")
    .action(async (id: string) => {
      const revoked = await withDatabase(({ revokeEnrolmentKey }) => revokeEnrolmentKey(id, new Date()));
      say({ revoked: revoked.id }, "The key is revoked. No host can enrol with it.");
    });
}

function addTokenCommands(program: Command, withDatabase: WithDatabase, say: Say): void {
  const apiToken = program
    .command("api-token")
    .description("manage the tokens for scripts that read the API");
  apiToken
    .command("create")
    .description("create a token; it is shown only once")
    .requiredOption("--name <name>", "what the token is for", nameText)
    .option(
      "--role <role>",
      "role stored with the token; every token can only read",
      oneOf("viewer", "operator", "admin"),
      "viewer",
    )
    .action(async (options: { name: string; role: string }) => {
      const { token } = await withDatabase(({ createApiToken }) => createApiToken(options));
      say({ token }, token);
    });
  apiToken
    .command("list")
    .description("list all tokens, newest first: id, name, role, last use")
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
          "There are no tokens.",
        ),
      );
    });
  apiToken
    .command("revoke")
    .description("revoke a token immediately")
    .argument("<id>", "id from the list")
    .action(async (id: string) => {
      const revoked = await withDatabase(({ revokeApiToken }) => revokeApiToken(id, new Date()));
      say({ revoked: revoked.id }, "The token is revoked.");
    });
}

function addAgentCommands(program: Command, withDatabase: WithDatabase, say: Say): void {
  const agent = program.command("agent").description("manage agents that wait for approval");
  agent
    .command("pending")
    .description("list the agents that wait for approval")
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
            address === null ? "address unknown" : `from ${address}`,
            `requested ${askedAt ?? createdAt}`,
          ]),
          "No agents are waiting.",
        ),
      );
    });
  agent
    .command("approve")
    .description("allow an agent to enrol at its next attempt; that revokes the previous instance")
    .argument("<id>")
    .action(async (id: string) => {
      const approved = await decide(id, "approved");
      say({ approved }, "The agent is approved. It enrols at its next attempt.");
    });
  agent
    .command("refuse")
    .description("refuse an agent, however often it asks; you can approve it later")
    .argument("<id>")
    .action(async (id: string) => {
      const refused = await decide(id, "refused");
      say({ refused }, "The agent is refused.");
    });

  async function decide(id: string, decision: "approved" | "refused"): Promise<string> {
    const by = { name: "the command line", at: new Date() };
    return (await withDatabase(({ decideOnAgent }) => decideOnAgent(id, decision, by))).id;
  }
}
