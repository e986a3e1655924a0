import { describe, expect, test } from "vitest";
import { hostRowFixture } from "@/components/hosts/host-row-fixture.ts";
import { prepareArrivals } from "./prepare-arrivals.ts";
import { NO_KEY, prepareCommands } from "./prepare-commands.ts";

describe("what to type", () => {
  test("every command names the server and carries the key", () => {
    for (const { code } of prepareCommands("https://innkeeper.example", "ike_abc")) {
      expect(code).toContain("'https://innkeeper.example'");
      expect(code).toContain("ike_abc");
      expect(code).not.toContain(NO_KEY);
    }
  });

  test("without a key its place is shown", () => {
    for (const { code } of prepareCommands("https://innkeeper.example", null)) expect(code).toContain(NO_KEY);
  });

  test("what is put in is quoted for the shell", () => {
    const [curl] = prepareCommands("https://a'b", null);
    expect(curl?.code.startsWith(String.raw`SERVER='https://a'\''b'`)).toBe(true);
  });
});

test("only hosts that came since then have arrived", () => {
  const hosts = [
    hostRowFixture("old"),
    hostRowFixture("first", { lastReportedAt: "2026-11-24T12:00:00.000Z" }),
    hostRowFixture("second", { lastReportedAt: "2026-11-24T12:01:00.000Z" }),
  ];
  expect(prepareArrivals(hosts, new Set(["host-old"])).map(({ name }) => name)).toEqual(["second", "first"]);
  expect(prepareArrivals(hosts, new Set(hosts.map(({ id }) => id)))).toEqual([]);
});
