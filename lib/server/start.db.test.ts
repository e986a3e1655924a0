import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/data/testing/test-database.ts";
import { createTemporaryDirectory } from "@/lib/postgres/start-temporary-postgres.ts";
import { bundlePrograms } from "./testing/bundle-programs.ts";
import { portOf } from "./testing/port-of.ts";
import { startServerProcess } from "./testing/server-process.ts";

const programs = bundlePrograms();
let dataDir = "";
let database: TestDatabase;
let other: Server;

beforeAll(async () => {
  dataDir = await createTemporaryDirectory();
  await writeFile(join(dataDir, "file"), "");
  database = await createTestDatabase();
  other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
});
afterAll(async () => {
  other.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

describe("a server that cannot start", () => {
  test.each([
    {
      name: "for want of its database",
      env: () => ({ DATABASE_URL: "postgresql://ada:hush@127.0.0.1:9/innkeeper" }),
      says: /DATABASE_URL: the database cannot be reached: connect ECONNREFUSED 127.0.0.1:9$/m,
    },
    {
      name: "on a port that is taken",
      env: () => ({ PORT: String(portOf(other.address())) }),
      says: /PORT, HOST: the server cannot listen on port \d+ of 127.0.0.1: .*EADDRINUSE/,
    },
    {
      name: "without its certificate",
      env: () => ({
        INNKEEPER_TLS_CERT: join(dataDir, "none.pem"),
        INNKEEPER_TLS_KEY: join(dataDir, "file"),
      }),
      says: /INNKEEPER_TLS_CERT, INNKEEPER_TLS_KEY: the certificate cannot be loaded: .*none\.pem/,
    },
    {
      name: "with a certificate that is none",
      env: () => ({ INNKEEPER_TLS_CERT: join(dataDir, "file"), INNKEEPER_TLS_KEY: join(dataDir, "file") }),
      says: /INNKEEPER_TLS_CERT, INNKEEPER_TLS_KEY: the certificate cannot be loaded: ./,
    },
    {
      name: "with a file in place of its data directory",
      env: () => ({ INNKEEPER_DATA_DIR: join(dataDir, "file") }),
      says: /INNKEEPER_DATA_DIR: the data directory cannot be used: .*\/file/,
    },
  ])("$name names the variable and the cause", async ({ env, says }) => {
    const start = startServerProcess(programs.server, {
      INNKEEPER_DATA_DIR: dataDir,
      DATABASE_URL: database.connectionString,
      ...env(),
    });
    await expect(start).rejects.toThrow(says);
    await expect(start).rejects.not.toThrow("hush");
  });
});
