import { describe, expect, test } from "vitest";
import { EnvironmentError, parseEnvironment } from "./env.ts";

function linesFor(source: Record<string, string | undefined>): readonly string[] {
  try {
    parseEnvironment(source);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.lines;
    throw error;
  }
}

describe("environment", () => {
  test("an empty environment is a complete one", () => {
    expect(parseEnvironment({})).toMatchObject({
      mode: "production",
      port: 3000,
      host: "127.0.0.1",
      databaseUrl: null,
      tls: null,
      trustProxy: false,
      logLevel: "info",
      databasePoolSize: 10,
      reportIntervalSeconds: null,
    });
  });

  test("a variable left empty counts as not set", () => {
    expect(parseEnvironment({ PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  test("both halves of a certificate", () => {
    expect(parseEnvironment({ INNKEEPER_TLS_CERT: "/c.pem", INNKEEPER_TLS_KEY: "/k.pem" }).tls).toEqual({
      certPath: "/c.pem",
      keyPath: "/k.pem",
    });
  });

  test("the address keeps nothing but its origin", () => {
    expect(parseEnvironment({ INNKEEPER_URL: "https://inn.example:8443/" }).publicUrl).toBe(
      "https://inn.example:8443",
    );
  });

  test.each([
    { name: "port of letters", source: { PORT: "web" }, line: /^PORT: must be a whole number/ },
    { name: "port 0 is any free one", source: { PORT: "0" }, line: null },
    { name: "highest port", source: { PORT: "65535" }, line: null },
    { name: "port too high", source: { PORT: "65536" }, line: /^PORT: / },
    { name: "port with a fraction", source: { PORT: "30.5" }, line: /^PORT: / },
    { name: "another database", source: { DATABASE_URL: "mysql://h/d" }, line: /^DATABASE_URL: must be/ },
    { name: "no address at all", source: { DATABASE_URL: "innkeeper" }, line: /^DATABASE_URL: / },
    { name: "address with a path", source: { INNKEEPER_URL: "https://h/inn" }, line: /^INNKEEPER_URL: / },
    { name: "half a certificate", source: { INNKEEPER_TLS_CERT: "/c" }, line: /^INNKEEPER_TLS_CERT: .*both/ },
    { name: "half a certificate, other half", source: { INNKEEPER_TLS_KEY: "/k" }, line: /both or neither/ },
    { name: "short secret", source: { INNKEEPER_SECRET: "abc" }, line: /^INNKEEPER_SECRET: .*32/ },
    { name: "unknown level", source: { INNKEEPER_LOG_LEVEL: "loud" }, line: /^INNKEEPER_LOG_LEVEL: / },
    { name: "a pool of one", source: { INNKEEPER_DATABASE_POOL_SIZE: "1" }, line: /POOL_SIZE: .*2 to 60/ },
    { name: "a minute between reports", source: { INNKEEPER_REPORT_INTERVAL: "60" }, line: null },
    {
      name: "less than a minute",
      source: { INNKEEPER_REPORT_INTERVAL: "59" },
      line: /INTERVAL: .*60 to 86400/,
    },
    { name: "a day between reports", source: { INNKEEPER_REPORT_INTERVAL: "86400" }, line: null },
    { name: "more than a day", source: { INNKEEPER_REPORT_INTERVAL: "86401" }, line: /INTERVAL: .*86400/ },
    { name: "a yes that is none", source: { INNKEEPER_TRUST_PROXY: "yes" }, line: /true or false/ },
    { name: "misspelt", source: { INNKEEPER_DATADIR: "/x" }, line: /^INNKEEPER_DATADIR: unknown variable/ },
    { name: "somebody else's", source: { LANG: "de_DE", npm_config_x: "1" }, line: null },
  ])("$name", ({ source, line }) => {
    const lines = linesFor(source);
    expect(lines).toHaveLength(line === null ? 0 : 1);
    expect(lines.join()).toMatch(line ?? /^$/);
  });

  test("several wrong variables are told at once, a line each, without their values", () => {
    const lines = linesFor({ PORT: "web", INNKEEPER_SECRET: "hunter2", INNKEEPER_TLS_KEY: "/k" });
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toContain("hunter2");
  });
});
