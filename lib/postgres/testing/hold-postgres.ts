// A program for tests: owns a Postgres until its standard input closes or it is killed. Prints one line of JSON when ready.
import { once } from "node:events";
import { startEmbeddedPostgres } from "../start-embedded-postgres.ts";

const [dataDir = "", diesWithOwner = "yes"] = process.argv.slice(2);
const silent = { info: () => undefined, warn: () => undefined };

// A server handles Ctrl-C itself and then stops Postgres; this program only has to survive Ctrl-C.
process.on("SIGINT", () => undefined);

const postgres = await startEmbeddedPostgres({
  dataDir,
  logger: silent,
  durability: "process",
  diesWithOwner: diesWithOwner === "yes",
});
process.stdout.write(
  `${JSON.stringify({ connectionString: postgres.connectionString, pid: postgres.pid })}\n`,
);
await once(process.stdin.resume(), "end");
await postgres.stop();
