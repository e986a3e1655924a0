import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { ENVIRONMENT_VARIABLES } from "@/lib/env.ts";

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), "utf8");

const service = z.object({
  image: z.string().optional(),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()).min(1),
  healthcheck: z.object({ test: z.array(z.string()).min(2) }),
  user: z.string().optional(),
  read_only: z.boolean().optional(),
  ports: z.array(z.string()).optional(),
  tmpfs: z.array(z.string()).optional(),
});
const compose = z
  .object({
    services: z.object({ app: service, postgres: service }),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(read("docker-compose.yml")));
const { app, postgres } = compose.services;

describe("docker-compose.yml", () => {
  test.each(Object.keys(app.environment))("%s is a variable that the server reads", (name) => {
    expect(ENVIRONMENT_VARIABLES).toContain(name);
  });

  test("every variable that the server reads is passed on, except those for its own TLS: a proxy does that here", () => {
    const isPassed = new Set(["NODE_ENV", ...Object.keys(app.environment)]);
    const missing = ENVIRONMENT_VARIABLES.filter((name) => !isPassed.has(name));
    expect(missing).toEqual(["INNKEEPER_TLS_CERT", "INNKEEPER_TLS_KEY"]);
  });

  test("the app runs as an ordinary user on a read-only file system", () => {
    expect(app.user).toBe("node");
    expect(app.read_only).toBe(true);
    expect(app.tmpfs).toContain("/tmp");
  });

  test("Postgres is version 18, stores its data on a volume, and is reachable only by the app", () => {
    expect(postgres.image).toBe("postgres:18");
    expect(postgres.ports).toBeUndefined();
    expect(postgres.volumes).toContain("postgres:/var/lib/postgresql");
    expect(Object.keys(compose.volumes)).toEqual(["postgres", "data"]);
  });

  test("it contains no password", () => {
    const values = [...Object.values(app.environment), ...Object.values(postgres.environment)];
    const told = values.filter((value) => /password/i.test(value));
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((value) => !value.includes("${POSTGRES_PASSWORD:?"))).toEqual([]);
  });
});

describe("Dockerfile", () => {
  const dockerfile = read("Dockerfile");
  const set = /^ENV (.*INNKEEPER_DATA_DIR.*)$/m.exec(dockerfile)?.[1]?.split(" ") ?? [];

  test.each(set.map((pair) => pair.split("=")[0] ?? ""))("%s is a variable that the server reads", (name) => {
    expect(ENVIRONMENT_VARIABLES).toContain(name);
  });

  test("the last stage runs as an ordinary user", () => {
    expect(dockerfile.slice(dockerfile.lastIndexOf("FROM "))).toMatch(/^USER node$/m);
  });

  test("the packages are copied without tools that are only optional peers of others", () => {
    const pruned = dockerfile.indexOf("npm pkg delete devDependencies && npm prune --omit=dev --omit=peer");
    expect(pruned).toBeGreaterThan(dockerfile.indexOf("npm run build"));
    expect(pruned).toBeLessThan(dockerfile.indexOf("COPY --from=build /app/node_modules"));
  });

  test("its health check and the one of docker-compose.yml run the script that the image contains", () => {
    const check = ["node", "health-check.mjs"];
    expect(dockerfile).toContain(`CMD ${JSON.stringify(check).replace(",", ", ")}\n#`);
    expect(app.healthcheck.test).toEqual(["CMD", ...check]);
    expect(dockerfile).toMatch(/^COPY --from=build .*\/app\/scripts\/health-check\.mjs .*\.\/$/m);
  });
});
