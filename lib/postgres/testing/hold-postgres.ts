// A program for tests: owns a Postgres until its input ends or it is killed. Prints one line of JSON once it runs.
import { once } from "node:events";
import { startEmbeddedPostgres } from "../start-embedded-postgres.ts";

const [dataDir = "", diesWithOwner = "yes"] = process.argv.slice(2);
const silent = { info: () => undefined, warn: () => undefined };

// A server handles Ctrl-C itself and stops Postgres when it is done with it; here it must merely survive it.
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
