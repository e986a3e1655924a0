import { describe, expect, test } from "vitest";
import { checkServerVersion } from "./server-version.ts";

const serverOf = (version: string, number: number) => ({
  query: async () => ({ rows: [{ version, number }] }),
});

describe("the version of an outside server", () => {
  test.each([
    { version: "18.4", number: 180_004, answer: null },
    { version: "14.0", number: 140_000, answer: null },
    {
      version: "13.21",
      number: 130_021,
      answer: "The database server is Postgres 13.21. Innkeeper requires 14 or newer.",
    },
    {
      version: "9.6.24",
      number: 90_624,
      answer: "The database server is Postgres 9.6.24. Innkeeper requires 14 or newer.",
    },
  ])("$version", async ({ version, number, answer }) => {
    expect(await checkServerVersion(serverOf(version, number))).toBe(answer);
  });

  test("that is not reported is not accepted", async () => {
    expect(await checkServerVersion({ query: async () => ({ rows: [] }) })).toMatch("requires Postgres");
  });
});
