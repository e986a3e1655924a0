// A program for tests: the production server without pages, which would have to be built first.
import { parseEnvironment } from "@/lib/env.ts";
import { runServer } from "../run-server.ts";

await runServer({
  env: parseEnvironment(process.env),
  root: process.cwd(),
  openPages: () =>
    Promise.resolve({
      handle: (_message, reply) => Promise.resolve(void reply.writeHead(404).end()),
      upgrade: null,
    }),
});
